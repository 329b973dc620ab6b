import { integer as sqliteInteger, sqliteTable, text as sqliteText } from 'drizzle-orm/sqlite-core'

/*
 * The column kit: the schema is written over these few columns only, so that it can be given a second
 * dialect without touching a table. STRICT SQLite knows no other types than these anyway.
 */

export const table = sqliteTable

/** An unguessable or a stable text key. */
export const text = () => sqliteText()

/** A text column limited to the given words; the matching CHECK stands in the table. */
export const word = <const Words extends readonly [string, ...string[]]>(words: Words) => sqliteText({ enum: words })

export const integer = () => sqliteInteger()

export const boolean = () => sqliteInteger({ mode: 'boolean' })

/** A moment in UTC, to the millisecond. */
export const instant = () => sqliteInteger({ mode: 'timestamp_ms' })

/** A calendar day, YYYY-MM-DD. */
export const day = () => sqliteText()

/** A structured value that is only ever read whole; nothing queries inside it. */
export const json = <T>() => sqliteText({ mode: 'json' }).$type<T>()
