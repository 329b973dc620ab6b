import { and, countDistinct, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { guideBlockSkills, guideBlocks } from '#db/schema/guide.ts'
import { ratings } from '#db/schema/profile.ts'
import { blockUses } from '#db/schema/reading.ts'

// Not server-only: a publish asks inside its transaction.

/**
 * How many people's progress hangs on each of these blocks: those who changed their profile with it, and for a skill also
 * those who rated it in any guide, as that was not always noted by the block.
 * @param keys of blocks of the published guide
 * @returns by key. Say them with `peopleInWords`: small numbers are kept back
 */
export async function touchedBy(db: Reader, guideId: string, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const skills = await db
    .select({ key: guideBlockSkills.key, skillId: guideBlockSkills.skillId })
    .from(guideBlockSkills)
    .innerJoin(
      guideBlocks,
      and(eq(guideBlocks.guideId, guideBlockSkills.guideId), eq(guideBlocks.key, guideBlockSkills.key)),
    )
    .where(
      and(
        eq(guideBlockSkills.guideId, guideId),
        inArray(guideBlockSkills.key, [...keys]),
        eq(guideBlocks.kind, 'skill'),
      ),
    )
  const skillOf = new Map(skills.map(({ key, skillId }) => [key, skillId]))
  const touched = new Map<string, number>()
  for (const key of keys) touched.set(key, await peopleOf(db, guideId, key, skillOf.get(key)))
  return touched
}

async function peopleOf(db: Reader, guideId: string, key: string, skillId: string | undefined): Promise<number> {
  const used = db
    .select({ personId: blockUses.personId })
    .from(blockUses)
    .where(and(eq(blockUses.guideId, guideId), eq(blockUses.blockKey, key), isNotNull(blockUses.personId)))
  const people = skillId
    ? used
        .union(
          db
            .select({ personId: ratings.personId })
            .from(ratings)
            .where(and(eq(ratings.skillId, skillId), eq(ratings.source, 'guide'))),
        )
        .as('people')
    : used.as('people')
  const [counted] = await db.select({ count: countDistinct(people.personId) }).from(people)
  return counted?.count ?? 0
}
