import { asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { type BlockKind, guideBlocks } from '#db/schema/guide.ts'
import type { Block } from '#features/guide/guide-body.ts'
import { keysRemoved } from '#features/guide/touched.ts'
import { touchedBy } from '#features/guide/touched-queries.ts'

// Not server-only: a publish asks inside its transaction.

/** A block that readers see now and that a publish takes away. */
export interface Removed {
  key: string
  kind: BlockKind
  heading: string
  /** How many people's progress hangs on it. Never shown as it is: see `peopleInWords`. */
  people: number
}

/** What a publish of these blocks takes from readers that somebody has used. */
export async function removedBlocks(db: Reader, guideId: string, after: readonly Block[]): Promise<Removed[]> {
  const before = await db
    .select({ key: guideBlocks.key, kind: guideBlocks.kind, heading: guideBlocks.heading })
    .from(guideBlocks)
    .where(eq(guideBlocks.guideId, guideId))
    .orderBy(asc(guideBlocks.position))
  const removed = new Set(keysRemoved(before, after))
  const people = await touchedBy(db, guideId, [...removed])
  return before.flatMap((block) => {
    const count = removed.has(block.key) ? (people.get(block.key) ?? 0) : 0
    return count > 0 ? [{ ...block, people: count }] : []
  })
}
