import { readdirSync, readFileSync } from 'node:fs'
import { Stop, stop } from '../run.mjs'
import { browserHeaders, page, serving } from './serve.mjs'

// Memory of the server, as `npm start` runs it, after 10,000, 40,000, 70,000 and 100,000 requests: three of four for the
// flagship guide as a stranger, the rest for addresses that miss, miss their page, or belong to a reader.
const port = 3304
const origin = `http://127.0.0.1:${port}`
const marks = [10_000, 40_000, 70_000, 100_000]

try {
  if (process.platform !== 'linux') throw new Stop('This reads /proc, which only Linux has.')
  const server = await serving('npm', ['start'], { PORT: String(port), LOG_LEVEL: 'silent' }, `${origin}${page}`)
  try {
    const pid = serverOf(server.pid)
    /** @type {number[]} */
    const sizes = []
    let done = 0
    for (const mark of marks) {
      await Promise.all(Array.from({ length: 16 }, () => ask(mark)))
      sizes.push(rss(pid))
      console.log(`${String(mark).padStart(7)} requests: ${sizes.at(-1)?.toFixed(0)} MB`)
    }
    const [, early = 0] = sizes
    const growth = (sizes.at(-1) ?? 0) / early - 1
    console.log(`from 40,000 to 100,000: ${(growth * 100).toFixed(1)} % (at most 10 wanted)`)
    process.exitCode = growth <= 0.1 ? 0 : 1

    /** @param {number} until */
    async function ask(until) {
      while (done < until) {
        const [path, headers] = request(done++)
        const response = await fetch(`${origin}${path}`, {
          headers: { ...browserHeaders, ...headers },
          redirect: 'manual',
        })
        await response.arrayBuffer()
      }
    }
  } finally {
    await server.stop()
  }
} catch (error) {
  stop(error)
}

/**
 * @param {number} number
 * @returns {[string, Record<string, string>]}
 */
function request(number) {
  if (number % 100 === 1) return [`/guides/there-is-no-guide-${number}`, {}]
  if (number % 100 === 2) return [page, { Cookie: `guest=nobody-${number}` }]
  if (number % 100 === 3) return [`/guides?kind=kind-${number}`, {}]
  if (number % 4 === 0) return [`${page}?utm_source=${number}`, {}]
  return [page, {}]
}

/** @param {number} group */
function serverOf(group) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, , , , pgrp] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/\(.*\)/, '()')
        .split(' ')
      if (Number(pgrp) === group && /scripts\/serve\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')))
        return Number(pid)
    } catch {
      // It ended while we looked.
    }
  }
  throw new Stop('The server is not to be found.')
}

/**
 * @param {number} pid
 * @returns {number} megabytes
 */
function rss(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
