import { fold } from './search-words.ts'

/** A piece of a text, and whether it was searched for. */
export interface Piece {
  text: string
  marked: boolean
}

/** What is marked in a text: words as the index has them, and beginnings of words. */
export interface Sought {
  words: ReadonlySet<string>
  prefixes: readonly string[]
}

interface Hit {
  start: number
  end: number
  folded: string
}

const letter = '[\\p{L}\\p{N}\\p{M}+#]'
const anyWord = new RegExp(`${letter}+`, 'gu')
const isLetter = new RegExp(letter, 'u')
// Letters that may have to be folded. The signs of print, such as quotation marks, are none.
const accented = /\p{M}|[\u00c0-\u024f]|[\u1e00-\u1eff]|[\uff00-\uffef]/u

const finders = new WeakMap<Sought, RegExp>()

/** Finds words that were searched for as they stand: much quicker than to look at each word of a guide. */
function finderOf(sought: Sought): RegExp {
  const known = finders.get(sought)
  if (known) return known
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const words = [
    ...[...sought.words].map(escaped),
    ...sought.prefixes.map((prefix) => `${escaped(prefix)}${letter}*`),
  ].sort((a, b) => b.length - a.length)
  const finder = new RegExp(words.length > 0 ? `(?:${words.join('|')})(?!${letter})` : '(?!)', 'giu')
  finders.set(sought, finder)
  return finder
}

function hitsIn(text: string, sought: Sought): Hit[] {
  if (accented.test(text)) return foldedHits(text, sought)
  const hits: Hit[] = []
  for (const found of text.matchAll(finderOf(sought))) {
    if (found.index > 0 && isLetter.test(text[found.index - 1] ?? '')) continue
    hits.push({ start: found.index, end: found.index + found[0].length, folded: fold(found[0]) })
  }
  return hits
}

function foldedHits(text: string, { words, prefixes }: Sought): Hit[] {
  const hits: Hit[] = []
  for (const found of text.matchAll(anyWord)) {
    const folded = fold(found[0])
    if (!words.has(folded) && !prefixes.some((prefix) => folded.startsWith(prefix))) continue
    hits.push({ start: found.index, end: found.index + found[0].length, folded })
  }
  return hits
}

/** Cuts a text into what was searched for and what was not. The pieces together are the text. */
export function markText(text: string, sought: Sought): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of hitsIn(text, sought)) {
    const between = text.slice(at, start)
    const last = pieces.at(-1)
    // Words that follow each other are one mark.
    if (last?.marked && /^ +$/.test(between)) {
      last.text += between + text.slice(start, end)
      at = end
      continue
    }
    if (start > at) pieces.push({ text: between, marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

/** The words of a text that were searched for, folded, each as often as it stands there. */
export function soughtIn(text: string, sought: Sought): string[] {
  return hitsIn(text, sought).map(({ folded }) => folded)
}

/** How many different words that were searched for a text has. */
export function countSought(text: string, sought: Sought): number {
  return new Set(soughtIn(text, sought)).size
}

/**
 * The part of a text that shows the most of what was searched for, whole words, with … where it was cut.
 * @param length in characters, about
 */
export function passageOf(text: string, sought: Sought, length = 180): string {
  if (text.length <= length) return text
  const hits = hitsIn(text, sought)
  let best = { start: 0, score: -1 }
  for (const [index, { start }] of hits.entries()) {
    const within = hits.slice(index).filter(({ end }) => end <= start + length * 0.75)
    const score = new Set(within.map(({ folded }) => folded)).size * 10 + within.length
    if (score > best.score) best = { start, score }
  }
  const lead = Math.round(length * 0.2)
  const from = sentenceStart(text, best.start, lead)
  const cut = text.slice(from, from + length)
  const end = from + length >= text.length ? cut : cut.replace(/\s+\S*$/, '')
  return `${from > 0 ? '… ' : ''}${end}${from + end.length < text.length ? ' …' : ''}`
}

// Begins with the sentence where that is near, and with a whole word otherwise.
function sentenceStart(text: string, hit: number, lead: number): number {
  if (hit <= lead) return 0
  const near = text.slice(Math.max(0, hit - lead * 2), hit)
  const sentence = near.search(/(?<=[.!?]\s)(?=[^.!?]*$)/)
  if (sentence >= 0) return Math.max(0, hit - lead * 2) + sentence
  const space = text.indexOf(' ', hit - lead)
  return space >= 0 && space < hit ? space + 1 : hit
}
