import type { LintJob, LintResult } from './lint-job.ts'

/** What runs the linter: a worker, or the page itself where there is none. */
export interface LintRunner {
  /** One job at a time: the next one after the answer. */
  run(job: LintJob): Promise<LintResult>
  stop(): void
}

/** A worker that has said nothing by then is not coming. */
const startsWithin = 10_000

/**
 * Runs the linter in a worker. One that cannot start, or breaks, is given up, and the same job and all that follow are done
 * on the page when it has nothing else to do.
 * @param startWorker may throw
 * @param onPage does a job here
 */
export function lintRunner(startWorker: () => Worker, onPage: (job: LintJob) => Promise<LintResult>): LintRunner {
  let worker: Worker | null = null
  let ready = false
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

  const patience = setTimeout(giveUp, startsWithin)
  try {
    worker = startWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<LintResult | 'ready'>) => {
      if (data === 'ready') {
        clearTimeout(patience)
        ready = true
        if (waiting) worker?.postMessage(waiting.job)
        return
      }
      const done = waiting
      waiting = null
      done?.answer(data)
    })
    worker.addEventListener('error', giveUp)
    worker.addEventListener('messageerror', giveUp)
  } catch {
    giveUp()
  }

  return {
    run: (job) =>
      new Promise((resolve) => {
        if (!worker) return resolve(onPage(job))
        waiting = { job, answer: resolve }
        if (ready) worker.postMessage(job)
      }),
    stop: () => {
      stop()
      waiting = null
    },
  }
}
