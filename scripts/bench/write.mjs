import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, Stop, stop } from '../run.mjs'
import { median, serving } from './serve.mjs'

// Ratings per second, each durable on disk when it is answered, against the same action doing nothing: a copy of the site in
// which the one function that writes the rating returns at once. Everything else (limit, parsing, who, redirect) is the same.
const rounds = Number(process.env.ROUNDS ?? 3)
const seconds = Number(process.env.SECONDS ?? 5)
const folder = join(root, 'data/bench-write')
const written = '  return await write(async (tx) => {\n    const kept = await addRating(tx, rating)'
const nothing = `  if (rating) return true\n${written}`

try {
  const sites = [await site('durable', 3311, written), await site('nothing', 3312, nothing)]
  /** @type {number[][]} */
  const rates = [[], []]
  try {
    for (const { lua, url } of sites) load(lua, url, 2)
    for (let round = 0; round < rounds; round++) {
      for (const [index, { lua, url }] of sites.entries()) rates[index]?.push(load(lua, url, seconds))
    }
  } finally {
    for (const { server } of sites) await server.stop()
  }
  for (const [index, { name }] of sites.entries()) {
    console.log(`${name} ${(rates[index] ?? []).map((rate) => rate.toFixed(0).padStart(7)).join('')} requests/s`)
  }
  const ratio = median(rates[0] ?? []) / median(rates[1] ?? [])
  console.log(`durable against nothing: ${ratio.toFixed(2)} (at least 0.5 wanted)`)
  process.exitCode = ratio >= 0.5 ? 0 : 1
} catch (error) {
  stop(error)
}

/**
 * A copy of the tree with its own build and database, served.
 * @param {string} name
 * @param {number} port
 * @param {string} keepRating
 */
async function site(name, port, keepRating) {
  const dir = join(folder, name)
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  const left = new Set(['node_modules', 'data', '.next', '.git', 'e2e', 'docs', 'test-results'])
  for (const entry of readdirSync(root).filter((each) => !left.has(each))) {
    cpSync(join(root, entry), join(dir, entry), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'))
  replace(join(dir, 'features/profile/profile-writes.ts'), written, keepRating)
  replace(
    join(dir, 'next.config.ts'),
    '  compress: false,',
    `  compress: false,\n  turbopack: { root: ${JSON.stringify(root)} },\n  typescript: { ignoreBuildErrors: true },`,
  )
  const origin = `http://localhost:${port}`
  const env = { PORT: String(port), SITE_URL: origin, DATA_DIR: join(dir, 'data'), TRUST_PROXY: '1', LOG_LEVEL: 'warn' }
  const server = await serving(process.execPath, [join(dir, 'scripts/start.mjs')], env, `${origin}/healthz`)
  return { name, server, url: `${origin}/ratings`, lua: await script(dir, origin) }
}

/**
 * @param {string} file
 * @param {string} from
 * @param {string} to
 */
function replace(file, from, to) {
  const before = readFileSync(file, 'utf8')
  if (!before.includes(from)) throw new Stop(`${file} no longer holds what is measured: ${from}`)
  writeFileSync(file, before.replace(from, to))
}

/**
 * What wrk sends: ratings of one guest, from ever new addresses, since the limit is not what is measured.
 * @param {string} dir
 * @param {string} origin
 */
async function script(dir, origin) {
  const body = 'skill=sql&level=2&source=guide&returnTo=%2Fguides%2Fbackend-developer-skills%23skill-sql'
  const first = await fetch(`${origin}/ratings`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  })
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0]
  if (first.status !== 303 || !cookie) throw new Stop(`A rating was answered with ${first.status}`)
  const file = join(dir, 'rating.lua')
  writeFileSync(
    file,
    `wrk.method = "POST"
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = "${origin}", ["Cookie"] = "${cookie}",
    ["X-Forwarded-For"] = "10." .. math.floor(n / 65536) % 256 .. "." .. math.floor(n / 256) % 256 .. "." .. n % 256,
  }, "${body}")
end
`,
  )
  return file
}

/**
 * @param {string} lua
 * @param {string} url
 * @param {number} time in seconds
 * @returns {number} requests per second
 */
function load(lua, url, time) {
  const { status, stdout, error } = spawnSync('wrk', ['-t1', '-c16', `-d${time}s`, '-s', lua, url], {
    encoding: 'utf8',
  })
  if (error || status !== 0) throw new Stop('This needs wrk: apt-get install wrk')
  if (/Non-2xx/.test(stdout)) throw new Stop(stdout)
  return Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1])
}
