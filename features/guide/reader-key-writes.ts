import { lt } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { blockUses, sectionFeedback } from '#db/schema/reading.ts'
import { searchMisses } from '#db/schema/search.ts'
import { site } from '#db/schema/site.ts'
import { dayOf, newSalt, type ReaderTrace, readerKey } from './reader-key.ts'

/** How long what readers did and said is kept, in days. */
export const readingKeptDays = 400

/**
 * The key of a reader for today. The first one of a day throws the salt of the day before away, and with it whatever is
 * older than is kept: so neither needs a clock of its own.
 */
export async function readerToday(tx: Tx, trace: ReaderTrace, now: Date): Promise<string> {
  return readerKey(await saltOfDay(tx, now), trace)
}

/** Deletes what is kept no longer, and a salt of an earlier day. Also called when the site starts. */
export async function sweepReading(tx: Tx, now: Date): Promise<void> {
  const oldest = dayOf(new Date(now.getTime() - readingKeptDays * 24 * 60 * 60 * 1000))
  await tx.delete(blockUses).where(lt(blockUses.day, oldest))
  await tx.delete(sectionFeedback).where(lt(sectionFeedback.day, oldest))
  await tx.delete(searchMisses).where(lt(searchMisses.day, oldest))
  await tx
    .update(site)
    .set({ readerSalt: null, readerSaltDay: null })
    .where(lt(site.readerSaltDay, dayOf(now)))
}

async function saltOfDay(tx: Tx, now: Date): Promise<string> {
  const today = dayOf(now)
  const [kept] = await tx.select({ salt: site.readerSalt, day: site.readerSaltDay }).from(site)
  if (kept?.salt && kept.day === today) return kept.salt
  await sweepReading(tx, now)
  const salt = newSalt()
  await tx.update(site).set({ readerSalt: salt, readerSaltDay: today })
  return salt
}
