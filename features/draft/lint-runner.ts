import type { LintJob, LintResult } from './lint-job.ts'

/** What runs the linter: a worker, or the page itself where there is none. */
export interface LintRunner {
  run(job: LintJob): Promise<LintResult>
  stop(): void
}

/** A worker that has not answered once by then is not coming. */
const startsWithin = 20_000

/**
 * Runs the linter in a worker. One that cannot start, or breaks, is given up, and the same job and all that follow are done
 * on the page when it has nothing else to do.
 * @param startWorker may throw
 * @param onPage does a job here
 */
export function lintRunner(startWorker: () => Worker, onPage: (job: LintJob) => Promise<LintResult>): LintRunner {
  let worker: Worker | null = null
  let waiting: { job: LintJob; answer(result: LintResult | Promise<LintResult>): void } | null = null
  let answered = false

  function giveUp() {
    worker?.terminate()
    worker = null
    const left = waiting
    waiting = null
    left?.answer(onPage(left.job))
  }

  try {
    worker = startWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<LintResult>) => {
      answered = true
      const done = waiting
      waiting = null
      done?.answer(data)
    })
    worker.addEventListener('error', giveUp)
    worker.addEventListener('messageerror', giveUp)
  } catch {
    worker = null
  }

  return {
    run: (job) =>
      new Promise((resolve) => {
        if (!worker) return resolve(onPage(job))
        waiting = { job, answer: resolve }
        worker.postMessage(job)
        if (!answered) setTimeout(() => !answered && worker && giveUp(), startsWithin)
      }),
    stop: () => {
      worker?.terminate()
      worker = null
      waiting = null
    },
  }
}
