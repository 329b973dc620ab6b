import { and, count, eq } from 'drizzle-orm'
import { type Tx, write } from '#db/client.ts'
import { searchMisses } from '#db/schema/search.ts'
import { dayOf } from '#features/guide/reader-key.ts'
import { readerToday } from '#features/guide/reader-key-writes.ts'
import { missText } from './miss-text.ts'

/** How many of one reader's searches are counted on a day. */
const missesAtMost = 40
/** And of all of them together, so that the table stays small whoever fills it. */
const missesOfDay = 2000

/**
 * Counts a search that found nothing, for the editors: what was looked for, on which day, and nothing that leads back to
 * whoever looked. The same search by the same reader counts once a day.
 */
export async function keepMiss(tx: Tx, query: string, address: string, now: Date): Promise<void> {
  const text = missText(query)
  if (text === null) return
  // By the address alone: a name of the browser is whatever its owner says.
  const reader = await readerToday(tx, { address, userAgent: '' }, now)
  const row = { query: text, reader, day: dayOf(now) }
  const ofDay = eq(searchMisses.day, row.day)
  const [own] = await tx
    .select({ count: count() })
    .from(searchMisses)
    .where(and(eq(searchMisses.reader, row.reader), ofDay))
  const [all] = await tx.select({ count: count() }).from(searchMisses).where(ofDay)
  if ((own?.count ?? 0) >= missesAtMost || (all?.count ?? 0) >= missesOfDay) return
  await tx.insert(searchMisses).values(row).onConflictDoNothing()
}

/** keepMiss through the door. */
export const addMiss = (query: string, address: string): Promise<void> =>
  write((tx) => keepMiss(tx, query, address, new Date()))
