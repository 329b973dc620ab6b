import { index } from 'drizzle-orm/sqlite-core'
import { instant, integer, json, table, text } from '../kit.ts'

/** A picture that an editor uploaded. Its files, one for each width, are in the data folder under the id. */
export const pictures = table(
  'pictures',
  {
    id: text().primaryKey(),
    /** What editors find it by: the name of the file that was uploaded, until somebody writes a better one. */
    name: text().notNull(),
    /** What it shows, for whoever cannot see it; offered wherever the picture is placed. */
    alt: text().notNull(),
    /** Of the largest file, in pixels. */
    width: integer().notNull(),
    height: integer().notNull(),
    /** The widths that there are, ascending, in pixels. */
    widths: json<number[]>().notNull(),
    /** Of all files together. */
    bytes: integer().notNull(),
    /** SHA-256 of what was uploaded: the same picture twice is one. */
    hash: text().notNull().unique(),
    createdById: text(),
    createdAt: instant().notNull(),
    archivedAt: instant(),
  },
  (t) => [index('pictures_created').on(t.createdAt)],
)
