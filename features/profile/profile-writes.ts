import { and, eq } from 'drizzle-orm'
import { type Tx, write } from '#db/client.ts'
import { type RatingSource, ratings, skills } from '#db/schema/index.ts'
import { currentSlugs } from '#features/taxonomy/redirect-queries.ts'
import type { Level } from '#lib/levels.ts'

export interface NewRating {
  personId: string
  skillSlug: string
  level: Level
  source: RatingSource
  at: Date
}

/** Adds a rating. @returns false if there is no such skill. */
export async function addRating(tx: Tx, { personId, skillSlug, level, source, at }: NewRating): Promise<boolean> {
  const slug = (await currentSlugs(tx, 'skill', [skillSlug])).get(skillSlug) ?? skillSlug
  const [skill] = await tx
    .select({ id: skills.id })
    .from(skills)
    .where(and(eq(skills.slug, slug), eq(skills.unfinished, false)))
  if (!skill) return false
  await tx.insert(ratings).values({ personId, skillId: skill.id, level, source, createdAt: at })
  return true
}

/** Adds several at once: all or none. What is no skill any more is left out. */
export async function keepRatings(newRatings: readonly NewRating[]): Promise<void> {
  await write(async (tx) => {
    for (const rating of newRatings) await addRating(tx, rating)
  })
}

/** What is kept with a rating, in its transaction: both or neither. */
export type Alongside = (tx: Tx, personId: string, at: Date) => Promise<void>

/** Adds a rating in a transaction of its own. */
export async function keepRating(rating: NewRating, alongside?: Alongside): Promise<boolean> {
  return await write(async (tx) => {
    const kept = await addRating(tx, rating)
    if (kept) await alongside?.(tx, rating.personId, rating.at)
    return kept
  })
}
