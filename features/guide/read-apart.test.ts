import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { parseBody } from './guide-body.ts'
import { lintApart, parseApart, ReadingBusy } from './read-apart.ts'

/** The parser takes minutes over this, though it is within every limit. */
const slow = 'a\n:::'.repeat(6000)
const text =
  '## Start\n\nSome *words* and a [link](https://a.b/c).\n\n:::step[Do]{id="a" skills="sql" hours="1" done="x"}\nGo.\n:::'

/** @returns how long this thread has been busy since, all in all, in milliseconds: nobody had to wait for it longer */
function watch(): () => number {
  const start = performance.eventLoopUtilization()
  return () => performance.eventLoopUtilization(start).active
}

test('a text that takes too long holds up nobody, and is one with a problem', async () => {
  await parseApart('warm')
  const held = watch()
  const [read, other] = await Promise.all([parseApart(slow, 1500), parseApart(text)])
  expect(held()).toBeLessThan(100)
  expect(read.problems).toEqual([{ line: 1, message: expect.stringMatching(/takes too long to read.*kept as it is/) }])
  expect(read.tree.children).toEqual([])
  expect(other).toEqual(parseBody(text))
  // The thread that was ended is replaced.
  expect((await Promise.all([parseApart(text), parseApart('One two.')])).map(({ words }) => words)).toEqual([8, 2])
}, 20_000)

test('so does a text that the linter cannot get through', async () => {
  const body = parseBody(`## Start\n\n${'’'.repeat(31_000)}`)
  const front = { kind: 'career', title: 'T', standfirst: 'S', description: 'D', author: '', roles: [] } as const
  const known = { skills: new Map(), roles: new Set<string>(), guides: new Set<string>(), authors: new Set<string>() }
  const guide = { front: { ...front, roles: [], explore: [], sources: [], reviewed: '2026-01-01' }, body }
  const held = watch()
  const issues = await lintApart(guide, known, 500)
  expect(held()).toBeLessThan(100)
  expect(issues).toMatchObject([{ severity: 'error', rule: 'syntax', message: /takes too long/ }])
}, 20_000)

test('a line that is too long turns the last away', async () => {
  const all = await Promise.allSettled(Array.from({ length: 45 }, () => parseApart(text)))
  const away = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(away).toHaveLength(3)
  expect(away.every((reason) => reason instanceof ReadingBusy)).toBe(true)
}, 20_000)
