import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pickNode } from '../install.mjs'
import { root, run, Stop, stop } from '../run.mjs'
import { actionsKey, authSecret } from '../secrets.mjs'
import { browserHeaders, median, page, serving } from './serve.mjs'

// The flagship guide on a site with a few guides and on one with 5,000: how long 95 in 100 requests take at most, for a
// stranger (a kept document) and for a reader (rendered for each request), in alternating rounds. And the build, which
// reads no database, with either of them in its place.
const rounds = Number(process.env.ROUNDS ?? 5)
const sizes = [10, 5000]

try {
  const node = pickNode()
  const sites = []
  try {
    for (const [index, size] of sizes.entries()) sites.push(await site(node, size, 3321 + index))
    /** @type {number[][][]} */
    const times = sites.map(() => [[], []])
    for (let round = 0; round < rounds; round++) {
      for (const [index, { url, cookie }] of sites.entries()) {
        times[index]?.[0]?.push(...(await ask(url, {}, 400)))
        times[index]?.[1]?.push(...(await ask(url, { Cookie: cookie }, 60)))
      }
    }
    const [few, many] = times
    for (const [kind, name] of ['stranger', 'reader'].entries()) {
      const [a, b] = [p95(few?.[kind] ?? []), p95(many?.[kind] ?? [])]
      const ratio = b / a
      console.log(
        `${name.padEnd(9)} p95 ${a.toFixed(2)} ms with ${sizes[0]}, ${b.toFixed(2)} ms with ${sizes[1]}: ${ratio.toFixed(2)} times (at most 1.2 wanted)`,
      )
      if (ratio > 1.2) process.exitCode = 1
    }
  } finally {
    for (const { server } of sites) await server.stop()
  }
  /** @type {number[][]} */
  const builds = sites.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, { data }] of sites.entries()) builds[index]?.push(await buildTime(node, data))
  }
  const [few = 1, many = 1] = builds.map(median)
  console.log(
    `build ${few.toFixed(1)} s with ${sizes[0]}, ${many.toFixed(1)} s with ${sizes[1]}: ${(many / few).toFixed(2)} times`,
  )
  if (Math.abs(many / few - 1) > 0.2) process.exitCode = 1
} catch (error) {
  stop(error)
}

/**
 * @param {string} node
 * @param {number} size
 * @param {number} port
 */
async function site(node, size, port) {
  const data = join(root, `data/bench-scale-${size}`)
  rmSync(data, { recursive: true, force: true })
  const env = { ...process.env, DATA_DIR: data, AUTH_SECRET: authSecret() }
  for (const args of [['scripts/prepare.ts'], ['scripts/bench/fill-guides.ts', String(size)]]) {
    if ((await run(node, args, { env, quiet: true })) !== 0) throw new Stop(`${args.join(' ')} failed`)
  }
  const origin = `http://localhost:${port}`
  const server = await serving(
    node,
    ['scripts/start.mjs'],
    { PORT: String(port), SITE_URL: origin, DATA_DIR: data },
    `${origin}${page}`,
  )
  const rated = await fetch(`${origin}/ratings`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'skill=sql&level=2&source=guide&returnTo=%2Fme',
  })
  const cookie = rated.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Stop(`A rating was answered with ${rated.status}`)
  return { server, data, size, cookie, url: `${origin}${page}` }
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {number} count
 * @returns {Promise<number[]>} milliseconds
 */
async function ask(url, headers, count) {
  const times = []
  for (let index = 0; index < count; index++) {
    const start = performance.now()
    const response = await fetch(url, { headers: { ...browserHeaders, ...headers } })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Stop(`${url} answered ${response.status}`)
    times.push(performance.now() - start)
  }
  return times
}

/** @param {number[]} times */
function p95(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

/**
 * @param {string} node
 * @param {string} data
 */
async function buildTime(node, data) {
  // From nothing, and with one key: what is left of another build, or another key, decides more than anything else.
  rmSync(join(root, '.next'), { recursive: true, force: true })
  const env = { ...process.env, DATA_DIR: data, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey() }
  const start = performance.now()
  if ((await run(node, ['scripts/build-only.mjs'], { env, quiet: true })) !== 0) throw new Stop('The build failed')
  return (performance.now() - start) / 1000
}
