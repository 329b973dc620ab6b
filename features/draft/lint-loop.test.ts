import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Reference } from './draft-references.ts'
import { fromWire, type KnownWire, mergedWire, nothingKnown, referenceOfKey, toWire } from './known-wire.ts'
import { type LintJob, type LintResult, lintJob } from './lint-job.ts'
import { LintLoop } from './lint-loop.ts'
import { lintRunner } from './lint-runner.ts'
import type { DraftContent } from './same-content.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const content = (body: string): DraftContent => ({
  slug: 'a',
  kind: 'career',
  title: 'T',
  standfirst: 'S',
  description: 'D',
  author: 'editors',
  reviewedOn: '2026-01-01',
  roles: [],
  skill: null,
  explore: [],
  sources: [],
  body,
})
const step = ':::step[Do]{id="a" skills="sql" hours="1" done="x"}\nText.\n:::'
const question = ':::question{ref="sql/gone"}\n:::'
const there: KnownWire = {
  ...nothingKnown,
  authors: ['editors'],
  skills: [['sql', { kind: 'technical', questionKeys: ['one'] }]],
}

function loop(ask: (references: readonly string[]) => Promise<KnownWire | null>, known = nothingKnown) {
  const shown: LintResult[] = []
  const pending: boolean[] = []
  const ran: string[] = []
  const made = new LintLoop({
    known,
    ask,
    runner: {
      run: async (job) => {
        ran.push(job.content.body)
        return lintJob(job)
      },
      stop: () => undefined,
    },
    show: (result) => shown.push(result),
    wait: (value) => pending.push(value),
  })
  const unknown = () => shown.map(({ issues }) => issues.filter(({ rule }) => rule === 'unknown-reference').length)
  return { loop: made, shown, pending, ran, unknown }
}

const fakeWorker = () =>
  Object.assign(new EventTarget(), {
    postMessage: vi.fn(),
    terminate: vi.fn(),
    onmessage: null,
    onmessageerror: null,
    onerror: null,
  })

test('a text is read after a pause, and only as it is by then', async () => {
  const { loop: made, ran, pending } = loop(async () => null)
  made.change(content('One'))
  await vi.advanceTimersByTimeAsync(599)
  made.change(content('Two'))
  await vi.advanceTimersByTimeAsync(599)
  expect(ran).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(new Set(ran)).toEqual(new Set(['Two']))
  expect(pending.at(-1)).toBe(false)
})

test('what nobody asked about yet counts as there until the answer says otherwise, and is asked for once', async () => {
  // A loop that asks for ever must fail, not hang.
  const ask = vi.fn(async (): Promise<KnownWire | null> => (ask.mock.calls.length > 5 ? null : there))
  const { loop: made, unknown } = loop(ask)
  made.change(content(`${step}\n\n${question}`))
  await vi.advanceTimersByTimeAsync(600)
  expect(ask.mock.calls).toEqual([[['author:editors', 'skill:sql', 'question:sql/gone']]])
  expect(unknown()).toEqual([0, 1])
  made.change(content(`${step}\n\n${question}\n\nMore.`))
  await vi.advanceTimersByTimeAsync(600)
  expect(ask).toHaveBeenCalledTimes(1)
  made.recheck()
  await vi.advanceTimersByTimeAsync(1)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a server that does not answer makes nothing wrong, and is left alone for a while', async () => {
  const ask = vi.fn(async () => Promise.reject<KnownWire>(new Error('offline')))
  const { loop: made, unknown, pending } = loop(ask)
  made.change(content(step))
  await vi.advanceTimersByTimeAsync(600)
  made.change(content(`${step}\n\nMore.`))
  await vi.advanceTimersByTimeAsync(600)
  expect([ask.mock.calls.length, unknown(), pending.at(-1)]).toEqual([1, [0, 0], false])
  await vi.advanceTimersByTimeAsync(15_000)
  made.change(content(step))
  await vi.advanceTimersByTimeAsync(600)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a worker that cannot start, or breaks, is done without', async () => {
  const job: LintJob = { content: content(step), known: nothingKnown }
  const onPage = vi.fn(async (each: LintJob) => lintJob(each))
  const none = lintRunner(() => {
    throw new Error('no workers here')
  }, onPage)
  expect((await none.run(job)).words).toBe(2)

  const worker = fakeWorker()
  const broken = lintRunner(() => worker, onPage)
  const answer = broken.run(job)
  worker.dispatchEvent(new Event('error'))
  expect((await answer).words).toBe(2)
  await broken.run(job)
  expect([onPage.mock.calls.length, worker.postMessage.mock.calls.length]).toEqual([3, 0])

  const silent = lintRunner(() => fakeWorker(), onPage)
  const late = silent.run(job)
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await late).words).toBe(2)
})

