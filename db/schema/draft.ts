import { sql } from 'drizzle-orm'
import { check, index, primaryKey } from 'drizzle-orm/sqlite-core'
import { instant, table, text, word } from '../kit.ts'
import { users } from './account.ts'
import { guideDrafts } from './guide.ts'
import { referenceKinds } from './words.ts'

export { type ReferenceKind, referenceKinds } from './words.ts'

/** What a working copy names: where something is used, and which guides to look at again when it changes. */
export const guideReferences = table(
  'guide_references',
  {
    guideId: text()
      .notNull()
      .references(() => guideDrafts.id, { onDelete: 'cascade' }),
    kind: word(referenceKinds).notNull(),
    /** A slug as it was written; skill/question for a question, the id of a picture. */
    target: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.guideId, t.kind, t.target] }),
    index('guide_references_target').on(t.kind, t.target),
    check('guide_references_kind', sql`${t.kind} in ('skill', 'question', 'guide', 'role', 'author', 'picture')`),
  ],
)

/** Who has a guide open in the editor: one row for each open page, which says every few seconds that it is still there. */
export const guidePresence = table(
  'guide_presence',
  {
    guideId: text()
      .notNull()
      .references(() => guideDrafts.id, { onDelete: 'cascade' }),
    /** Made by the page when it opens. */
    tab: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    seenAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.guideId, t.tab] }), index('guide_presence_user').on(t.userId)],
)

/** A link that shows a working copy to whoever has it, until it runs out. */
export const previewLinks = table(
  'preview_links',
  {
    id: text().primaryKey(),
    tokenHash: text().notNull().unique(),
    guideId: text()
      .notNull()
      .references(() => guideDrafts.id, { onDelete: 'cascade' }),
    createdById: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('preview_links_guide').on(t.guideId), index('preview_links_created_by').on(t.createdById)],
)
