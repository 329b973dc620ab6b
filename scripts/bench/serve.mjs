import { spawn, spawnSync } from 'node:child_process'
import { root, Stop } from '../run.mjs'

/** The page that is measured. */
export const page = '/guides/backend-developer-skills'

/** What a browser sends for it. */
export const browserHeaders = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-GB,en;q=0.9',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
}

/**
 * Starts a program and waits until it answers with 200.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env on top of the present one
 * @param {string} url
 * @returns {Promise<{ pid: number, stop: () => Promise<void> }>}
 */
export async function serving(command, args, env, url) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const { pid } = child
  if (pid === undefined) throw new Stop(`${command} could not be started`)
  const gone = new Promise((resolve) => child.on('exit', resolve))
  for (let tries = 0; tries < 3000; tries++) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.status === 200) break
    if (child.exitCode !== null) throw new Stop(`${command} ${args.join(' ')} ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    pid,
    stop: async () => {
      // The whole group: npm, the start script and the server.
      if (child.exitCode === null) process.kill(-pid, 'SIGTERM')
      await gone
    },
  }
}

/**
 * @param {string} url
 * @param {number} seconds
 * @returns {number} requests per second
 */
export function load(url, seconds) {
  const headers = Object.entries(browserHeaders).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { status, stdout, error } = spawnSync('wrk', ['-t1', '-c32', `-d${seconds}s`, ...headers, url], {
    encoding: 'utf8',
  })
  if (error || status !== 0) throw new Stop('This needs wrk: apt-get install wrk')
  if (/Non-2xx/.test(stdout)) throw new Stop(stdout)
  return Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1])
}

/**
 * @param {number[]} values
 * @returns {number}
 */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
