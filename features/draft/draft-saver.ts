import type { ConflictAnswer, DraftSnapshot, SaveAnswer } from './autosave-answers.ts'
import type { LocalCopies } from './local-copies.ts'
import { type DraftContent, sameContent } from './same-content.ts'

/** How an editor's work stands, for a line beside it. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** No answer from the site; tried again by itself. */
  | { kind: 'offline' }
  | { kind: 'signed-out'; message: string }
  /** The site will not take it as it is. */
  | { kind: 'refused'; message: string }
  | { kind: 'conflict'; current: DraftSnapshot }

export interface SaverView {
  state: SaveState
  /** What the site has, as far as this page knows. */
  base: DraftSnapshot
  /** Whether this browser keeps what is not saved. */
  keptHere: boolean
}

interface Parts {
  tab: string
  snapshot: DraftSnapshot
  copies: LocalCopies
  /** Sends a save. @param leaving the page is being closed, and the answer will not be seen */
  send(body: { baseVersion: number; content: DraftContent }, leaving: boolean): Promise<Response>
  /** Told after every change of the view. */
  changed(): void
}

/** How long a pause in typing is, in milliseconds, and how long one may type on without a save. */
const pause = 800
const longest = 5000
const retryFirst = 2000
const retryMost = 30_000

/** Saves an editor's work while it is typed, and keeps a copy in the browser until the site has it. One for each page. */
export class DraftSaver {
  readonly #parts: Parts
  #content: DraftContent
  #view: SaverView
  #timer: ReturnType<typeof setTimeout> | undefined
  #dirtySince = 0
  #retryIn = retryFirst
  #flight: Promise<void> | undefined
  #closed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#content = parts.snapshot.content
    this.#view = { state: { kind: 'saved' }, base: parts.snapshot, keptHere: true }
  }

  /** The same object until something changes, as React wants it. */
  get view(): SaverView {
    return this.#view
  }

  get content(): DraftContent {
    return this.#content
  }

  /** Something was typed. */
  change(content: DraftContent): void {
    this.#content = content
    this.#keep()
    if (this.#view.state.kind === 'conflict') return
    if (this.#isClean()) {
      if (!this.#flight) this.#settle()
      return
    }
    if (this.#dirtySince === 0) this.#dirtySince = Date.now()
    if (!this.#flight && this.#view.state.kind !== 'offline') this.#show({ kind: 'unsaved' })
    this.#schedule(Math.min(pause, Math.max(0, this.#dirtySince + longest - Date.now())))
  }

  /** Two versions were brought together: goes on from theirs with what came of it. */
  resolve(current: DraftSnapshot, content: DraftContent): void {
    this.#set({ base: current })
    this.#show({ kind: 'unsaved' })
    this.change(content)
    void this.retry()
  }

  /** Takes over what the site has, where nothing of one's own is unsaved. */
  load(snapshot: DraftSnapshot): void {
    this.#content = snapshot.content
    this.#set({ base: snapshot })
    this.#settle()
  }

  /** Tries now: after a failure, or because the browser is online again. */
  async retry(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#save()
  }

  /**
   * Saves what there is, at once.
   * @returns the version that the site has then
   * @throws Error with a sentence if it cannot be saved now
   */
  async flush(): Promise<number> {
    for (let turn = 0; turn < 3 && !this.#isClean(); turn++) await this.retry()
    if (this.#isClean()) return this.#view.base.version
    const { state } = this.#view
    throw new Error(
      'message' in state ? state.message : 'Your last changes are not saved yet. Wait a moment and try again.',
    )
  }

  /** The page is being closed: the last words are sent without waiting for an answer. The copy stays until the next visit. */
  leave(): void {
    if (this.#isClean() || this.#view.state.kind === 'conflict') return
    this.#keep()
    this.#parts.send(this.#request(), true).catch(() => undefined)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #isClean(): boolean {
    return sameContent(this.#content, this.#view.base.content)
  }

  #request() {
    return { baseVersion: this.#view.base.version, content: this.#content }
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#save(), delay)
  }

  async #save(): Promise<void> {
    if (this.#flight) return await this.#flight
    if (this.#closed || this.#isClean() || this.#view.state.kind === 'conflict') return
    this.#flight = this.#sendOnce()
    await this.#flight
  }

  async #sendOnce(): Promise<void> {
    const sent = this.#request()
    this.#show({ kind: 'saving' })
    let response: Response | null = null
    try {
      response = await this.#parts.send(sent, false)
    } catch {
      // No connection. That is a state of its own, shown to the editor.
    }
    const next = response ? await this.#read(response, sent.content) : ({ kind: 'offline' } as const)
    this.#flight = undefined
    if (next === null) this.#settle()
    else this.#show(next)
    this.#goOn(next)
  }

  /** @returns how it stands after an answer; null when it was saved */
  async #read(response: Response, content: DraftContent): Promise<SaveState | null> {
    const answer = (await response.json().catch(() => ({}))) as Partial<SaveAnswer & ConflictAnswer>
    if (response.ok && answer.version !== undefined && answer.savedAt) {
      this.#set({ base: { version: answer.version, content, savedAt: answer.savedAt, savedBy: null } })
      this.#dirtySince = 0
      return null
    }
    const message = answer.message ?? 'The site could not save this.'
    if (response.status === 409 && answer.current) return { kind: 'conflict', current: answer.current }
    if (response.status === 401) return { kind: 'signed-out', message }
    return response.status >= 500 || response.status === 429 ? { kind: 'offline' } : { kind: 'refused', message }
  }

  #goOn(state: SaveState | null): void {
    if (state === null) {
      this.#retryIn = retryFirst
      if (!this.#isClean()) this.#schedule(pause)
    } else if (state.kind === 'offline' || state.kind === 'signed-out') {
      this.#schedule(this.#retryIn)
      this.#retryIn = Math.min(this.#retryIn * 2, retryMost)
    }
  }

  #settle(): void {
    if (this.#isClean()) {
      this.#dirtySince = 0
      this.#parts.copies.drop(this.#parts.tab)
      this.#show({ kind: 'saved' })
    } else this.#show({ kind: 'unsaved' })
  }

  #keep(): void {
    const { base } = this.#view
    const kept = this.#parts.copies.keep(this.#parts.tab, {
      base,
      content: this.#content,
      at: new Date().toISOString(),
    })
    if (kept !== this.#view.keptHere) this.#set({ keptHere: kept })
  }

  #show(state: SaveState): void {
    this.#set({ state })
  }

  #set(change: Partial<SaverView>): void {
    this.#view = { ...this.#view, ...change }
    this.#parts.changed()
  }
}