test('a worker gets its first job once it listens, and the page does none', async () => {
  const job: LintJob = { content: content(step), known: nothingKnown }
  const worker = fakeWorker()
  const onPage = vi.fn(async (each: LintJob) => lintJob(each))
  const runner = lintRunner(() => worker, onPage)
  const answer = runner.run(job)
  expect(worker.postMessage).not.toHaveBeenCalled()
  worker.dispatchEvent(new MessageEvent('message', { data: 'ready' }))
  expect(worker.postMessage.mock.calls).toEqual([[job]])
  await vi.advanceTimersByTimeAsync(19_000)
  worker.dispatchEvent(new MessageEvent('message', { data: lintJob(job) }))
  expect((await answer).words).toBe(2)
  expect(onPage).not.toHaveBeenCalled()
})

test('a worker that does not come to an end is ended, and another one has the next text', async () => {
  const job: LintJob = { content: content(step), known: nothingKnown }
  const workers = [fakeWorker(), fakeWorker()]
  const started = [...workers]
  const onPage = vi.fn(async (each: LintJob) => lintJob(each))
  const runner = lintRunner(() => started.shift() ?? fakeWorker(), onPage)
  const [first, second] = workers
  first?.dispatchEvent(new MessageEvent('message', { data: 'ready' }))
  const late = runner.run(job)
  await vi.advanceTimersByTimeAsync(20_000)
  expect((await late).issues).toEqual([expect.objectContaining({ severity: 'error', line: 1 })])
  expect(first?.terminate).toHaveBeenCalledOnce()
  const next = runner.run(job)
  second?.dispatchEvent(new MessageEvent('message', { data: 'ready' }))
  expect(second?.postMessage.mock.calls).toEqual([[job]])
  second?.dispatchEvent(new MessageEvent('message', { data: lintJob(job) }))
  expect((await next).words).toBe(2)
  expect(onPage).not.toHaveBeenCalled()
})

test('what is known survives the way, and two answers are one', () => {
  const skill: Reference = { kind: 'skill', target: 'sql' }
  const known = fromWire({ ...there, asked: ['skill:sql'] }, [])
  expect(toWire(known, [skill])).toEqual({ ...there, asked: ['skill:sql'] })
  const more: KnownWire = {
    ...nothingKnown,
    asked: ['guide:a'],
    guides: ['a'],
    skills: [['sql', { kind: 'technical', questionKeys: ['two'], unfinished: true }]],
  }
  expect(mergedWire({ ...there, asked: ['skill:sql'] }, more)).toEqual({
    ...there,
    asked: ['skill:sql', 'guide:a'],
    guides: ['a'],
    skills: [['sql', { kind: 'technical', questionKeys: ['one', 'two'], unfinished: true }]],
  })
})

test.each([
  ['question:sql/one', { kind: 'question', target: 'sql/one' }],
  ['author:a:b', { kind: 'author', target: 'a:b' }],
  ['user:a', null],
  ['skill:', null],
  ['skill', null],
  [`skill:${'a'.repeat(201)}`, null],
])('%s as a reference', (key, reference) => {
  expect(referenceOfKey(key)).toEqual(reference)
})

test('a linter that cannot be loaded without a connection is asked again later', async () => {
  let connected = false
  const shown: LintResult[] = []
  const made = new LintLoop({
    known: there,
    ask: async () => null,
    runner: {
      run: async (job) => {
        if (!connected) throw new Error('Failed to load chunk')
        return lintJob(job)
      },
      stop: () => undefined,
    },
    show: (result) => shown.push(result),
    wait: () => undefined,
  })
  made.change(content('One'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(shown).toEqual([])
  connected = true
  await vi.advanceTimersByTimeAsync(15_000)
  expect(shown).toHaveLength(1)
  made.stop()
})
