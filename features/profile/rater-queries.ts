import 'server-only'
import { countDistinct, eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { ratings } from '#db/schema/profile.ts'

/** How many people ever rated a skill. Say it with `peopleInWords`: small numbers are kept back. */
export async function ratersOf(skillId: string): Promise<number> {
  const [row] = await read
    .select({ people: countDistinct(ratings.personId) })
    .from(ratings)
    .where(eq(ratings.skillId, skillId))
  return row?.people ?? 0
}
