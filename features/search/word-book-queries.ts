import 'server-only'
import { contentVersion } from '#db/client.ts'
import { wordsAfter } from '#db/full-text.ts'
import { type KnownWord, WordBook } from './nearest-word.ts'

// With ten thousand guides the words take a fifth of a second to collect, which nobody should have to wait for at once.
const slice = 500
const keptMinutes = 10

interface Kept {
  version: number
  at: number
  book: Promise<WordBook>
}

let kept: Kept | null = null

/** The words of the site, at most ten minutes behind it: a new word is found without, it only forgives no slip yet. */
export function wordBook(now = Date.now()): Promise<WordBook> {
  const version = contentVersion()
  if (kept && (kept.version === version || now - kept.at < keptMinutes * 60_000)) return kept.book
  const book = collect()
  const mine = { version, at: now, book }
  kept = mine
  // What failed is tried again by the next one.
  book.catch(() => {
    if (kept === mine) kept = null
  })
  return book
}

async function collect(): Promise<WordBook> {
  const texts = new Map<string, number>()
  for (const index of ['guides', 'taxonomy'] as const) {
    let after = ''
    for (;;) {
      const rows = await wordsAfter(after, slice, index)
      for (const { term, doc } of rows) texts.set(term, (texts.get(term) ?? 0) + doc)
      const last = rows.at(-1)
      if (!last || rows.length < slice) break
      after = last.term
      await new Promise(setImmediate)
    }
  }
  return new WordBook(Array.from(texts, ([term, count]): KnownWord => ({ term, texts: count })))
}
