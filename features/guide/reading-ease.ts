import { countWords, type GuideBody } from './guide-body.ts'
import { sentencesOf } from './sentences.ts'
import { syllablesIn } from './syllables.ts'

/** What the formula for the reading ease asks for, and the longest sentence. */
export interface Counted {
  words: number
  sentences: number
  syllables: number
  longest: number
}

/**
 * How easily a text reads, after Flesch ("A new readability yardstick", 1948). 60 to 70 is plain English, below 50 is
 * hard going, below 30 is for specialists.
 */
export function readingEase({ words, sentences, syllables }: Omit<Counted, 'longest'>): number {
  return 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)
}

/**
 * Counts the running text of a guide: its paragraphs and list items, in blocks as well. Headings, tables, code in lines of
 * its own, CV lines and "Related:" are no sentences.
 * @returns null if there is none
 */
export function countReading({ prose }: Pick<GuideBody, 'prose'>): Counted | null {
  const running = prose.filter(({ text, within, cell }) => !cell && within !== 'cv-lines' && !isRelated(text))
  const sentences = running.flatMap(sentencesOf).filter(({ text }) => countWords(text) > 0)
  if (sentences.length === 0) return null
  const lengths = sentences.map(({ text }) => countWords(text))
  return {
    words: lengths.reduce((sum, length) => sum + length, 0),
    sentences: sentences.length,
    syllables: sentences.reduce((sum, { text }) => sum + countSyllables(text), 0),
    longest: Math.max(...lengths),
  }
}

/** @returns whether it is the line that names another guide. */
export const isRelated = (text: string): boolean => /^related:/i.test(text)

/** As Flesch counts: a word with hyphens is one word of several syllables; figures, symbols and initials have one each. */
export function countSyllables(text: string): number {
  return text
    .split(/\s+/)
    .filter((word) => countWords(word) > 0)
    .reduce((sum, word) => sum + spoken(word), 0)
}

function spoken(word: string): number {
  const parts = word.replace(/['’]/g, '').match(/\p{L}+/gu) ?? []
  return parts.reduce((sum, part) => sum + (isInitials(part) ? 1 : syllablesIn(part)), 0) || 1
}

const isInitials = (part: string): boolean => part.length > 1 && part === part.toUpperCase()
