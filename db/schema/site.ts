import { sql } from 'drizzle-orm'
import { check, primaryKey } from 'drizzle-orm/sqlite-core'
import { day, instant, integer, table, text, word } from '../kit.ts'

/** The one row about the site itself. `contentVersion` is raised by triggers on everything that a document shows. */
export const site = table(
  'site',
  {
    id: integer().primaryKey(),
    contentVersion: integer().notNull(),
    contentLoadedAt: instant(),
    /** A digest of the starting content and of what was brought in, as they were when nothing in it was new. */
    knownContent: text(),
    /** What readers are counted with for a day, without being known the day after. */
    readerSalt: text(),
    readerSaltDay: day(),
  },
  (t) => [check('site_one_row', sql`${t.id} = 1`)],
)

export const redirectKinds = ['guide', 'skill', 'role', 'author', 'category', 'question'] as const
export type RedirectKind = (typeof redirectKinds)[number]

/**
 * An address that something had before: answered with 308 to the one it has now, and followed wherever a guide names it.
 * A question's address is skill/question.
 */
export const redirects = table(
  'redirects',
  {
    kind: word(redirectKinds).notNull(),
    slug: text().notNull(),
    target: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.slug] }),
    check('redirects_kind', sql`${t.kind} in ('guide', 'skill', 'role', 'author', 'category', 'question')`),
    check('redirects_other', sql`${t.slug} <> ${t.target}`),
  ],
)

export const originKinds = ['guide', 'skill', 'role', 'author', 'category'] as const
export type OriginKind = (typeof originKinds)[number]

/**
 * What was last brought in from content files: the hash of each one. As long as a thing still has that hash nobody has
 * edited it here, and a later version of the file may replace it.
 */
export const contentOrigins = table(
  'content_origins',
  {
    kind: word(originKinds).notNull(),
    slug: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.slug] }),
    check('content_origins_kind', sql`${t.kind} in ('guide', 'skill', 'role', 'author', 'category')`),
  ],
)
