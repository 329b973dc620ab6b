/** The part of sessionStorage that is needed. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (name: string): string => `guidepost.refused.${name}`

/** Keeps what a form holds that was sent and refused, in this tab alone, so that a reload of the page loses nothing. */
export function keepRefused(store: DraftStore, name: string, draft: object): void {
  try {
    store.setItem(keyOf(name), JSON.stringify(draft))
  } catch {
    // A full or forbidden storage throws; the form is then in the page alone.
  }
}

/** @returns the fields that are kept; null where there are none, or something else stands there */
export function refusedDraft(store: DraftStore, name: string): object | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(name)) ?? 'null')
    return typeof kept === 'object' && !Array.isArray(kept) ? kept : null
  } catch {
    // Forbidden, or not something that this page wrote: as good as not there.
    return null
  }
}

export function dropRefused(store: DraftStore, name: string): void {
  try {
    store.removeItem(keyOf(name))
  } catch {
    // Forbidden: then nothing is there.
  }
}
