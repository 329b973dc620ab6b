import 'server-only'
import { eq, or, sql } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { type Match, matchGuides, matchTaxonomy, type Where } from '#db/full-text.ts'
import { roles, skillAliases, skills } from '#db/schema/taxonomy.ts'
import { type SearchKind, searchKinds } from '#db/schema/words.ts'
import { aliasKey } from '#features/taxonomy/taxonomy-schema.ts'
import { guideHits, type Place, placesAbout, questionHits, roleHits, skillHits } from './search-hit-queries.ts'
import { type ReadSearch, readSearch, readWithSlips } from './search-terms-queries.ts'
import type { Found, Hit, HitGroup } from './search-types.ts'
import { wishOf } from './search-wish.ts'
import { queryAtMost } from './search-words.ts'

/** How many of each kind are shown where all kinds are, and on a page of one kind. */
const together: Record<SearchKind, number> = { guide: 8, skill: 5, role: 4, question: 4 }
export const hitsOnPage = 20
/** Beyond this nobody looks, and each page would cost more than the one before. */
export const pagesAtMost = 10
const suggested = 8

interface Options {
  /** One kind alone; all of them otherwise. */
  kind: SearchKind | null
  /** From 1 on; of one kind alone. */
  page: number
}

/**
 * Looks through guides, skills, roles and questions. Words that nothing has are taken for slips; where that does not help
 * either, what has some of the words is found.
 */
export async function search(typed: string, options: Options): Promise<Found> {
  const { query, kind } = wishOf(typed)
  const named = await thingsNamed(query)
  const literal = await readSearch(query)
  if (literal.terms.length === 0) return nothing
  const found = await groupsFor(literal, options, named)
  if (found.length > 0) {
    const nearby = await nearbyOf(literal, options, named, found)
    return { ...nothing, groups: ofKindFirst(found, kind), nearby }
  }
  // What the first page did not correct, a later one must not either.
  if (options.page > 1 && (await groupsFor(literal, { ...options, page: 1 }, named)).length > 0) return nothing
  const read = await readWithSlips(query)
  const corrected = read ? await groupsFor(read, options, await thingsNamed(read.corrected ?? query)) : []
  if (read && corrected.length > 0) {
    return { ...nothing, groups: ofKindFirst(corrected, kind), corrected: read.corrected }
  }
  return { ...nothing, groups: await groupsFor(read ?? literal, options, named, true), loose: true }
}

const nothing: Found = { groups: [], corrected: null, loose: false, nearby: [] }

/** So few hits that somebody may have meant more. */
const few = 4
const nearbyAtMost = 6

async function nearbyOf(read: ReadSearch, options: Options, named: Named, found: HitGroup[]): Promise<Hit[]> {
  const known = new Set(found.flatMap(({ hits }) => hits.map(({ id }) => id)))
  if (options.kind !== null || read.terms.length < 2 || known.size >= few) return []
  const loose = await groupsFor(read, options, named, true)
  return loose.flatMap(({ hits }) => hits.filter(({ id }) => !known.has(id)).slice(0, 2)).slice(0, nearbyAtMost)
}

const ofKindFirst = (groups: HitGroup[], kind: SearchKind | null): HitGroup[] => [
  ...groups.filter((group) => group.kind === kind),
  ...groups.filter((group) => group.kind !== kind),
]

/** The few things that somebody who is typing may be looking for; what a thing is called counts first. */
export async function suggest(typed: string): Promise<Hit[]> {
  const { query } = wishOf(typed)
  const literal = await readSearch(query, { typing: true })
  if (literal.terms.length === 0) return []
  const hits = await suggestionsFor(literal, await thingsNamed(query))
  if (hits.length > 0) return hits
  const read = await readWithSlips(query, { typing: true })
  return read ? await suggestionsFor(read, await thingsNamed(read.corrected ?? query)) : []
}

