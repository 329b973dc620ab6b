import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pickNode } from '../install.mjs'
import { root, run, Stop, stop } from '../run.mjs'
import { load, median, page, serving } from './serve.mjs'

// Requests per second of the flagship guide for a stranger, as `npm start` serves it, against two yardsticks in the same
// run: a bare node:http server that sends the same bytes, and a bare Next that prerendered a page of the same size.
const rounds = Number(process.env.ROUNDS ?? 3)
const seconds = Number(process.env.SECONDS ?? 5)
const [sitePort, barePort, nextPort] = [3301, 3302, 3303]
const site = `http://127.0.0.1:${sitePort}${page}`

try {
  const node = pickNode()
  const servers = [await serving('npm', ['start'], { PORT: String(sitePort) }, site)]
  try {
    const size = (await (await fetch(site)).text()).length
    const bare = `http://127.0.0.1:${barePort}/`
    servers.push(await serving(node, ['scripts/bench/bare.mjs', site, String(barePort)], {}, bare))
    const next = `http://127.0.0.1:${nextPort}/`
    servers.push(await bareNext(node, size, next))
    measure({ site, bare, next })
  } finally {
    for (const server of servers) await server.stop()
  }
} catch (error) {
  stop(error)
}

/** @param {{ site: string, bare: string, next: string }} urls */
function measure(urls) {
  /** @type {Record<keyof typeof urls, number[]>} */
  const rates = { site: [], bare: [], next: [] }
  for (const url of Object.values(urls)) load(url, 2)
  for (let round = 0; round < rounds; round++) {
    for (const name of /** @type {const} */ (['site', 'bare', 'next'])) rates[name].push(load(urls[name], seconds))
  }
  for (const [name, values] of Object.entries(rates)) {
    console.log(`${name.padEnd(5)} ${values.map((value) => value.toFixed(0).padStart(7)).join('')} requests/s`)
  }
  const own = median(rates.site)
  const toBare = own / median(rates.bare)
  const toNext = own / median(rates.next)
  console.log(`against bare node:http: ${toBare.toFixed(2)} (at least 0.5 wanted)`)
  console.log(`against bare prerendered Next: ${toNext.toFixed(1)} times (at least 10 wanted)`)
  process.exitCode = toBare >= 0.5 && toNext >= 10 ? 0 : 1
}

/**
 * The smallest Next app there is, with one page of about as much HTML.
 * @param {string} node
 * @param {number} size
 * @param {string} url
 */
async function bareNext(node, size, url) {
  const dir = join(root, 'data/bench-next')
  mkdirSync(join(dir, 'app'), { recursive: true })
  // The page's text stands in its HTML twice: once to be read, once for the framework's script.
  const lines = Math.round((size - 5000) / 2 / 110)
  const text = 'A line of text about a skill that somebody wants to learn, as long as such lines are.'
  const files = {
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js': `export default { turbopack: { root: ${JSON.stringify(root)} }, typescript: { ignoreBuildErrors: true } }`,
    'app/layout.jsx':
      'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
    'app/page.jsx': `export default function Page() { return <main>{Array.from({ length: ${lines} }, (_, i) => <p key={i}>{i + ' ${text}'}</p>)}</main> }`,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content)
  const next = 'node_modules/next/dist/bin/next'
  if ((await run(node, [next, 'build', dir], { quiet: true })) !== 0)
    throw new Stop('The bare Next app could not be built.')
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const server = await serving(node, [next, 'start', dir, '--port', String(nextPort)], env, url)
  console.log(`page: ${size} bytes of HTML here, ${(await (await fetch(url)).text()).length} in the bare Next app`)
  return server
}
