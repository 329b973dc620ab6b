import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, LintJob, ParseJob } from './reading-thread.ts'

/** How a job ended: with its answer, or not within its time; `busy` when too many others wait. */
export type Read<Job> = { status: 'done'; answer: Answer<Job> } | { status: 'late' } | { status: 'busy' }

/** For one job, in milliseconds: a text of 400 kB takes one or two seconds, unless it was made to be slow. */
const timeLimit = 5000
/** A thread that has said nothing by then is not coming. */
const startsWithin = 20_000
/** Of a thread's memory, in MB: one that wants more is ended, and the process is not. */
const memoryLimit = 512
const threadsAtMost = 2
const waitAtMost = 40

interface Thread {
  worker: Worker
  ready: boolean
}

interface Pool {
  running: number
  waiting: (() => void)[]
  idle: Thread[]
}

// Each bundle of a handler loads this module anew; there is one machine.
const key = Symbol.for('guidepost.reading')
const store = globalThis as { [key]?: Pool }

function pool(): Pool {
  store[key] ??= { running: 0, waiting: [], idle: [] }
  return store[key]
}

/** Has a thread read a text, in turn with the others, so that whatever it is, this process goes on answering. */
export async function inThread<Job extends ParseJob | LintJob>(job: Job, milliseconds = timeLimit): Promise<Read<Job>> {
  if (pool().waiting.length >= waitAtMost) return { status: 'busy' }
  await turn()
  try {
    const thread = pool().idle.pop() ?? start()
    const read = await run(thread, job, milliseconds)
    if (read.status === 'done') pool().idle.push(thread)
    return read
  } finally {
    leave()
  }
}

async function turn(): Promise<void> {
  const line = pool()
  // Whoever leaves hands its place on, so nobody new can slip in between.
  if (line.running >= threadsAtMost) await new Promise<void>((resolve) => line.waiting.push(resolve))
  else line.running++
}

function leave(): void {
  const next = pool().waiting.shift()
  if (next) next()
  else pool().running--
}

function start(): Thread {
  // By the folder that the site is started from: in the bundle that this may be part of, there is no such file.
  const file = join(/* turbopackIgnore: true */ process.cwd(), 'features/guide/reading-thread.ts')
  const worker = new Worker(file, {
    // Nothing of the site's settings: the thread has no use for its secret.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  })
  // One that ends while it has nothing to do is not taken again.
  worker.on('exit', () => {
    pool().idle = pool().idle.filter((each) => each.worker !== worker)
  })
  worker.on('error', () => undefined)
  return { worker, ready: false }
}

/** @returns `late` also for what took more memory than there is; the thread is gone then */
function run<Job>(thread: Thread, job: Job, milliseconds: number): Promise<Read<Job>> {
  const { worker } = thread
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout
    const end = (settle: () => void) => {
      clearTimeout(timer)
      worker.off('message', heard).off('error', failed).off('exit', gone)
      // A command that is done need not wait for a thread that may be asked again.
      worker.unref()
      settle()
    }
    const heard = (said: Answer<Job> | 'ready') => {
      if (said !== 'ready') return end(() => resolve({ status: 'done', answer: said }))
      thread.ready = true
      clearTimeout(timer)
      timer = setTimeout(late, milliseconds)
    }
    const late = () => {
      end(() => resolve({ status: 'late' }))
      void worker.terminate()
    }
    const failed = (error: Error & { code?: string }) =>
      end(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ status: 'late' }) : reject(error)))
    const gone = () => end(() => reject(new Error('The thread that reads guides ended by itself')))
    const silent = () => {
      end(() => reject(new Error('The thread that reads guides did not start')))
      void worker.terminate()
    }
    timer = thread.ready ? setTimeout(late, milliseconds) : setTimeout(silent, startsWithin)
    worker.on('message', heard).on('error', failed).on('exit', gone)
    worker.ref()
    worker.postMessage(job)
  })
}
