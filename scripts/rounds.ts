import { setTimeout } from 'node:timers/promises'
import { draftsToLookAt } from '#features/draft/changed-queries.ts'
import { relint } from '#features/draft/relint-writes.ts'
import { publishDue } from '#features/draft/schedule-writes.ts'
import { log } from '#lib/log.ts'

/** Between two rounds, in milliseconds. */
const pause = 1000
const lookEvery = 5
/** Reading one guide again takes a thread some 50 ms, which whoever saves then waits for: so only a few, with time between. */
const perRound = 3
const breath = 200
/** What was changed shortly before the start, by a process that ended before it could look. */
const before = 60_000

/**
 * What the site does by itself: it publishes guides when their moment has come, at once those whose moment came while it
 * did not run, and it lints guides again after what they name has changed. One round ends before the next begins.
 * @returns what ends it
 */
export function startRounds(now = () => new Date()): () => void {
  let timer: NodeJS.Timeout | undefined
  let ended = false
  let number = 0
  let looked = new Date(now().getTime() - before)
  const waiting = new Set<string>()

  async function round(): Promise<void> {
    await publishDue(now())
    if (number++ % lookEvery === 0) {
      const at = now()
      for (const id of await draftsToLookAt(looked)) waiting.add(id)
      looked = at
    }
    for (const id of [...waiting].slice(0, perRound)) {
      waiting.delete(id)
      await relint(id)
      await setTimeout(breath, undefined, { ref: false })
    }
  }

  async function go(): Promise<void> {
    try {
      await round()
    } catch (err) {
      if (!ended) log().error({ err }, 'a round of what the site does by itself failed')
    }
    // Nothing waits for it at the end of the process.
    if (!ended) timer = globalThis.setTimeout(() => void go(), pause).unref()
  }

  void go()
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
