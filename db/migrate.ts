import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { connect } from './client.ts'
import { dropSearchIndex, hasSearchIndex, makeSearchIndex } from './search-index.ts'

export interface Migration {
  tag: string
  sql: string
}

const backupsKept = 3

/** @returns the migrations of a folder that drizzle-kit wrote, oldest first. */
export function readMigrations(folder = join(import.meta.dirname, 'migrations')): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: { tag: string }[] }
  return journal.entries.map(({ tag }) => ({ tag, sql: readFileSync(join(folder, `${tag}.sql`), 'utf8') }))
}

/**
 * Brings a database file up to date, making it first if it is not there. An existing one is backed up before.
 * Each migration is one transaction that is undone if a foreign key dangles or a table lost rows without saying so
 * (a comment `-- rows may fall: table_a, table_b` in the migration says so).
 * @returns the tags that were applied now.
 * @throws Error if the database is newer than this code, or a migration fails; the file is then as it was before it.
 */
export function migrate(file: string, migrations = readMigrations()): string[] {
  mkdirSync(dirname(file), { recursive: true })
  const connection = connect(file)
  try {
    connection.exec(
      'CREATE TABLE IF NOT EXISTS migrations (tag TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
    )
    const known = new Set(migrations.map(({ tag }) => tag))
    const applied = appliedTags(connection)
    const foreign = [...applied].filter((tag) => !known.has(tag))
    if (foreign.length > 0) {
      throw new Error(`The database is newer than this version of Guidepost (it knows ${foreign.join(', ')})`)
    }
    const pending = migrations.filter(({ tag }) => !applied.has(tag))
    if (pending.length === 0) {
      if (!hasSearchIndex(connection)) makeSearchIndex(connection)
      return []
    }
    if (applied.size > 0) backUp(connection, file, pending[0]?.tag ?? '')
    // A rebuilt table is away for a moment, which a view or a trigger that reads it would not let pass.
    dropSearchIndex(connection)
    // A no-op inside a transaction, so before it: with it on, rebuilding a table would cascade into its children.
    connection.pragma('foreign_keys = OFF')
    const done = pending.filter((migration) => apply(connection, migration))
    connection.pragma('foreign_keys = ON')
    makeSearchIndex(connection)
    const health = connection.pragma('integrity_check', { simple: true })
    if (health !== 'ok') throw new Error(`The database is damaged: ${String(health)}`)
    return done.map(({ tag }) => tag)
  } finally {
    connection.close()
  }
}

function apply(connection: Database.Database, { tag, sql }: Migration): boolean {
  connection.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have been quicker while this one waited for the lock.
    if (appliedTags(connection).has(tag)) {
      connection.exec('ROLLBACK')
      return false
    }
    const before = rowCounts(connection)
    connection.exec(sql)
    const dangling = connection.pragma('foreign_key_check') as { table: string }[]
    if (dangling.length > 0) throw new Error(`${dangling.length} rows of ${dangling[0]?.table} point to nothing`)
    const mayFall = new Set(
      /--\s*rows may fall:(.*)/
        .exec(sql)?.[1]
        ?.split(',')
        .map((name) => name.trim()),
    )
    const after = rowCounts(connection)
    for (const [table, rows] of before) {
      const left = after.get(table) ?? 0
      if (left < rows && !mayFall.has(table)) throw new Error(`${table} would fall from ${rows} to ${left} rows`)
    }
    connection
      .prepare('INSERT INTO migrations (tag, hash, applied_at) VALUES (?, ?, ?)')
      .run(tag, createHash('sha256').update(sql).digest('hex'), Date.now())
    connection.exec('COMMIT')
    return true
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw new Error(`Migration ${tag} was undone: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function appliedTags(connection: Database.Database): Set<string> {
  return new Set(connection.prepare<[], string>('SELECT tag FROM migrations').pluck().all())
}

function rowCounts(connection: Database.Database): Map<string, number> {
  const names = connection
    // Not what a full-text index keeps for itself.
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all()
  return new Map(
    names.map((name) => [name, connection.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0]),
  )
}

function backUp(connection: Database.Database, file: string, tag: string): void {
  const folder = join(dirname(file), 'backups')
  mkdirSync(folder, { recursive: true })
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const name = `${stamp}-before-${tag}.db`
  // Under another name until it is whole, so that a torn copy never passes for a backup.
  const part = join(folder, `${name}.part`)
  connection.prepare('VACUUM INTO ?').run(part)
  renameSync(part, join(folder, name))
  const backups = readdirSync(folder)
    .filter((each) => each.endsWith('.db'))
    .sort()
  // A migration that fails at each start must not push the older states out with copies of the same one.
  const again = backups.filter((each) => each.endsWith(`-before-${tag}.db`) && each !== name)
  const rest = backups.filter((each) => !again.includes(each))
  for (const each of [...again, ...rest.slice(0, -backupsKept)]) rmSync(join(folder, each))
}
