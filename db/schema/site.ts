import { sql } from 'drizzle-orm'
import { check } from 'drizzle-orm/sqlite-core'
import { instant, integer, table } from '../kit.ts'

/** The one row about the site itself. `contentVersion` is raised by triggers on everything that a document shows. */
export const site = table(
  'site',
  {
    id: integer().primaryKey(),
    contentVersion: integer().notNull(),
    contentLoadedAt: instant(),
  },
  (t) => [check('site_one_row', sql`${t.id} = 1`)],
)
