import { tooSlow } from '#features/guide/guide-body.ts'
import { error } from '#features/guide/lint-issue.ts'
import type { LintJob, LintResult } from './lint-job.ts'

/** What runs the linter: a worker, or the page itself where there is none. */
export interface LintRunner {
  /** One job at a time: the next one after the answer. */
  run(job: LintJob): Promise<LintResult>
  stop(): void
}

/** A worker that has said nothing by then is not coming. */
const startsWithin = 10_000
/** Nor is the answer of one that has read for so long; the server gives a text up after five seconds. */
const answersWithin = 20_000

/**
 * Runs the linter in a worker. One that cannot start, or breaks, is given up, and the same job and all that follow are done
 * on the page when it has nothing else to do. One that does not come to an end is ended, and the text is one with a problem.
 * @param startWorker may throw
 * @param onPage does a job here
 */
export function lintRunner(startWorker: () => Worker, onPage: (job: LintJob) => Promise<LintResult>): LintRunner {
  let worker: Worker | null = null
  let ready = false
  let patience: ReturnType<typeof setTimeout> | undefined
  let waiting: { job: LintJob; answer(result: LintResult | Promise<LintResult>): void } | null = null

  function giveUp() {
    stop()
    const left = waiting
    waiting = null
    left?.answer(onPage(left.job))
  }

  function stop() {
    clearTimeout(patience)
    worker?.terminate()
    worker = null
  }

  function start() {
    ready = false
    patience = setTimeout(giveUp, startsWithin)
    try {
      worker = startWorker()
      worker.addEventListener('message', ({ data }: MessageEvent<LintResult | 'ready'>) => {
        clearTimeout(patience)
        if (data !== 'ready') return answer(data)
        ready = true
        if (waiting) send(waiting.job)
      })
      worker.addEventListener('error', giveUp)
      worker.addEventListener('messageerror', giveUp)
    } catch {
      giveUp()
    }
  }

  function send(job: LintJob) {
    patience = setTimeout(beginAnew, answersWithin)
    worker?.postMessage(job)
  }

  function answer(result: LintResult) {
    const done = waiting
    waiting = null
    done?.answer(result)
  }

  function beginAnew() {
    stop()
    answer({ issues: [error('syntax', 1, tooSlow)], words: 0, minutes: 1, unasked: [] })
    start()
  }

  start()

  return {
    run: (job) =>
      new Promise((resolve) => {
        if (!worker) return resolve(onPage(job))
        waiting = { job, answer: resolve }
        if (ready) send(job)
      }),
    stop: () => {
      stop()
      waiting = null
    },
  }
}
