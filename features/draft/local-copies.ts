import type { DraftSnapshot } from './autosave-answers.ts'
import type { DraftContent } from './draft-content.ts'

/** What a browser keeps of a guide that is not saved yet: enough to bring it together with whatever came meanwhile. */
export interface LocalCopy {
  /** What it was made from. */
  base: DraftSnapshot
  content: DraftContent
  /** ISO 8601, UTC. */
  at: string
}

/** The part of localStorage that is needed. */
export type CopyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * The copies of one person's unsaved work on one guide, a copy for each window. They outlive a crash, a closed tab and a
 * session that ran out, and nobody else who signs in on this machine is offered them.
 */
export class LocalCopies {
  readonly #store: CopyStore
  readonly #prefix: string

  constructor(store: CopyStore, userId: string, guideId: string) {
    this.#store = store
    this.#prefix = `guidepost.copy.${userId}.${guideId}.`
  }

  /** @returns false if the browser has no room, or does not allow it: the work is then in the page alone */
  keep(tab: string, copy: LocalCopy): boolean {
    try {
      this.#store.setItem(this.#prefix + tab, JSON.stringify(copy))
      return true
    } catch {
      // A full or forbidden storage throws; the page says that nothing is kept.
      return false
    }
  }

  drop(tab: string): void {
    this.#store.removeItem(this.#prefix + tab)
  }

  /**
   * The newest copy that no open window is working on.
   * @param open the tabs that are open now, this one left out
   */
  orphan(open: ReadonlySet<string>): { tab: string; copy: LocalCopy } | null {
    const found = this.#tabs()
      .filter((tab) => !open.has(tab))
      .flatMap((tab) => {
        const copy = this.#read(tab)
        return copy ? [{ tab, copy }] : []
      })
    return found.toSorted((a, b) => b.copy.at.localeCompare(a.copy.at))[0] ?? null
  }

  #tabs(): string[] {
    const keys = Array.from({ length: this.#store.length }, (_, at) => this.#store.key(at) ?? '')
    return keys.filter((key) => key.startsWith(this.#prefix)).map((key) => key.slice(this.#prefix.length))
  }

  #read(tab: string): LocalCopy | null {
    try {
      const copy = JSON.parse(this.#store.getItem(this.#prefix + tab) ?? 'null') as LocalCopy | null
      return copy && typeof copy.content?.body === 'string' && typeof copy.base?.version === 'number' ? copy : null
    } catch {
      // Not something that this page wrote: as good as not there.
      return null
    }
  }
}
