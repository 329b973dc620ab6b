import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { beginsAWord, type MatchTerm, matchGuides, matchTaxonomy } from '#db/full-text.ts'
import { skillAliases, skills } from '#db/schema/taxonomy.ts'
import { aliasKey } from '#features/taxonomy/taxonomy-schema.ts'
import type { Sought } from './marks.ts'
import { type Chunk, chunksOf, fold, formsOf, wordsOf } from './search-words.ts'
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

/**
 * Reads a search again whose words do not all occur: a word that nothing has becomes the beginning of one, or the word that
 * is a slip or two away.
 * @returns null if that does not help either
 */
export async function readWithSlips(query: string): Promise<ReadSearch | null> {
  const chunks: Chunk[] = []
  let changed = false
  const names = await namesOfAliases(chunksOf(query))
  const prefixes = new Set<string>()
  for (const chunk of chunksOf(query)) {
    const word = chunk.words[0] ?? ''
    if (await occurs(termOf(chunk, names, false))) {
      chunks.push(chunk)
    } else if (chunk.words.length > 1) {
      // "full-stak": its words one by one.
      for (const each of chunk.words) {
        const right = (await understood(each)) ?? each
        changed ||= right !== each
        chunks.push({ raw: right, words: [right] })
      }
    } else if (word.length > 2 && (await beginsAWord(word))) {
      chunks.push(chunk)
      prefixes.add(word)
    } else {
      const right = (await wordBook()).nearest(word)
      if (right === null) return null
      changed = true
      chunks.push({ raw: right, words: [right] })
    }
  }
  const corrected = changed ? chunks.map(({ raw }) => raw).join(' ') : null
  const again = readChunks(chunks, await namesOfAliases(chunks), false, prefixes)
  return { ...again, corrected }
}

async function understood(word: string): Promise<string | null> {
  const term = { phrases: formsOf(word).map((form) => [form]), prefix: false }
  return (await occurs(term)) ? word : (await wordBook()).nearest(word)
}

async function occurs(term: MatchTerm): Promise<boolean> {
  return (await matchTaxonomy([term], { take: 1 })).length > 0 || (await matchGuides([term], { take: 1 })).length > 0
}

function readChunks(
  chunks: readonly Chunk[],
  names: ReadonlyMap<string, readonly string[]>,
  lastIsPrefix: boolean,
  prefixes: ReadonlySet<string> = new Set(),
): ReadSearch {
  const terms = chunks.map((chunk, index) => {
    const open = (lastIsPrefix && index === chunks.length - 1) || prefixes.has(chunk.words[0] ?? '')
    return termOf(chunk, names, open)
  })
  const begun = terms
    .filter(({ prefix }) => prefix)
    .flatMap(({ phrases }) => phrases.map((words) => words.at(-1) ?? ''))
  return {
    terms,
    sought: { words: new Set(terms.flatMap(({ phrases }) => phrases.flat())), prefixes: begun },
    corrected: null,
  }
}

function termOf({ raw, words }: Chunk, names: ReadonlyMap<string, readonly string[]>, prefix: boolean): MatchTerm {
  if (prefix) return { phrases: [words], prefix }
  const named = names.get(aliasKey(raw))
  const own = words.length === 1 ? formsOf(words[0] ?? '').map((form) => [form]) : [words, [words.join('')]]
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
