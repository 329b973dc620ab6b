import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pickNode } from '../install.mjs'
import { root, run, Stop, stop } from '../run.mjs'
import { authSecret } from '../secrets.mjs'
import { browserHeaders, page, serving } from './serve.mjs'
import { signedIn } from './sign-in.mjs'

// The editors' list of guides on a site with 5,000 of them, as an editor gets it: how long half of the requests, and 95 in
// 100, take at most, for several ways to narrow and sort it.
const size = Number(process.env.GUIDES ?? 5000)
const count = Number(process.env.REQUESTS ?? 100)
const wanted = 50
const port = 3331
const origin = `http://localhost:${port}`
const addresses = [
  '/admin/guides',
  '/admin/guides?page=50',
  '/admin/guides?sort=saved',
  '/admin/guides?sort=words&kind=how-to',
  '/admin/guides?q=developer+1',
  '/admin/guides?status=published&lint=clean&sort=reviewed',
  '/admin/guides?q=there+is+none+like+this',
]

try {
  const node = pickNode()
  const data = join(root, 'data/bench-admin-list')
  rmSync(data, { recursive: true, force: true })
  const env = { ...process.env, DATA_DIR: data, AUTH_SECRET: authSecret() }
  for (const args of [['scripts/prepare.ts'], ['scripts/bench/fill-guides.ts', String(size)]]) {
    if ((await run(node, args, { env, quiet: true })) !== 0) throw new Stop(`${args.join(' ')} failed`)
  }
  const server = await serving(
    node,
    ['scripts/start.mjs'],
    { PORT: String(port), SITE_URL: origin, DATA_DIR: data },
    `${origin}${page}`,
  )
  try {
    const cookie = await signedIn(node, origin, data, 'editor')
    for (const address of addresses) await ask(address, cookie, 10)
    for (const address of addresses) {
      const times = (await ask(address, cookie, count)).toSorted((a, b) => a - b)
      const [half, most] = [0.5, 0.95].map((part) => times[Math.floor(times.length * part)] ?? Number.NaN)
      console.log(`p50 ${half?.toFixed(1).padStart(6)} ms  p95 ${most?.toFixed(1).padStart(6)} ms  ${address}`)
      if (!(most !== undefined && most < wanted)) process.exitCode = 1
    }
    console.log(`with ${size} guides; p95 under ${wanted} ms wanted`)
  } finally {
    await server.stop()
  }
} catch (error) {
  stop(error)
}

/**
 * @param {string} address
 * @param {string} cookie
 * @param {number} times
 * @returns {Promise<number[]>} milliseconds
 */
async function ask(address, cookie, times) {
  const taken = []
  for (let index = 0; index < times; index++) {
    const start = performance.now()
    const response = await fetch(origin + address, {
      headers: { ...browserHeaders, Cookie: cookie },
      redirect: 'manual',
    })
    const text = await response.text()
    taken.push(performance.now() - start)
    if (response.status !== 200 || !text.includes('Tick all') !== address.includes('none'))
      throw new Stop(`${address} answered ${response.status}, and not with the list`)
  }
  return taken
}
