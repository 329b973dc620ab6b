/*
 * How a search is read. Words are cut as the full-text index cuts them (db/search-index.ts): letters, digits, + and #.
 */

/** What is asked at most, in characters; the rest is cut off. */
export const queryAtMost = 120
/** How many words of it are looked for. */
const wordsAtMost = 12
const commonAtMost = 4

const cut = /[^\p{L}\p{N}+#]+/u

/** A text as the index compares it: small letters, without accents. */
export function fold(text: string): string {
  // Most words have nothing to fold, and a search folds thousands.
  const plain = plainText.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const plainText = /^[\u0000-\u007f]*$/

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return fold(text).split(cut).filter(Boolean)
}

/** What was typed between two spaces or strokes: its words follow each other in a text. "Node.js" is two of them. */
export interface Chunk {
  /** As it was typed. */
  raw: string
  words: readonly string[]
}

// Too common to tell texts apart, or said of a text and not in it. Kept where nothing else was asked.
const common = new Set(
  [
    'a an and are as at be by can do does for from get have how i in is it me my of on or should so that the this to want',
    'was we what when where which who why with would you your need make making pass help best good better tips example',
    'examples template templates method list',
  ].flatMap((line) => line.split(' ')),
)

// Two words that are as often written as one, or that a shorter one stands for. Written as one they are looked for both ways.
const joined: [RegExp, string][] = [
  [/\b(front|back)[ -]end\b/gi, '$1end'],
  [/\bfull[ -]stack\b/gi, 'fullstack'],
  [/\bcyber[ -]security\b/gi, 'cybersecurity'],
  [/\bdev[ -]ops\b/gi, 'devops'],
  [/\bcurriculum vitae\b/gi, 'cv'],
]

/** What the site calls what others call so; as words that follow each other. */
const alsoCalled: Record<string, readonly (readonly string[])[]> = {
  frontend: [['front', 'end']],
  backend: [['back', 'end']],
  fullstack: [['full', 'stack']],
  cybersecurity: [['cyber', 'security']],
  resume: [['cv']],
  resumes: [['cv']],
  cvs: [['cv']],
  coworker: [['colleague']],
  coworkers: [['colleagues']],
  teammate: [['colleague']],
  programmer: [['developer']],
  coder: [['developer']],
  salary: [['pay']],
  wage: [['pay']],
  wages: [['pay']],
  website: [['web']],
}

/** Whether a word tells texts apart, so that it is worth marking in one. */
export const isTelling = (word: string): boolean => !common.has(word)

/** Other words for the same thing. */
export const synonymsOf = (word: string): readonly (readonly string[])[] => alsoCalled[word] ?? []

/**
 * Reads what somebody typed.
 * @returns its chunks in order, without repeats and without words that every text has; empty if there is no word in it
 */
export function chunksOf(query: string): Chunk[] {
  const text = joined.reduce((all, [two, one]) => all.replace(two, one), query.slice(0, queryAtMost))
  const chunks = withinLimit(
    text
      .split(/[\s,;/|]+/)
      .map((raw) => ({ raw, words: wordsOf(raw) }))
      .filter(({ words }) => words.length > 0),
    wordsAtMost,
  )
  // "IT support", and "it support" as well: who begins with it means the trade.
  const isTrade = (raw: string, at: number) => raw === 'IT' || (at === 0 && raw.toLowerCase() === 'it')
  const telling = chunks.filter(
    ({ raw, words }, at) => words.length > 1 || !common.has(words[0] ?? '') || isTrade(raw, at),
  )
  const seen = new Set<string>()
  // Words that every text has cost the most to look for, and tell the least.
  return (telling.length > 0 ? telling : withinLimit(chunks, commonAtMost)).filter(({ words }) => {
    const key = words.join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

/** The first so many words, wherever they stand: one sign can fold into many of them. */
function withinLimit(chunks: readonly Chunk[], most: number): Chunk[] {
  let left = most
  return chunks.flatMap(({ raw, words }) => {
    const taken = words.slice(0, left)
    left -= taken.length
    return taken.length > 0 ? [{ raw, words: taken }] : []
  })
}

/**
 * Other forms in which English writes a word, for whoever types "interviews" and would be served by "interview". The index
 * is asked which of them there are, so a wrong guess costs nothing.
 */
export function formsOf(word: string): string[] {
  if (word.length < 4 || !/^\p{L}+$/u.test(word)) return [word]
  const stems = new Set([word])
  if (/[^s]s$/.test(word)) stems.add(word.slice(0, -1))
  if (/(?:s|x|z|ch|sh)es$/.test(word)) stems.add(word.slice(0, -2))
  if (/ies$/.test(word)) stems.add(`${word.slice(0, -3)}y`)
  if (/ing$/.test(word) && word.length > 5) stems.add(word.slice(0, -3)).add(`${word.slice(0, -3)}e`)
  if (/ed$/.test(word) && word.length > 4) stems.add(word.slice(0, -2)).add(word.slice(0, -1))
  const forms = [...stems].flatMap((stem) => [stem, ...inflected(stem)])
  return [...new Set(forms.flatMap(bothSpellings))]
}

function inflected(stem: string): string[] {
  if (/(?:s|x|z|ch|sh)$/.test(stem)) return [`${stem}es`]
  if (/[^aeiou]y$/.test(stem)) return [`${stem.slice(0, -1)}ies`, `${stem}ing`]
  if (/e$/.test(stem)) return [`${stem}s`, `${stem}d`, `${stem.slice(0, -1)}ing`]
  return [`${stem}s`, `${stem}ing`, `${stem}ed`]
}

/** British and American: organise, organize. */
const bothSpellings = (word: string): string[] => [
  word,
  word.replace(/iz(?=e|ing|ation)/, 'is'),
  word.replace(/(?<=\p{L}{3})is(?=e[sd]?$|ing$|ation)/u, 'iz'),
]
