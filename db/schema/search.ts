import { sql } from 'drizzle-orm'
import { check, index, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, integer, json, table, text, word } from '../kit.ts'
import { guides } from './guide.ts'
import { type SearchKind, searchKinds } from './words.ts'

export { type SearchKind, searchKinds }

/** A section of a guide as plain text; the part before the first heading has no anchor. */
export interface SectionText {
  anchor: string
  heading: string
  text: string
}

/** What a guide says, without its Markdown: written at each publish, and what the search reads. */
export const guideTexts = table('guide_texts', {
  guideId: text()
    .primaryKey()
    .references(() => guides.id, { onDelete: 'cascade' }),
  sections: json<SectionText[]>().notNull(),
})

/**
 * What can be found. `id` is the row in the full-text index `search_index`, which the migrations make, and which triggers
 * on the guides, skills, aliases, roles and questions keep in step.
 */
export const searchEntries = table(
  'search_entries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: word(searchKinds).notNull(),
    subjectId: text().notNull(),
  },
  (t) => [
    uniqueIndex('search_entries_subject').on(t.kind, t.subjectId),
    check('search_entries_kind', sql`${t.kind} in ('guide', 'skill', 'role', 'question')`),
  ],
)

/** A search that found nothing, once a reader and day; `reader` leads back to nobody, as in `block_uses`. */
export const searchMisses = table(
  'search_misses',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** In lower case, without addresses and numbers of people. */
    query: text().notNull(),
    reader: text().notNull(),
    day: day().notNull(),
  },
  (t) => [uniqueIndex('search_misses_once').on(t.query, t.reader, t.day), index('search_misses_day').on(t.day)],
)
