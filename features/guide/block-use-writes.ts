import { and, eq, inArray } from 'drizzle-orm'
import { type Tx, write } from '#db/client.ts'
import { type BlockKind, guideBlocks, guides } from '#db/schema/guide.ts'
import { blockUses, type UseAction } from '#db/schema/reading.ts'
import { dayOf, type ReaderTrace } from './reader-key.ts'
import { readerToday } from './reader-key-writes.ts'

/** The kinds of block that something can be done with. */
const usable: Record<UseAction, BlockKind[]> = {
  rated: ['skill'],
  copied: ['cvLines', 'summary'],
  opened: ['question'],
}

export interface BlockUse {
  /** The slug of the guide. */
  guide: string
  /** The key of the block. */
  block: string
  action: UseAction
  trace: ReaderTrace
}

/**
 * Notes that a reader used a block of a guide: once a reader, block, action and day. What names no such block is let go,
 * as a page may be older than the guide. Whoever is known by a profile is noted with it, to be told when the block goes.
 */
export async function recordUse(tx: Tx, { guide, block, action, trace }: BlockUse, now: Date): Promise<void> {
  const [found] = await tx
    .select({ guideId: guideBlocks.guideId })
    .from(guides)
    .innerJoin(guideBlocks, and(eq(guideBlocks.guideId, guides.id), eq(guideBlocks.key, block)))
    .where(and(eq(guides.slug, guide), inArray(guideBlocks.kind, usable[action])))
  if (!found) return
  await tx
    .insert(blockUses)
    .values({
      guideId: found.guideId,
      blockKey: block,
      action,
      reader: await readerToday(tx, trace, now),
      personId: 'personId' in trace ? trace.personId : null,
      day: dayOf(now),
    })
    .onConflictDoNothing()
}

/** recordUse through the door. */
export const addUse = (use: BlockUse): Promise<void> => write((tx) => recordUse(tx, use, new Date()))
