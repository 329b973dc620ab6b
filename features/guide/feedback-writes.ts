import { and, eq } from 'drizzle-orm'
import { type Tx, write } from '#db/client.ts'
import { guides } from '#db/schema/guide.ts'
import { sectionFeedback } from '#db/schema/reading.ts'
import { maskContacts } from './mask-contacts.ts'
import { dayOf, type ReaderTrace } from './reader-key.ts'
import { readerToday } from './reader-key-writes.ts'

export interface Feedback {
  /** The slug of the guide. */
  guide: string
  /** The anchor of the section. */
  section: string
  useful: boolean
  /** A line for the editors, or empty. */
  comment: string
  trace: ReaderTrace
}

/** What one reader may add to an answer on one day, in characters. */
const commentsAtMost = 1200

/**
 * Keeps what a reader says of a section. A second answer on the same day takes the place of the first; a comment joins
 * the ones before it, a line each, as several readers behind one address can look like one.
 * @returns false if there is no such guide
 */
export async function keepFeedback(
  tx: Tx,
  { guide, section, useful, comment, trace }: Feedback,
  now: Date,
): Promise<boolean> {
  const [found] = await tx.select({ id: guides.id }).from(guides).where(eq(guides.slug, guide))
  if (!found) return false
  const key = { guideId: found.id, section, reader: await readerToday(tx, trace, now), day: dayOf(now) }
  const [before] = await tx
    .select({ id: sectionFeedback.id, comment: sectionFeedback.comment })
    .from(sectionFeedback)
    .where(
      and(
        eq(sectionFeedback.guideId, key.guideId),
        eq(sectionFeedback.section, section),
        eq(sectionFeedback.reader, key.reader),
        eq(sectionFeedback.day, key.day),
      ),
    )
  const said = together(before?.comment ?? '', maskContacts(comment))
  if (before) {
    await tx.update(sectionFeedback).set({ useful, comment: said, at: now }).where(eq(sectionFeedback.id, before.id))
  } else {
    await tx.insert(sectionFeedback).values({ ...key, useful, comment: said, at: now })
  }
  return true
}

/** keepFeedback through the door. */
export const addFeedback = (feedback: Feedback): Promise<boolean> =>
  write((tx) => keepFeedback(tx, feedback, new Date()))

function together(before: string, more: string): string {
  const lines = before === '' ? [] : before.split('\n')
  if (more === '' || lines.includes(more)) return before
  const joined = [...lines, more].join('\n')
  return joined.length > commentsAtMost ? before : joined
}
