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

const word = /[\p{L}\p{N}+#][\p{L}\p{N}\p{M}+#]*/gu

const isSought = (text: string, { words, prefixes }: Sought): boolean => {
  const folded = fold(text)
  return words.has(folded) || prefixes.some((prefix) => folded.startsWith(prefix))
}

/** Cuts a text into what was searched for and what was not. The pieces together are the text. */
export function markText(text: string, sought: Sought): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(word)) {
    if (!isSought(found[0], sought)) continue
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), marked: false })
    pieces.push({ text: found[0], marked: true })
    at = found.index + found[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

interface Hit {
  start: number
  end: number
  folded: string
}

function hitsIn(text: string, sought: Sought): Hit[] {
  const hits: Hit[] = []
  for (const found of text.matchAll(word)) {
    if (isSought(found[0], sought)) {
      hits.push({ start: found.index, end: found.index + found[0].length, folded: fold(found[0]) })
    }
  }
  return hits
}

/** How many different words that were searched for a text has, and how often any of them. */
export function countSought(text: string, sought: Sought): { different: number; all: number } {
  const hits = hitsIn(text, sought)
  return { different: new Set(hits.map(({ folded }) => folded)).size, all: hits.length }
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
