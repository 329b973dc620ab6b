import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { and, count, desc, gte, inArray, lt, type SQL } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { read } from '#db/client.ts'
import { assessments, roles, type Snapshot, skills } from '#db/schema/index.ts'
import { guidesInUse } from '#features/guide/feedback-queries.ts'
import { currentSlugs } from '#features/taxonomy/redirect-queries.ts'
import { log } from '#lib/log.ts'
import { commonGaps, gapsIn } from './common-gaps.ts'

/** The span that is looked at, and again as long before it. */
export const insightDays = 90
/** How many assessments are looked into for gaps, the newest: each of them is a document to read. */
export const assessmentsRead = 2000

const day = 24 * 60 * 60 * 1000
const gapsShown = 10
const guidesShown = 10
const gapsOfRoleShown = 3
/** Snapshots read at once; after that somebody else may have their turn. */
const batch = 250

// An assessment never changes, so what is missing in it is worked out once.
const known = new LRUCache<string, string[]>({ max: 2 * assessmentsRead })

// Counting over months takes as long as twenty pages, and a minute changes nothing about it.
const kept = new LRUCache<'readers', ReturnType<typeof readersNow>>({ max: 1, ttl: 60_000 })

/** What the overview says of readers; kept for a minute. */
export async function readersOverview() {
  const known = kept.get('readers') ?? readersNow()
  kept.set('readers', known, { noUpdateTTL: true })
  return await known.catch((error: unknown) => {
    kept.clear()
    throw error
  })
}

async function readersNow() {
  const [needs, guides] = await Promise.all([readerNeeds(new Date()), guidesInUse(guidesShown)])
  return { needs, guides }
}

/** What readers were short of lately, and in which roles. The gaps are those that may be told; the rest is not yet. */
export async function readerNeeds(now: Date) {
  const since = new Date(now.getTime() - insightDays * day)
  const before = new Date(since.getTime() - insightDays * day)
  const [assessed, recent] = await Promise.all([assessedRoles(since, before), recentGaps(since)])
  const { all, byRole } = commonGaps(recent)
  const named = await skillNames([...all, ...[...byRole.values()].flat()].map(({ slug }) => slug))
  const ofRole = (roleId: string) => (byRole.get(roleId) ?? []).slice(0, gapsOfRoleShown).map(named)
  return {
    roles: assessed.map(({ id, ...role }) => ({ ...role, gaps: ofRole(id) })),
    gaps: all.slice(0, gapsShown).map(named),
    /** Whether there were more assessments than are read. */
    more: recent.length === assessmentsRead,
  }
}

export type ReaderNeeds = Awaited<ReturnType<typeof readerNeeds>>

/** How many people assessed themselves for each role since a moment, and in a span before it. */
async function assessedRoles(since: Date, before: Date) {
  const [recent, earlier, names] = await Promise.all([
    peopleByRole(gte(assessments.createdAt, since)),
    peopleByRole(and(gte(assessments.createdAt, before), lt(assessments.createdAt, since))),
    read.select({ id: roles.id, slug: roles.slug, name: roles.name }).from(roles),
  ])
  return names
    .filter(({ id }) => recent.has(id) || earlier.has(id))
    .map((role) => ({ ...role, recent: recent.get(role.id) ?? 0, before: earlier.get(role.id) ?? 0 }))
    .sort((a, b) => b.recent - a.recent || b.before - a.before || a.name.localeCompare(b.name, 'en-GB'))
}

async function peopleByRole(when: SQL | undefined): Promise<Map<string, number>> {
  // Each person of a role once, and only then counted: that way one index holds all that is read.
  const once = read
    .selectDistinct({ roleId: assessments.roleId, personId: assessments.personId })
    .from(assessments)
    .where(when)
    .as('once')
  const rows = await read.select({ roleId: once.roleId, people: count() }).from(once).groupBy(once.roleId)
  return new Map(rows.map(({ roleId, people }) => [roleId, people]))
}

/** One damaged assessment must not take the overview away; whoever took it gets a fault with a reference. */
function gapsOf(id: string, snapshot: Snapshot): string[] {
  if (Array.isArray(snapshot.skills)) return gapsIn(snapshot)
  log().error({ assessmentId: id }, 'the snapshot of an assessment cannot be read')
  return []
}

async function recentGaps(since: Date) {
  const rows = await read
    .select({ id: assessments.id, personId: assessments.personId, roleId: assessments.roleId })
    .from(assessments)
    .where(gte(assessments.createdAt, since))
    .orderBy(desc(assessments.createdAt))
    .limit(assessmentsRead)
  const unread = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id)
  for (let from = 0; from < unread.length; from += batch) {
    const some = await read
      .select({ id: assessments.id, snapshot: assessments.snapshot })
      .from(assessments)
      .where(inArray(assessments.id, unread.slice(from, from + batch)))
    for (const { id, snapshot } of some) known.set(id, gapsOf(id, snapshot))
    await setImmediate()
  }
  // Skills were renamed and merged since: the same one under two names is one.
  const slugs = await currentSlugs(read, 'skill', [...new Set(rows.flatMap(({ id }) => known.get(id) ?? []))])
  return rows.map(({ id, ...row }) => ({
    ...row,
    gaps: [...new Set((known.get(id) ?? []).map((slug) => slugs.get(slug) ?? slug))],
  }))
}

/** What the skills are called now; one that is gone keeps its slug. */
async function skillNames(slugs: readonly string[]) {
  const rows = await read
    .select({ slug: skills.slug, name: skills.name })
    .from(skills)
    .where(inArray(skills.slug, [...new Set(slugs)]))
  const names = new Map(rows.map(({ slug, name }) => [slug, name]))
  return <Gap extends { slug: string }>(gap: Gap) => ({ ...gap, name: names.get(gap.slug) ?? gap.slug })
}
