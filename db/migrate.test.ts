import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { getTableName, is, Table } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from './client.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import * as guide from './schema/guide.ts'
import * as schema from './schema/index.ts'
import * as site from './schema/site.ts'
import * as taxonomy from './schema/taxonomy.ts'

const all = readMigrations()
let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'))
  file = join(folder, 'guidepost.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Does something with the file and closes it again. */
function using<Result>(work: (connection: Database.Database) => Result): Result {
  const connection = connect(file)
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

const names = (sql: string) => using((connection) => connection.prepare<[], string>(sql).pluck().all())
const count = (table: string) =>
  using((connection) => connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
const nameOf = (table: unknown) => (is(table, Table) ? [getTableName(table)] : [])
const applied = () => names('SELECT tag FROM migrations ORDER BY tag')
const backups = () => readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'))

/** A database as it was before some migration: migrated so far, with a skill, its statements and a rating in it. */
function filled(): void {
  migrate(file)
  using((connection) =>
    connection.exec(`
      INSERT INTO skills (id, slug, name, kind, definition, updated_at) VALUES ('s', 'sql', 'SQL', 'technical', 'd', 1), ('t', 'git', 'Git', 'technical', 'd', 1);
      INSERT INTO skill_statements (skill_id, level, position, text) VALUES ('s', 1, 0, 'a'), ('s', 1, 1, 'b'), ('t', 2, 0, 'c');
      INSERT INTO persons (id, guest_hash, recovery_hash, created_at) VALUES ('p', 'g', 'r', 1);
      INSERT INTO ratings (person_id, skill_id, level, source, created_at) VALUES ('p', 's', 2, 'guide', 1);
    `),
  )
}

const next = (sql: string, tag = '9000_next'): Migration[] => [...all, { tag, sql }]

describe('migrate', () => {
  test('makes a database out of nothing, once', () => {
    expect(migrate(file)).toEqual(all.map(({ tag }) => tag))
    expect(migrate(file)).toEqual([])
    expect(count('site')).toBe(1)
    expect(readdirSync(folder)).not.toContain('backups')
  })

  test('rebuilds a table that others point to without losing a row of them', () => {
    filled()
    const rebuild = `
      CREATE TABLE new_skills (id TEXT PRIMARY KEY NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
        definition TEXT NOT NULL, unfinished INTEGER NOT NULL, updated_at INTEGER NOT NULL, colour TEXT) STRICT;
      INSERT INTO new_skills SELECT id, slug, name, kind, definition, unfinished, updated_at, NULL FROM skills;
      DROP TABLE skills;
      ALTER TABLE new_skills RENAME TO skills;`
    expect(migrate(file, next(rebuild))).toEqual(['9000_next'])
    expect([count('skills'), count('skill_statements'), count('ratings')]).toEqual([2, 3, 1])
    expect(names("SELECT name FROM pragma_table_info('skills')")).toContain('colour')
  })

  test('undoes a migration that loses rows', () => {
    filled()
    const sql = "CREATE TABLE extra (id TEXT) STRICT; DELETE FROM skill_statements WHERE skill_id = 't';"
    expect(() => migrate(file, next(sql))).toThrow('9000_next was undone: skill_statements would fall from 3 to 2 rows')
    expect(count('skill_statements')).toBe(3)
    expect(applied()).toEqual(all.map(({ tag }) => tag))
    expect(names("SELECT name FROM sqlite_schema WHERE name = 'extra'")).toEqual([])
  })

  test('undoes a migration that drops a table with rows', () => {
    filled()
    expect(() => migrate(file, next('DROP TABLE ratings;'))).toThrow('ratings would fall from 1 to 0 rows')
    expect(count('ratings')).toBe(1)
  })

  test('lets rows fall where the migration says so, and only there', () => {
    filled()
    const sql = '-- rows may fall: skill_statements, extra\nDELETE FROM skill_statements;'
    expect(migrate(file, next(sql))).toEqual(['9000_next'])
    expect(count('skill_statements')).toBe(0)
    expect(() => migrate(file, [...next(sql), { tag: '9001', sql: 'DELETE FROM ratings;' }])).toThrow(
      'ratings would fall',
    )
  })

  test('undoes a migration after which a foreign key points to nothing', () => {
    filled()
    const sql = "UPDATE ratings SET person_id = 'nobody';"
    expect(() => migrate(file, next(sql))).toThrow('9000_next was undone: 1 rows of ratings point to nothing')
    expect(names('SELECT person_id FROM ratings')).toEqual(['p'])
  })

  test('undoes a migration that fails halfway, and keeps those before it', () => {
    filled()
    const two = [
      ...next('CREATE TABLE extra (id TEXT) STRICT;'),
      { tag: '9001_bad', sql: 'CREATE TABLE b (x TEXT) STRICT; NO SQL;' },
    ]
    expect(() => migrate(file, two)).toThrow(/^Migration 9001_bad was undone/)
    expect(applied()).toEqual([...all.map(({ tag }) => tag), '9000_next'])
    expect(names("SELECT name FROM sqlite_schema WHERE name IN ('extra', 'b')")).toEqual(['extra'])
  })

  test('refuses a database that is newer than the code', () => {
    migrate(file, next('CREATE TABLE extra (id TEXT) STRICT;'))
    expect(() => migrate(file)).toThrow('newer than this version of Guidepost (it knows 9000_next)')
  })

  test('keeps one backup for a migration that fails at each start, and the older ones', () => {
    filled()
    migrate(file, next('CREATE TABLE one (id INTEGER) STRICT', '9000_one'))
    const broken = [
      ...next('CREATE TABLE one (id INTEGER) STRICT', '9000_one'),
      { tag: '9001_broken', sql: 'nonsense' },
    ]
    for (let start = 0; start < 4; start++) expect(() => migrate(file, broken)).toThrow(/undone/)
    expect(backups().map((name) => name.replace(/^.*-before-/, ''))).toEqual(['9000_one.db', '9001_broken.db'])
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('writes a backup of what was there before, and keeps the newest three', () => {
    filled()
    const steps = Array.from({ length: 5 }, (_, index) => ({
      tag: `900${index}`,
      sql: `CREATE TABLE t${index} (x TEXT) STRICT;`,
    }))
    steps.forEach((_, index) => {
      migrate(file, [...all, ...steps.slice(0, index + 1)])
    })
    expect(backups().map((name) => name.slice(-'before-9000.db'.length))).toEqual([
      'before-9002.db',
      'before-9003.db',
      'before-9004.db',
    ])
    file = join(folder, 'backups', backups()[2] ?? '')
    expect(count('skill_statements')).toBe(3)
    expect(applied().at(-1)).toBe('9003')
  })
})

describe('0002_editing', () => {
  /** What an editor's site holds before it: a guide with all that hangs on it, and an invitation that is open. */
  const before = `
    INSERT INTO authors VALUES ('a', 'ann', 'Ann', 'Editor', 'b');
    INSERT INTO skills (id, slug, name, kind, definition, updated_at) VALUES ('s', 'sql', 'SQL', 'technical', 'd', 1);
    INSERT INTO roles (id, slug, name, summary, updated_at) VALUES ('r', 'cook', 'Cook', 's', 1), ('q', 'baker', 'Baker', 's', 1);
    INSERT INTO questions (id, skill_id, key, kind, level, question, why, strong, weak, position)
      VALUES ('q', 's', 'one', 'technical', 2, 'q', 'w', 's', 'w', 0);
    INSERT INTO guides VALUES ('g', 'guide', 'skill', 'Guide', 'st', 'de', '## Body', '[{"title":"T","publisher":"P","url":"https://a.b","date":""}]',
      '["other"]', 'a', 's', '2026-01-02', 3, 40);
    INSERT INTO guide_roles VALUES ('g', 'r', 1), ('g', 'q', 0);
    INSERT INTO guide_blocks VALUES ('g', 'k', 'question', 0, 'h', 'an', NULL, NULL, 'q');
    INSERT INTO guide_block_skills VALUES ('g', 'k', 's');
    INSERT INTO guide_revisions VALUES ('v', 'g', 1, 'Old', 'old', '[]', 'First', 40), ('w', 'g', 2, 'Guide', '## Body', '[{"slug":"sql","name":"SQL"}]', 'Second', 50);
    INSERT INTO redirects VALUES ('guide', 'was', 'guide');
    INSERT INTO persons (id, guest_hash, recovery_hash, created_at) VALUES ('p', 'g', 'r', 1);
    INSERT INTO ratings (person_id, skill_id, level, source, created_at) VALUES ('p', 's', 2, 'guide', 1), ('p', 's', 3, 'guide', 2);
    INSERT INTO invitations VALUES ('hash', 'admin', 1, 2);`
  const row = (sql: string) => using((connection) => connection.prepare<[], Record<string, unknown>>(sql).get())
  const migrated = () => {
    migrate(file, all.slice(0, 2))
    using((connection) => connection.exec(before))
    migrate(file)
  }

  test('gives a guide its working copy, and its revisions what they lacked', () => {
    migrated()
    expect(row('SELECT * FROM guide_drafts')).toEqual({
      ...{
        id: 'g',
        slug: 'guide',
        kind: 'skill',
        title: 'Guide',
        standfirst: 'st',
        description: 'de',
        body: '## Body',
      },
      ...{ sources: '[{"title":"T","publisher":"P","url":"https://a.b","date":""}]', explore: '["other"]' },
      ...{ roles: '["baker","cook"]', author: 'ann', skill: 'sql', reviewed_on: '2026-01-02', version: 1 },
      ...{ status: 'published', published_revision: 2, review_note: '', errors: 0, warnings: 0, words: 0 },
      ...{ submitted_by_id: null, approved_by_id: null, scheduled_for: null, scheduled_revision: null },
      ...{ schedule_problem: null, archived_at: null, created_at: 40, updated_at: 50, updated_by_id: null },
    })
    const revision = row('SELECT * FROM guide_revisions WHERE number = 1')
    expect(revision).toMatchObject({
      id: 'v',
      kind: 'published',
      title: 'Old',
      body: 'old',
      note: 'First',
      by_id: null,
    })
    expect(JSON.parse(String(revision?.front))).toEqual({
      ...{ slug: 'guide', kind: 'skill', standfirst: 'st', description: 'de', author: 'ann', reviewedOn: '2026-01-02' },
      ...{ roles: ['baker', 'cook'], skill: 'sql', explore: ['other'] },
      sources: [{ title: 'T', publisher: 'P', url: 'https://a.b', date: '' }],
    })
  })

  test('keeps everything that hangs on a guide and on people, but for the link that the start prints anew', () => {
    migrated()
    const kept = [
      'guides',
      'guide_roles',
      'guide_blocks',
      'guide_block_skills',
      'guide_revisions',
      'redirects',
      'ratings',
    ]
    expect(kept.map(count)).toEqual([1, 2, 1, 1, 2, 1, 2])
    expect(row('SELECT author_id, skill_id, reading_minutes FROM guides')).toEqual({
      ...{ author_id: 'a', skill_id: 's', reading_minutes: 3 },
    })
    expect(row('SELECT kind, slug, target FROM redirects')).toEqual({ kind: 'guide', slug: 'was', target: 'guide' })
    expect(count('invitations')).toBe(0)
    using((connection) => expect(connection.pragma('foreign_key_check')).toEqual([]))
  })

  test('leaves revisions, ratings and the audit log as immutable as they must be', () => {
    migrated()
    const refused = (sql: string) => () => using((connection) => connection.exec(sql))
    expect(refused("UPDATE guide_revisions SET note = 'x'")).toThrow('a revision never changes')
    expect(refused('UPDATE ratings SET level = 4')).toThrow('append-only')
    expect(refused("UPDATE ratings SET skill_id = 't'")).toThrow('append-only')
    using((connection) =>
      connection.exec(
        "INSERT INTO audit_log (at, event, subject, subject_id, label, detail) VALUES (1, 'e', 'site', '', '', '{}')",
      ),
    )
    expect(refused("UPDATE audit_log SET label = 'x'")).toThrow('append-only')
    expect(refused('DELETE FROM audit_log')).toThrow('append-only')
  })
})

describe('the schema', () => {
  beforeEach(() => {
    migrate(file)
  })

  test('has every table of the code, and every one is STRICT', () => {
    const tables = using(
      (connection) =>
        connection.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[],
    ).filter(({ schema: place, name, type }) => place === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([])
    const inCode = Object.values(schema).flatMap(nameOf)
    expect(inCode.length).toBeGreaterThan(20)
    expect(tables.map(({ name }) => name).sort()).toEqual([...inCode, 'migrations'].sort())
  })

  test('raises the content version with every change of what documents show', () => {
    const unseen = ['guide_revisions', 'guide_drafts', 'skill_merges']
    const shown = [...Object.values(taxonomy), ...Object.values(guide), site.redirects]
      .flatMap(nameOf)
      .filter((name) => !unseen.includes(name))
    const triggers = using((connection) =>
      connection
        .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .all(),
    )
    for (const table of shown) {
      for (const event of ['insert', 'update', 'delete']) {
        const trigger = triggers.find(({ name }) => name === `${table}_content_${event}`)
        expect(trigger?.sql ?? `${table} has no trigger`).toMatch(
          new RegExp(`AFTER ${event} ON ${table} BEGIN UPDATE site SET content_version = content_version \\+ 1`, 'i'),
        )
      }
    }
  })

  test('refuses to rewrite history', () => {
    rmSync(file)
    filled()
    expect(() => using((connection) => connection.exec('UPDATE ratings SET level = 4'))).toThrow('append-only')
    using((connection) => connection.exec("UPDATE ratings SET person_id = 'p'"))
  })

  test('refuses a type, a word and a level that it does not know', () => {
    const add = (kind: string, at: string) =>
      using((connection) =>
        connection.exec(
          `INSERT INTO skills (id, slug, name, kind, definition, updated_at) VALUES ('x', 'x', 'X', '${kind}', 'd', ${at})`,
        ),
      )
    expect(() => add('hard', '1')).toThrow('CHECK')
    expect(() => add('soft', "'now'")).toThrow('cannot store TEXT')
    expect(() =>
      using((connection) => connection.exec("INSERT INTO skill_statements VALUES ('x', 5, 0, 'a')")),
    ).toThrow(/CHECK|FOREIGN/)
  })
})
