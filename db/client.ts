import { AsyncLocalStorage } from 'node:async_hooks'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { env } from '#lib/env.ts'
import * as schema from './schema/index.ts'

type Schema = typeof schema
type Connection = BetterSQLite3Database<Schema>

/** What may be asked of the database without changing it. */
export type Reader = Pick<Connection, 'select' | 'selectDistinct' | '$count' | '$with' | 'with'>

/** What may be done inside `write`. It reads its own writes. */
export type Tx = Reader & Pick<Connection, 'insert' | 'update' | 'delete'>

interface Doors {
  file: string
  writer: Database.Database
  reader: Database.Database
  tx: Connection
  read: Connection
  contentVersion: Database.Statement<[], number>
  /** Statements on the reading connection that were asked for by their text. */
  prepared: Map<string, Database.Statement<unknown[], unknown>>
  /** Resolves when the last write in the queue has ended. */
  queue: Promise<unknown>
  /** The transaction that the present code was called from, which may have ended meanwhile. */
  inside: AsyncLocalStorage<{ open: boolean }>
}

/** How long to wait for a lock that another process holds, and between two looks, in milliseconds. */
const busyTimeout = 5000
const busyPause = 20

// The server and Next's bundles load this module once each; the connections and the queue must exist once.
const key = Symbol.for('guidepost.doors')
const store = globalThis as { [key]?: Doors }

/** @returns where the database of this process is kept. */
export function databaseFile(): string {
  return join(env().dataDir, 'guidepost.db')
}

/**
 * Opens a connection with the settings every connection must have.
 * synchronous is set by hand: the bundled build falls back to NORMAL, which loses acknowledged writes in a power cut.
 */
export function connect(file: string, options: { readonly?: boolean } = {}): Database.Database {
  const connection = new Database(file, { ...options, timeout: busyTimeout })
  if (!options.readonly) {
    connection.pragma('journal_mode = WAL')
    connection.pragma('journal_size_limit = 67108864')
    connection.pragma('secure_delete = FAST')
  }
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cache_size = -32000')
  return connection
}

function doors(): Doors {
  const known = store[key]
  if (known) return known
  const file = databaseFile()
  const writer = connect(file)
  writer.pragma('busy_timeout = 0')
  const reader = connect(file, { readonly: true })
  const opened: Doors = {
    file,
    writer,
    reader,
    tx: drizzle(writer, { schema, casing: 'snake_case' }),
    read: drizzle(reader, { schema, casing: 'snake_case' }),
    contentVersion: reader.prepare<[], number>('select content_version from site').pluck(),
    prepared: new Map(),
    queue: Promise.resolve(),
    inside: new AsyncLocalStorage(),
  }
  store[key] = opened
  return opened
}

/** The door for reading: a read-only connection. Inside `write` it is shut, as it would not see what was written. */
export const read: Reader = new Proxy({} as Reader, {
  get: (_, property) => {
    const { read: connection, inside } = doors()
    if (inside.getStore()?.open) throw new Error('read inside write() would miss what was written: use its tx')
    return bound(connection, property)
  },
})

/**
 * The door for writing: runs `work` alone, in one transaction that is on disk when the promise resolves.
 * Hash, mail and render before you come in: everybody else who writes is waiting. Await all that you start in there: when
 * `work` ends, its `tx` is of no use any more.
 * @throws whatever `work` throws, after everything it did is undone.
 */
export async function write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const opened = doors()
  if (opened.inside.getStore()?.open) throw new Error('write() inside write() would wait for itself: pass the tx on')
  const turn = opened.queue.then(() => transact(opened, work))
  opened.queue = turn.catch(() => undefined)
  return await turn
}

async function transact<Result>({ writer, tx, inside }: Doors, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  await begin(writer)
  const transaction = { open: true }
  // A branch of `work` that outlives it must not go on outside of the transaction, or in somebody else's.
  const lent = Proxy.revocable(tx, { get: (connection, property) => bound(connection, property) })
  const end = () => {
    transaction.open = false
    lent.revoke()
  }
  try {
    const result = await inside.run(transaction, () => work(lent.proxy))
    end()
    writer.exec('COMMIT')
    return result
  } catch (error) {
    if (transaction.open) end()
    if (writer.inTransaction) writer.exec('ROLLBACK')
    throw error
  }
}

/** Another process may hold the lock. Waited for here and not in SQLite, which would hold up every reader meanwhile. */
async function begin(writer: Database.Database): Promise<void> {
  const giveUp = Date.now() + busyTimeout
  for (;;) {
    try {
      // IMMEDIATE takes the write lock at once: a lock asked for halfway through fails instead of waiting.
      writer.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || Date.now() > giveUp) throw error
      await setTimeout(busyPause)
    }
  }
}

function bound(connection: Connection, property: string | symbol): unknown {
  const value = Reflect.get(connection, property) as unknown
  return typeof value === 'function' ? value.bind(connection) : value
}

/**
 * Lets `work` read the database as it is at one moment, whatever is written meanwhile: on a connection of its own, so for
 * what takes long and must fit together.
 */
export async function snapshot<Result>(work: (db: Reader) => Promise<Result>): Promise<Result> {
  const connection = connect(databaseFile(), { readonly: true })
  try {
    connection.exec('BEGIN')
    return await work(drizzle(connection, { schema, casing: 'snake_case' }))
  } finally {
    connection.close()
  }
}

/** @returns the number that rises with every change of what documents show; costs a few microseconds. */
export function contentVersion(): number {
  const version = doors().contentVersion.get()
  if (version === undefined) throw new Error('The database has no site row: it was not migrated')
  return version
}

/**
 * Reads with a statement that Drizzle has no words for, which is prepared once. For db/ alone: the text is SQLite's.
 * @param text a constant, never put together from input
 */
export async function readWith<Row>(text: string, ...values: (string | number)[]): Promise<Row[]> {
  const { prepared, reader, inside } = doors()
  if (inside.getStore()?.open) throw new Error('readWith inside write() would miss what was written')
  const known = prepared.get(text) ?? reader.prepare<unknown[], unknown>(text)
  prepared.set(text, known)
  return known.all(...values) as Row[]
}

/** Closes both connections. For the end of a process and of a test. */
export function closeDatabase(): void {
  const opened = store[key]
  if (!opened) return
  opened.reader.close()
  opened.writer.close()
  delete store[key]
}
