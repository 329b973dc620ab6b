import { and, count, eq } from 'drizzle-orm'
import { type Tx, write } from '#db/client.ts'
import { searchMisses } from '#db/schema/search.ts'
import { dayOf, type ReaderTrace } from '#features/guide/reader-key.ts'
import { readerToday } from '#features/guide/reader-key-writes.ts'
import { missText } from './miss-text.ts'

/** How many of one reader's searches are counted on a day. */
const missesAtMost = 40

/**
 * Counts a search that found nothing, for the editors: what was looked for, on which day, and nothing that leads back to
 * whoever looked. The same search by the same reader counts once a day.
 */
export async function keepMiss(tx: Tx, query: string, trace: ReaderTrace, now: Date): Promise<void> {
  const text = missText(query)
  if (text === null) return
  const row = { query: text, reader: await readerToday(tx, trace, now), day: dayOf(now) }
  const [kept] = await tx
    .select({ count: count() })
    .from(searchMisses)
    .where(and(eq(searchMisses.reader, row.reader), eq(searchMisses.day, row.day)))
  if ((kept?.count ?? 0) >= missesAtMost) return
  await tx.insert(searchMisses).values(row).onConflictDoNothing()
}

/** keepMiss through the door. */
export const addMiss = (query: string, trace: ReaderTrace): Promise<void> =>
  write((tx) => keepMiss(tx, query, trace, new Date()))
