import 'server-only'
import { and, asc, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import { cache } from 'react'
import { read } from '#db/client.ts'
import {
  authors,
  type GuideKind,
  guideBlockSkills,
  guideBlocks,
  guideDrafts,
  guideRevisions,
  guideRoles,
  guides,
  roles,
  skills,
} from '#db/schema/index.ts'
import { currentSlugs } from '#features/taxonomy/redirect-queries.ts'

/** A guide as lists show it. */
export interface GuideCard {
  slug: string
  kind: GuideKind
  title: string
  standfirst: string
  readingMinutes: number
}

const card = {
  slug: guides.slug,
  kind: guides.kind,
  title: guides.title,
  standfirst: guides.standfirst,
  readingMinutes: guides.readingMinutes,
}

/** How many guides a list shows at most; beyond that the reader narrows it. */
export const listLimit = 200

/** @returns the guide that the address names, with its byline and roles; null if there is none. */
export const guideBySlug = cache(async (slug: string) => {
  const [row] = await read
    .select({ guide: guides, author: { slug: authors.slug, name: authors.name } })
    .from(guides)
    .innerJoin(authors, eq(authors.id, guides.authorId))
    .where(eq(guides.slug, slug))
  if (!row) return null
  const ofRoles = await read
    .select({ id: roles.id, slug: roles.slug, name: roles.name })
    .from(guideRoles)
    .innerJoin(roles, eq(roles.id, guideRoles.roleId))
    .where(eq(guideRoles.guideId, row.guide.id))
    .orderBy(asc(guideRoles.position))
  return { ...row.guide, author: row.author, roles: ofRoles }
})

export type Guide = NonNullable<Awaited<ReturnType<typeof guideBySlug>>>

/** When what readers see of a guide was published; its first publication may be long ago. */
export const lastPublishedAt = cache(async ({ id, publishedAt }: Pick<Guide, 'id' | 'publishedAt'>): Promise<Date> => {
  const [row] = await read
    .select({ at: guideRevisions.createdAt })
    .from(guideDrafts)
    .innerJoin(
      guideRevisions,
      and(eq(guideRevisions.guideId, guideDrafts.id), eq(guideRevisions.number, guideDrafts.publishedRevision)),
    )
    .where(eq(guideDrafts.id, id))
  return row?.at ?? publishedAt
})

/** The guides in the order of their titles, of one kind or about one role if asked. */
export async function listGuides(filter: { kind?: GuideKind; role?: string } = {}): Promise<GuideCard[]> {
  const ofKind = filter.kind ? eq(guides.kind, filter.kind) : undefined
  if (!filter.role)
    return await read.select(card).from(guides).where(ofKind).orderBy(asc(guides.title)).limit(listLimit)
  return await read
    .select(card)
    .from(guideRoles)
    .innerJoin(roles, eq(roles.id, guideRoles.roleId))
    .innerJoin(guides, eq(guides.id, guideRoles.guideId))
    .where(and(eq(roles.slug, filter.role), ofKind))
    .orderBy(asc(guides.title))
    .limit(listLimit)
}

/** The guides that were published last, of each kind, by kind. */
export async function latestOfEachKind(count: number): Promise<Map<GuideKind, GuideCard[]>> {
  const ranked = read
    .select({
      ...card,
      turn: sql<number>`row_number() over (partition by ${guides.kind} order by ${guides.publishedAt} desc, ${guides.title})`.as(
        'turn',
      ),
    })
    .from(guides)
    .as('ranked')
  const rows = await read.select().from(ranked).where(lte(ranked.turn, count)).orderBy(asc(ranked.turn))
  return Map.groupBy(rows, ({ kind }) => kind)
}

/** The kinds that have a guide, and the roles that have one: what the list can be narrowed to. */
export async function guideFilters() {
  const [kinds, ofRoles] = await Promise.all([
    read.selectDistinct({ kind: guides.kind }).from(guides),
    read
      .selectDistinct({ slug: roles.slug, name: roles.name })
      .from(roles)
      .innerJoin(guideRoles, eq(guideRoles.roleId, roles.id))
      .orderBy(asc(roles.name)),
  ])
  return { kinds: kinds.map(({ kind }) => kind), roles: ofRoles }
}

/** The guides with these addresses, by the address asked for, which may be one of earlier days. */
export async function guidesBySlugs(asked: readonly string[]): Promise<Map<string, GuideCard>> {
  if (asked.length === 0) return new Map()
  const current = await currentSlugs(read, 'guide', asked)
  const rows = await read
    .select(card)
    .from(guides)
    .where(inArray(guides.slug, [...new Set(current.values())]))
  return new Map(
    [...current].flatMap(([slug, now]) => {
      const guide = rows.find((row) => row.slug === now)
      return guide ? [[slug, guide] as const] : []
    }),
  )
}

/** The guides before and after a title, for reading on. */
export async function neighbours(slug: string, title: string) {
  const titles = { slug: guides.slug, title: guides.title }
  const [before, after] = await Promise.all([
    read.select(titles).from(guides).where(lte(guides.title, title)).orderBy(desc(guides.title)).limit(2),
    read.select(titles).from(guides).where(gte(guides.title, title)).orderBy(asc(guides.title)).limit(2),
  ])
  return {
    previous: before.find((row) => row.slug !== slug) ?? null,
    next: after.find((row) => row.slug !== slug) ?? null,
  }
}

/** Where guides speak of these skills: the section to read for each. */
export async function sectionsAbout(skillIds: readonly string[]) {
  if (skillIds.length === 0) return []
  return await read
    .select({
      skillId: guideBlockSkills.skillId,
      guideSlug: guides.slug,
      guideTitle: guides.title,
      kind: guides.kind,
      heading: guideBlocks.heading,
      anchor: guideBlocks.anchor,
    })
    .from(guideBlockSkills)
    .innerJoin(
      guideBlocks,
      and(eq(guideBlocks.guideId, guideBlockSkills.guideId), eq(guideBlocks.key, guideBlockSkills.key)),
    )
    .innerJoin(guides, eq(guides.id, guideBlocks.guideId))
    .where(and(inArray(guideBlockSkills.skillId, [...skillIds]), eq(guideBlocks.kind, 'skill')))
    .orderBy(asc(guides.title))
    .limit(500)
}

/** The guides written by an author. */
export async function guidesBy(authorId: string): Promise<GuideCard[]> {
  return await read
    .select(card)
    .from(guides)
    .where(eq(guides.authorId, authorId))
    .orderBy(asc(guides.title))
    .limit(listLimit)
}

export const authorBySlug = cache(async (slug: string) => {
  const [author] = await read.select().from(authors).where(eq(authors.slug, slug))
  return author ?? null
})

/**
 * What the guides of a role have come to say, or no longer say, since a moment: skills added and dropped, by name.
 * Guides published after that moment count as new as a whole and are named, not taken apart.
 */
export async function guideChangesSince(roleId: string, since: Date) {
  const rows = await read
    .select({
      guideId: guides.id,
      slug: guides.slug,
      title: guides.title,
      skills: guideRevisions.skills,
      createdAt: guideRevisions.createdAt,
    })
    .from(guideRoles)
    .innerJoin(guides, eq(guides.id, guideRoles.guideId))
    .innerJoin(guideRevisions, eq(guideRevisions.guideId, guides.id))
    .where(and(eq(guideRoles.roleId, roleId), eq(guideRevisions.kind, 'published')))
    .orderBy(asc(guides.title), asc(guideRevisions.number))
  // A revision names its skills as they were called then.
  const current = await currentSlugs(
    read,
    'skill',
    rows.flatMap((row) => row.skills.map(({ slug }) => slug)),
  )
  const revisions = Map.groupBy(rows, ({ guideId }) => guideId)
  return [...revisions.values()].flatMap((history) => {
    const latest = history.at(-1)
    const then = history.findLast(({ createdAt }) => createdAt <= since)
    if (!latest) return []
    if (!then) return [{ slug: latest.slug, title: latest.title, isNew: true, added: [], dropped: [] }]
    const added = namesMissing(latest.skills, then.skills, current)
    const dropped = namesMissing(then.skills, latest.skills, current)
    if (added.length + dropped.length === 0) return []
    return [{ slug: latest.slug, title: latest.title, isNew: false, added, dropped }]
  })
}

function namesMissing(
  from: { slug: string; name: string }[],
  other: { slug: string }[],
  current: ReadonlyMap<string, string>,
): string[] {
  const there = new Set(other.map(({ slug }) => current.get(slug)))
  return from.filter(({ slug }) => !there.has(current.get(slug))).map(({ name }) => name)
}

/** The skill that a guide of kind "skill" is about. */
export async function guidesAboutSkill(skillSlug: string): Promise<GuideCard[]> {
  return await read
    .select(card)
    .from(guides)
    .innerJoin(skills, eq(skills.id, guides.skillId))
    .where(eq(skills.slug, skillSlug))
    .orderBy(asc(guides.title))
    .limit(listLimit)
}
