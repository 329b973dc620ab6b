import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { type PictureType, pictureLimits } from './picture-limits.ts'

/** How a file ended: its widths are in the folder, or a sentence for whoever sent it. */
export type Processed =
  | { status: 'done'; width: number; height: number; widths: number[]; bytes: number }
  | { status: 'refused'; message: string }
  /** Too many others are being worked on. */
  | { status: 'busy' }

const timeLimit = 20_000
/** Of JavaScript's own memory, in MB. The pixels are bounded by their number. */
const memoryLimit = 128
const runAtOnce = 2
const waitAtMost = 6

const refusals = {
  unreadable: 'This file is damaged or cut off, or is not what it says. Open it and save it anew as PNG or JPEG.',
  pixels: 'This picture has more than 40 million pixels. Save it smaller: 2,000 pixels across are enough.',
  ratio: `This picture is more than ${pictureLimits.ratio} times as long as it is wide. Cut it into parts.`,
  time: 'This picture took too long to read. Save it smaller, or anew as PNG or JPEG.',
} as const

const answerSchema = z.union([
  z.object({ refusal: z.enum(['unreadable', 'pixels', 'ratio']) }),
  z.object({ width: z.int(), height: z.int(), widths: z.array(z.int()), bytes: z.int() }),
])

interface Queue {
  running: number
  waiting: (() => void)[]
}

// Each bundle of a handler loads this module anew; there is one machine.
const key = Symbol.for('guidepost.pictures')
const store = globalThis as { [key]?: Queue }

function queue(): Queue {
  store[key] ??= { running: 0, waiting: [] }
  return store[key]
}

/** Whether another file would be turned away: to be asked before it is read. */
export const isBusy = (): boolean => queue().waiting.length >= waitAtMost

/** Makes the widths of a picture in a process of its own, in turn with the others. */
export async function processPicture(
  bytes: Buffer,
  type: PictureType,
  folder: string,
  milliseconds = timeLimit,
): Promise<Processed> {
  return await inTurn(() => run(bytes, type, [folder], milliseconds))
}

/** Decodes all of a WebP picture in such a process, and makes nothing of it. */
export const checkPicture = (bytes: Buffer): Promise<Processed> => inTurn(() => run(bytes, 'webp', [], timeLimit))

async function inTurn(work: () => Promise<Processed>): Promise<Processed> {
  if (isBusy()) return { status: 'busy' }
  await turn()
  try {
    return await work()
  } finally {
    leave()
  }
}

async function turn(): Promise<void> {
  const line = queue()
  // Whoever leaves hands its place on, so nobody new can slip in between.
  if (line.running >= runAtOnce) await new Promise<void>((resolve) => line.waiting.push(resolve))
  else line.running++
}

function leave(): void {
  const next = queue().waiting.shift()
  if (next) next()
  else queue().running--
}

function run(bytes: Buffer, type: PictureType, folder: [string] | [], milliseconds: number): Promise<Processed> {
  // By the folder that the site is started from: the bundle that this may be part of stands elsewhere.
  const script = join(/* turbopackIgnore: true */ process.cwd(), 'features/picture/picture-process.ts')
  const options = ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${memoryLimit}`]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...options, script, type, ...folder], {
      // Nothing of the site's settings: the process has no use for its secret.
      env: { NODE_ENV: env().mode },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, milliseconds)
    const said: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] = (said[stream] + text).slice(0, 4000)
      })
    }
    // A process that has died reads nothing more; how it died is said below.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (late) return resolve({ status: 'refused', message: refusals.time })
      resolve(read(said.stdout) ?? failed({ code, signal, stderr: said.stderr }))
    })
  })
}

function read(line: string): Processed | null {
  try {
    const answer = answerSchema.parse(JSON.parse(line))
    return 'refusal' in answer
      ? { status: 'refused', message: refusals[answer.refusal] }
      : { status: 'done', ...answer }
  } catch {
    return null
  }
}

/** A file that ends the process is refused like any other that cannot be read, but somebody should look at it. */
function failed(end: { code: number | null; signal: string | null; stderr: string }): Processed {
  log().warn(end, 'a picture ended the process that read it')
  return { status: 'refused', message: refusals.unreadable }
}
