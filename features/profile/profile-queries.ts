import 'server-only'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { cache } from 'react'
import { read } from '#db/client.ts'
import { ratings, skills } from '#db/schema/index.ts'
import type { Level } from '#lib/levels.ts'
import type { SkillRating } from './profile-types.ts'

/** The newest rating of each skill a person has rated, by the skill's slug: the profile as it stands. */
export const profileOf = cache(async (personId: string): Promise<Map<string, SkillRating>> => {
  const newest = alias(ratings, 'newest')
  // One look into the index for each skill, however many ratings there are.
  const newestId = read
    .select({ id: newest.id })
    .from(newest)
    .where(and(eq(newest.personId, personId), eq(newest.skillId, skills.id)))
    .orderBy(desc(newest.createdAt), desc(newest.id))
    .limit(1)
  const rows = await read
    .select({
      slug: skills.slug,
      name: skills.name,
      kind: skills.kind,
      level: ratings.level,
      source: ratings.source,
      at: ratings.createdAt,
    })
    .from(skills)
    .innerJoin(ratings, eq(ratings.id, sql`(${newestId})`))
    .orderBy(asc(skills.name))
  return new Map(rows.map((row) => [row.slug, row]))
})

/** The levels of a person by skill; nobody has none. */
export async function levelsOf(personId: string | null): Promise<Map<string, Level>> {
  if (!personId) return new Map()
  const profile = await profileOf(personId)
  return new Map([...profile].map(([slug, { level }]) => [slug, level]))
}

/** How many ratings of a skill its history shows: somebody who rates each week fills it in four years. */
export const historyLimit = 200

/** The latest ratings of one skill by a person, oldest first. */
export async function historyOf(personId: string, skillSlug: string) {
  const latest = await read
    .select({ id: ratings.id, level: ratings.level, source: ratings.source, at: ratings.createdAt })
    .from(ratings)
    .innerJoin(skills, eq(skills.id, ratings.skillId))
    .where(and(eq(ratings.personId, personId), eq(skills.slug, skillSlug)))
    .orderBy(desc(ratings.createdAt), desc(ratings.id))
    .limit(historyLimit)
  return latest.reverse()
}

/** How far back changes are looked for. */
const changesWithin = 400

/** A person's latest ratings that changed a level, newest first: what changed. */
export async function recentChanges(personId: string, limit: number) {
  const recent = read
    .select()
    .from(ratings)
    .where(eq(ratings.personId, personId))
    .orderBy(desc(ratings.createdAt), desc(ratings.id))
    .limit(changesWithin)
    .as('recent')
  const steps = read
    .select({
      skillId: recent.skillId,
      level: recent.level,
      id: recent.id,
      at: recent.createdAt,
      before:
        sql<Level | null>`lag(${recent.level}) over (partition by ${recent.skillId} order by ${recent.createdAt}, ${recent.id})`.as(
          'before',
        ),
    })
    .from(recent)
    .as('steps')
  return await read
    .select({ slug: skills.slug, name: skills.name, level: steps.level, before: steps.before, at: steps.at })
    .from(steps)
    .innerJoin(skills, eq(skills.id, steps.skillId))
    .where(sql`${steps.before} is not null and ${steps.before} <> ${steps.level}`)
    .orderBy(desc(steps.at), desc(steps.id))
    .limit(limit)
}
