import { type KnownWire, mergedWire, nothingKnown, referenceKey } from './known-wire.ts'
import type { LintResult } from './lint-job.ts'
import type { LintRunner } from './lint-runner.ts'
import type { DraftContent } from './same-content.ts'

interface LoopParts {
  known: KnownWire
  runner: LintRunner
  /** Asks the server about references; null, or a rejection, if it does not answer. */
  ask(references: readonly string[]): Promise<KnownWire | null>
  show(result: LintResult): void
  wait(pending: boolean): void
}

const pause = 600
/** How long the server is left alone after it did not answer. */
const retryAfter = 15_000

/** Lints a text as it changes: after a pause in the typing, one run at a time, and the newest text last. */
export class LintLoop {
  readonly #parts: LoopParts
  #known: KnownWire
  #content: DraftContent | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #running = false
  #again = false
  #stopped = false
  #askNotBefore = 0

  constructor(parts: LoopParts) {
    this.#parts = parts
    this.#known = parts.known
  }

  change(content: DraftContent, after = pause): void {
    this.#content = content
    this.#parts.wait(true)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#run(), after)
  }

  /** Forgets what it was told, and asks again. */
  recheck(): void {
    this.#known = nothingKnown
    this.#askNotBefore = 0
    if (this.#content) this.change(this.#content, 0)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#parts.runner.stop()
  }

  async #run(): Promise<void> {
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = true
    do {
      this.#again = false
      await this.#once()
    } while (this.#again && !this.#stopped)
    this.#running = false
    if (!this.#stopped) this.#parts.wait(false)
  }

  async #once(): Promise<void> {
    const content = this.#content
    if (!content) return
    const result = await this.#parts.runner.run({ content, known: this.#known }).catch(() => null)
    if (this.#stopped) return
    if (!result) {
      // The linter itself is still to be loaded, and there is no connection.
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#run(), retryAfter)
      return
    }
    this.#parts.show(result)
    if (result.unasked.length === 0 || Date.now() < this.#askNotBefore) return
    const known = this.#known
    const asked = result.unasked.map(referenceKey)
    const answer = await this.#parts.ask(asked).catch(() => null)
    // What was forgotten meanwhile must not come back. Asked once is enough, whatever came of it.
    if (answer && known === this.#known) this.#known = mergedWire(known, { ...answer, asked })
    if (answer) this.#again = true
    else this.#askNotBefore = Date.now() + retryAfter
  }
}