async function suggestionsFor({ terms, sought }: ReadSearch, { skillId, roleId }: Named): Promise<Hit[]> {
  const take = 4
  const of = async (kind: SearchKind, where: Where) => idsOf(await matchTaxonomy(terms, { kind, take, where }))
  const [skills, roles, titles, questions] = await Promise.all([
    of('skill', 'names'),
    of('role', 'title'),
    matchGuides(terms, { take, where: 'title' }).then(idsOf),
    of('question', 'title'),
  ])
  const enough = skills.length + roles.length + titles.length + questions.length >= take
  const guides = !enough
    ? [...new Set([...titles, ...idsOf(await matchGuides(terms, { take }))])].slice(0, take)
    : titles
  const groups = await Promise.all([
    skillHits(inFront(skillId ? [skillId] : [], skills).slice(0, 3), sought),
    roleHits(inFront(roleId ? [roleId] : [], roles).slice(0, 2), sought),
    guideHits(guides, sought),
    questionHits(questions.slice(0, 2), sought),
  ])
  return groups.flat().slice(0, suggested)
}

/** What a search names outright. */
interface Named {
  skillId: string | null
  roleId: string | null
}

async function thingsNamed(query: string): Promise<Named> {
  const key = aliasKey(query.slice(0, queryAtMost))
  const [skill] = await read
    .select({ id: skills.id })
    .from(skills)
    .leftJoin(skillAliases, eq(skillAliases.skillId, skills.id))
    .where(sql`not ${skills.unfinished} and ${or(eq(skillAliases.key, key), eq(sql`lower(${skills.name})`, key))}`)
    .limit(1)
  const [role] = await read
    .select({ id: roles.id })
    .from(roles)
    .where(eq(sql`lower(${roles.name})`, key))
    .limit(1)
  return { skillId: skill?.id ?? null, roleId: role?.id ?? null }
}

async function groupsFor(read: ReadSearch, options: Options, named: Named, any = false): Promise<HitGroup[]> {
  const kinds = options.kind ? [options.kind] : searchKinds
  const groups = await Promise.all(kinds.map((kind) => groupOf(kind, read, options, named, any)))
  return inOrder(
    groups.filter(({ hits }) => hits.length > 0),
    named,
  )
}

/** Guides first, but for a skill or a role that is called what was asked for. */
const inOrder = (groups: RankedGroup[], { roleId }: Named): HitGroup[] => [
  // A job by its very name before the skills that adverts call so.
  ...groups.filter(({ kind }) => kind === 'role' && roleId),
  ...groups.filter(({ kind, called }) => called && !(kind === 'role' && roleId)),
  ...groups.filter(({ called }) => !called),
]

/** A group, and whether it stands before the guides. */
interface RankedGroup extends HitGroup {
  called: boolean
}

async function groupOf(
  kind: SearchKind,
  { terms, sought }: ReadSearch,
  options: Options,
  { skillId, roleId }: Named,
  any: boolean,
): Promise<RankedGroup> {
  const take = options.kind ? hitsOnPage : together[kind]
  const skip = options.kind ? (options.page - 1) * hitsOnPage : 0
  // From the first on, since what is named stands before it all; one more than is shown tells whether there are more.
  const range = { take: skip + take + 1, any }
  const places = kind === 'guide' && skillId ? await placesAbout(skillId, 3) : []
  const matched = await (kind === 'guide' ? matchGuides(terms, range) : matchTaxonomy(terms, { ...range, kind }))
  const first = firstOf(kind, places, { skillId, roleId })
  const ids = inFront(first, idsOf(matched)).slice(skip)
  const more = ids.length > take && (options.kind === null || options.page < pagesAtMost)
  const called = (kind === 'skill' || kind === 'role') && (first.length > 0 || matched[0]?.called === true)
  return { kind, called, more, hits: await hitsOf(kind, ids.slice(0, take), sought, places) }
}

const idsOf = (matches: readonly Match[]): string[] => matches.map(({ subjectId }) => subjectId)

function firstOf(kind: SearchKind, places: readonly Place[], { skillId, roleId }: Named): string[] {
  if (kind === 'guide') return places.map(({ guideId }) => guideId)
  const named = { skill: skillId, role: roleId, question: null }[kind]
  return named ? [named] : []
}

const inFront = (first: readonly string[], rest: readonly string[]): string[] => [...new Set([...first, ...rest])]

function hitsOf(kind: SearchKind, ids: readonly string[], sought: ReadSearch['sought'], places: readonly Place[]) {
  if (kind === 'guide') return guideHits(ids, sought, places)
  if (kind === 'skill') return skillHits(ids, sought)
  return kind === 'role' ? roleHits(ids, sought) : questionHits(ids, sought)
}
