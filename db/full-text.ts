import { readWith } from './client.ts'
import type { SearchKind } from './schema/words.ts'

/** A word of a search: which texts hold it. */
export interface MatchTerm {
  /** Any of these will do; each is one or more words that follow each other. */
  phrases: readonly (readonly string[])[]
  /** Whether the last word of each may go on. */
  prefix: boolean
}

export interface Match {
  subjectId: string
  /** Whether its title holds every term. */
  called: boolean
}

/** Where a match may be: anywhere, in what a thing is called, or in its title alone. */
export type Where = 'anywhere' | 'names' | 'title'

const limit = 'ORDER BY rank LIMIT ?'

interface Range {
  take: number
  where?: Where
  /** Whether one of the terms is enough. */
  any?: boolean
}

/** The guides that hold every term, the best first: those that are called so, then the others. */
export async function matchGuides(terms: readonly MatchTerm[], range: Range): Promise<Match[]> {
  return await titlesFirst(range, (each) => guidesIn(terms, each))
}

/** The same for skills, roles or questions. */
export async function matchTaxonomy(
  terms: readonly MatchTerm[],
  { kind, ...range }: Range & { kind: SearchKind },
): Promise<Match[]> {
  return await titlesFirst(range, (each) => taxonomyIn(terms, kind, each))
}

/**
 * BM25 holds a word that every text has for worthless, also in a title. So what is called what was asked for is found
 * first, on its own.
 */
async function titlesFirst(range: Range, find: (range: Required<Range>) => Promise<string[]>): Promise<Match[]> {
  const { take, where = 'anywhere', any = false } = range
  const title = where === 'title'
  if (title || any) return (await find({ take, where, any })).map((subjectId) => ({ subjectId, called: title }))
  const called = new Set(await find({ take, where: 'title', any }))
  const rest = called.size < take ? await find({ take, where, any }) : []
  return [...new Set([...called, ...rest])]
    .slice(0, take)
    .map((subjectId) => ({ subjectId, called: called.has(subjectId) }))
}

async function guidesIn(terms: readonly MatchTerm[], { take, where, any }: Required<Range>): Promise<string[]> {
  if (terms.length === 0) return []
  const rows = await readWith<{ subject_id: string }>(
    `SELECT subject_id FROM search_guides JOIN search_entries ON search_entries.id = search_guides.rowid
      WHERE search_guides MATCH ? ${limit}`,
    matchExpression(terms, where, any),
    take,
  )
  return rows.map((row) => row.subject_id)
}

async function taxonomyIn(
  terms: readonly MatchTerm[],
  kind: SearchKind,
  { take, where, any }: Required<Range>,
): Promise<string[]> {
  if (terms.length === 0) return []
  const rows = await readWith<{ subject_id: string }>(
    `SELECT subject_id FROM search_taxonomy JOIN search_entries ON search_entries.id = search_taxonomy.rowid
      WHERE search_taxonomy MATCH ? AND kind = ? ${limit}`,
    matchExpression(terms, where, any),
    kind,
    take,
  )
  return rows.map((row) => row.subject_id)
}

/** Whether anything holds every term; quicker than to find the best of what does. */
export async function occurs(terms: readonly MatchTerm[], where: Where = 'anywhere'): Promise<boolean> {
  const words = matchExpression(terms, where)
  for (const index of ['search_taxonomy', 'search_guides'] as const) {
    const rows = await readWith(`SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT 1`, words)
    if (rows.length > 0) return true
  }
  return false
}

const vocabularies = ['search_guides_words', 'search_taxonomy_words'] as const

/** Whether the site uses a word that begins like this. */
export async function beginsAWord(prefix: string): Promise<boolean> {
  for (const vocabulary of vocabularies) {
    const rows = await readWith(
      `SELECT 1 FROM ${vocabulary} WHERE term >= ? AND term < ? LIMIT 1`,
      prefix,
      `${prefix}\u{10FFFF}`,
    )
    if (rows.length > 0) return true
  }
  return false
}

/** @returns up to `take` words that the site uses, with in how many texts, from the one after `after` on, by the alphabet */
export async function wordsAfter(
  after: string,
  take: number,
  index: 'guides' | 'taxonomy',
): Promise<{ term: string; doc: number }[]> {
  return await readWith(`SELECT term, doc FROM search_${index}_words WHERE term > ? ORDER BY term LIMIT ?`, after, take)
}

/** Terms in the words of FTS5. */
export function matchExpression(terms: readonly MatchTerm[], where: Where = 'anywhere', any = false): string {
  const all = terms
    .map(({ phrases, prefix }) => `(${phrases.map((words) => phrase(words, prefix)).join(' OR ')})`)
    .join(any ? ' OR ' : ' AND ')
  const columns = { anywhere: '', names: '{title names} : ', title: 'title : ' }[where]
  return columns === '' ? all : `${columns}(${all})`
}

// In quotes nothing is an operator.
const phrase = (words: readonly string[], prefix: boolean) =>
  `"${words.join(' ').replaceAll('"', '""')}"${prefix ? ' *' : ''}`
