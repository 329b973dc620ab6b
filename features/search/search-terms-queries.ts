import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { beginsAWord, type MatchTerm, occurs } from '#db/full-text.ts'
import { skillAliases, skills } from '#db/schema/taxonomy.ts'
import { aliasKey } from '#features/taxonomy/taxonomy-schema.ts'
import type { Sought } from './marks.ts'
import { type Chunk, chunksOf, fold, formsOf, isTelling, synonymsOf, wordsOf } from './search-words.ts'
import { wordBook } from './word-book-queries.ts'

/** A search, read: what the texts must hold, and what is marked in them. */
export interface ReadSearch {
  terms: readonly MatchTerm[]
  sought: Sought
  /** What is looked for in place of what was typed; null if that was understood. */
  corrected: string | null
}

/**
 * Reads a search without doubting it: each word in its forms, and a skill by its name where an alias was typed.
 * @param typing whether the last word may not be whole yet
 */
export async function readSearch(query: string, { typing = false } = {}): Promise<ReadSearch> {
  const chunks = chunksOf(query)
  const names = await namesOfAliases(chunks)
  return readChunks(chunks, names, typing && !/\s$/.test(query))
}

/** How many words that somebody may have meant are tried. */
const guesses = 4

/**
 * Reads a search again whose words do not all occur: a word that nothing has becomes the beginning of one, or the word a
 * slip or two away with which something is found.
 * @param typing whether the last word may not be whole yet
 * @returns null if that does not help either
 */
export async function readWithSlips(query: string, { typing = false } = {}): Promise<ReadSearch | null> {
  const chunks = chunksOf(query)
  const names = await namesOfAliases(chunks)
  const slots = (
    await Promise.all(chunks.map((chunk, at) => slotsOf(chunk, names, typing && at === chunks.length - 1)))
  ).flat()
  if (slots.some((options) => options.length === 0)) return null
  const readings = await Promise.all(
    Array.from({ length: guesses + 1 }, (_, guess) =>
      reading(slots.flatMap((slot) => slot[Math.min(guess, slot.length - 1)] ?? [])),
    ),
  )
  // A guess that something is called by is better than one that is only said somewhere.
  for (const where of ['names', 'anywhere'] as const) {
    for (const each of readings) if (await occurs(each.terms, where)) return each
  }
  return null
}

async function reading(options: readonly Option[]): Promise<ReadSearch> {
  const chunks = options.map(({ chunk }) => chunk)
  const prefixes = new Set(options.flatMap(({ begun, chunk }) => (begun ? chunk.words : [])))
  const corrected = options.some(({ guessed }) => guessed) ? chunks.map(({ raw }) => raw).join(' ') : null
  return { ...readChunks(chunks, await namesOfAliases(chunks), false, prefixes), corrected }
}

/** What may stand in the place of a word, the likeliest first. */
type Slot = Option[]

interface Option {
  chunk: Chunk
  /** Whether it is the beginning of a word. */
  begun: boolean
  guessed: boolean
}

const known = (chunk: Chunk): Option => ({ chunk, begun: false, guessed: false })

async function slotsOf(chunk: Chunk, names: Names, typing: boolean): Promise<Slot[]> {
  if (await occurs([termOf(chunk, names, false)])) return [[known(chunk)]]
  // "full-stak": its words one by one.
  return await Promise.all(
    [...new Set(chunk.words)].map((word) => slotOf(word, chunk.words.length === 1 ? chunk.raw : word, typing)),
  )
}

async function slotOf(word: string, raw: string, typing: boolean): Promise<Slot> {
  const chunk = { raw, words: [word] }
  if (await occurs([termOf(chunk, new Map(), false)])) return [known(chunk)]
  const begun = word.length > 2 && (await beginsAWord(word)) ? [{ ...known(chunk), begun: true }] : []
  const book = await wordBook()
  const whole = book.nearest(word, { take: guesses })
  const near = whole.length === 0 && typing ? book.nearest(word, { take: guesses, begun: true }) : whole
  return [...begun, ...near.map((each) => ({ ...known({ raw: each, words: [each] }), guessed: true }))]
}

type Names = ReadonlyMap<string, readonly string[]>

function readChunks(
  chunks: readonly Chunk[],
  names: Names,
  lastIsPrefix: boolean,
  prefixes: ReadonlySet<string> = new Set(),
): ReadSearch {
  const terms = chunks.map((chunk, index) => {
    const last = lastIsPrefix && index === chunks.length - 1 && (chunk.words.at(-1)?.length ?? 0) > 1
    const open = last || prefixes.has(chunk.words[0] ?? '')
    return termOf(chunk, names, open)
  })
  const begun = terms
    .filter(({ prefix }) => prefix)
    .flatMap(({ phrases }) => phrases.map((words) => words.at(-1) ?? ''))
  return {
    terms,
    sought: { words: new Set(terms.flatMap(({ phrases }) => phrases.flatMap(worthMarking))), prefixes: begun },
    corrected: null,
  }
}

/** Of a name such as Databases and SQL, "and" is in every text. */
const worthMarking = (words: readonly string[]): readonly string[] =>
  words.length > 1 ? words.filter(isTelling) : words

function termOf({ raw, words }: Chunk, names: Names, prefix: boolean): MatchTerm {
  if (prefix) return { phrases: [words], prefix }
  const named = names.get(aliasKey(raw))
  const own =
    words.length === 1
      ? [...formsOf(words[0] ?? '').map((form) => [form]), ...synonymsOf(words[0] ?? '')]
      : [words, [words.join('')]]
  return { phrases: named ? [...own, named] : own, prefix }
}

/** The names of skills that chunks are aliases of, as words. A name of two letters would say less than the alias. */
async function namesOfAliases(chunks: readonly Chunk[]): Promise<Map<string, readonly string[]>> {
  if (chunks.length === 0) return new Map()
  const rows = await read
    .select({ key: skillAliases.key, name: skills.name })
    .from(skillAliases)
    .innerJoin(skills, eq(skills.id, skillAliases.skillId))
    .where(
      and(
        inArray(
          skillAliases.key,
          chunks.map(({ raw }) => aliasKey(raw)),
        ),
        eq(skills.unfinished, false),
      ),
    )
  return new Map(
    rows
      .filter(({ key, name }) => fold(name).length > 2 && fold(name) !== key)
      .map(({ key, name }) => [key, wordsOf(name)]),
  )
}
