import { and, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { blockUses, personNotices } from '#db/schema/reading.ts'
import { newId } from '#lib/ids.ts'

/** A block that a publish takes out of a guide. */
export interface RemovedBlock {
  key: string
  /** What it was called; empty for a block without a heading. */
  heading: string
  /** The key of the block that an editor put in its place. */
  replacement: string | null
}

/** How many rows one statement brings: a statement has room for some 30,000 values. */
const batch = 1000

/**
 * Leaves a notice for everybody who changed their profile with a block that goes. Whoever has not seen an earlier one
 * about the same thing is told once.
 */
export async function tellPeople(
  tx: Tx,
  { guideId, removed }: { guideId: string; removed: readonly RemovedBlock[] },
  now = new Date(),
): Promise<void> {
  for (const { key, heading, replacement } of removed) {
    const used = await tx
      .selectDistinct({ personId: blockUses.personId })
      .from(blockUses)
      .where(and(eq(blockUses.guideId, guideId), eq(blockUses.blockKey, key), isNotNull(blockUses.personId)))
    const people = used.flatMap(({ personId }) => personId ?? [])
    for (let from = 0; from < people.length; from += batch) {
      const some = people.slice(from, from + batch)
      await tx
        .delete(personNotices)
        .where(
          and(
            inArray(personNotices.personId, some),
            eq(personNotices.guideId, guideId),
            eq(personNotices.heading, heading),
            isNull(personNotices.seenAt),
          ),
        )
      const kind = replacement === null ? ('removed' as const) : ('replaced' as const)
      await tx
        .insert(personNotices)
        .values(
          some.map((personId) => ({ id: newId(), personId, guideId, kind, heading, replacement, createdAt: now })),
        )
    }
  }
}

/** A person has read their notices. @param until the newest one that was on their page: a later one stays */
export async function markNoticesSeen(tx: Tx, personId: string, until: Date, now = new Date()): Promise<void> {
  await tx
    .update(personNotices)
    .set({ seenAt: now })
    .where(and(eq(personNotices.personId, personId), isNull(personNotices.seenAt), lte(personNotices.createdAt, until)))
}
