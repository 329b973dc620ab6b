import { sql } from 'drizzle-orm'
import { check, index, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { boolean, day, instant, integer, table, text, word } from '../kit.ts'
import { guideDrafts } from './guide.ts'
import { persons } from './profile.ts'

export const useActions = ['rated', 'copied', 'opened'] as const
export type UseAction = (typeof useActions)[number]

/**
 * That somebody used a block of a guide on a day. `reader` tells people apart for that day only: it is made with a salt
 * that is thrown away, and leads back to nobody. `personId` is there when a profile was changed by it.
 */
export const blockUses = table(
  'block_uses',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    guideId: text()
      .notNull()
      .references(() => guideDrafts.id, { onDelete: 'cascade' }),
    blockKey: text().notNull(),
    action: word(useActions).notNull(),
    reader: text().notNull(),
    personId: text().references(() => persons.id, { onDelete: 'cascade' }),
    day: day().notNull(),
  },
  (t) => [
    uniqueIndex('block_uses_once').on(t.guideId, t.blockKey, t.action, t.reader, t.day),
    index('block_uses_person').on(t.personId),
    check('block_uses_action', sql`${t.action} in ('rated', 'copied', 'opened')`),
  ],
)

/** What a reader said of a section: useful or not, and a line if they wished. One answer a reader, day and section. */
export const sectionFeedback = table(
  'section_feedback',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    guideId: text()
      .notNull()
      .references(() => guideDrafts.id, { onDelete: 'cascade' }),
    /** The anchor of the section. */
    section: text().notNull(),
    useful: boolean().notNull(),
    comment: text().notNull(),
    reader: text().notNull(),
    day: day().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('section_feedback_once').on(t.guideId, t.section, t.reader, t.day),
    index('section_feedback_at').on(t.at),
  ],
)

export const noticeKinds = ['removed', 'replaced', 'renamed'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Something that a person used and that an editor changed under them: told on their profile until they have seen it. */
export const personNotices = table(
  'person_notices',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    guideId: text()
      .notNull()
      .references(() => guideDrafts.id, { onDelete: 'cascade' }),
    kind: word(noticeKinds).notNull(),
    /** What it was called. */
    heading: text().notNull(),
    /** The key of the block that stands in its place, if there is one. */
    replacement: text(),
    createdAt: instant().notNull(),
    seenAt: instant(),
  },
  (t) => [
    index('person_notices_person').on(t.personId, t.createdAt),
    index('person_notices_guide').on(t.guideId),
    check('person_notices_kind', sql`${t.kind} in ('removed', 'replaced', 'renamed')`),
  ],
)
