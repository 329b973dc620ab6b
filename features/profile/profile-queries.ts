import 'server-only'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { cache } from 'react'
import { read } from '#db/client.ts'
import { ratings, skills } from '#db/schema/index.ts'
import type { Level } from '#lib/levels.ts'
import type { SkillRating } from './profile-types.ts'

/** The newest rating of each skill a person has rated, by the skill's slug: the profile as it stands. */
export const profileOf = cache(async (personId: string): Promise<Map<string, SkillRating>> => {
  const newest = read
    .select({
      skillId: ratings.skillId,
      level: ratings.level,
      source: ratings.source,
      createdAt: ratings.createdAt,
      turn: sql<number>`row_number() over (partition by ${ratings.skillId} order by ${ratings.createdAt} desc, ${ratings.id} desc)`.as(
        'turn',
      ),
    })
    .from(ratings)
    .where(eq(ratings.personId, personId))
    .as('newest')
  const rows = await read
    .select({
      slug: skills.slug,
      name: skills.name,
      kind: skills.kind,
      level: newest.level,
      source: newest.source,
      at: newest.createdAt,
    })
    .from(newest)
    .innerJoin(skills, eq(skills.id, newest.skillId))
    .where(eq(newest.turn, 1))
    .orderBy(asc(skills.name))
  return new Map(rows.map((row) => [row.slug, row]))
})

/** The levels of a person by skill; nobody has none. */
export async function levelsOf(personId: string | null): Promise<Map<string, Level>> {
  if (!personId) return new Map()
  const profile = await profileOf(personId)
  return new Map([...profile].map(([slug, { level }]) => [slug, level]))
}

/** Every rating of one skill by a person, oldest first. */
export async function historyOf(personId: string, skillSlug: string) {
  return await read
    .select({ level: ratings.level, source: ratings.source, at: ratings.createdAt })
    .from(ratings)
    .innerJoin(skills, eq(skills.id, ratings.skillId))
    .where(and(eq(ratings.personId, personId), eq(skills.slug, skillSlug)))
    .orderBy(asc(ratings.createdAt), asc(ratings.id))
}

/** A person's latest ratings that changed a level, newest first: what changed. */
export async function recentChanges(personId: string, limit: number) {
  const steps = read
    .select({
      skillId: ratings.skillId,
      level: ratings.level,
      id: ratings.id,
      at: ratings.createdAt,
      before:
        sql<Level | null>`lag(${ratings.level}) over (partition by ${ratings.skillId} order by ${ratings.createdAt}, ${ratings.id})`.as(
          'before',
        ),
    })
    .from(ratings)
    .where(eq(ratings.personId, personId))
    .as('steps')
  return await read
    .select({ slug: skills.slug, name: skills.name, level: steps.level, before: steps.before, at: steps.at })
    .from(steps)
    .innerJoin(skills, eq(skills.id, steps.skillId))
    .where(sql`${steps.before} is not null and ${steps.before} <> ${steps.level}`)
    .orderBy(desc(steps.at), desc(steps.id))
    .limit(limit)
}
