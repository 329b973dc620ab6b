import { and, eq, lt, ne } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { users } from '#db/schema/account.ts'
import { guidePresence } from '#db/schema/draft.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { presenceEvery } from './presence-interval.ts'

/** Three words missed: it is gone. */
const presenceLasts = 3 * presenceEvery

/** Somebody else who has the guide open. */
export interface Companion {
  tab: string
  name: string
  /** The same person in another window. */
  self: boolean
}

/**
 * Writes down that an editor has a guide open, or no longer has.
 * @returns who else has, and the version that the working copy has now; null if there is no such guide
 */
export async function markPresence(
  tx: Tx,
  { guideId, tab, userId, leaving }: { guideId: string; tab: string; userId: string; leaving: boolean },
  now = new Date(),
): Promise<{ others: Companion[]; version: number } | null> {
  const [draft] = await tx.select({ version: guideDrafts.version }).from(guideDrafts).where(eq(guideDrafts.id, guideId))
  if (!draft) return null
  const gone = new Date(now.getTime() - presenceLasts)
  await tx.delete(guidePresence).where(and(eq(guidePresence.guideId, guideId), lt(guidePresence.seenAt, gone)))
  const mine = and(eq(guidePresence.guideId, guideId), eq(guidePresence.tab, tab), eq(guidePresence.userId, userId))
  if (leaving) await tx.delete(guidePresence).where(mine)
  else {
    await tx
      .insert(guidePresence)
      .values({ guideId, tab, userId, seenAt: now })
      .onConflictDoUpdate({ target: [guidePresence.guideId, guidePresence.tab], set: { userId, seenAt: now } })
  }
  const rows = await tx
    .select({ tab: guidePresence.tab, userId: users.id, name: users.name })
    .from(guidePresence)
    .innerJoin(users, eq(users.id, guidePresence.userId))
    .where(and(eq(guidePresence.guideId, guideId), ne(guidePresence.tab, tab)))
  const others = rows.map((row) => ({ tab: row.tab, name: row.name, self: row.userId === userId }))
  return { others, version: draft.version }
}
