import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from './client.ts'
import { migrate } from './migrate.ts'
import { hasSearchIndex, makeSearchIndex } from './search-index.ts'

let folder: string
let db: Database.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guidepost-search-'))
  const file = join(folder, 'guidepost.db')
  migrate(file)
  db = connect(file)
  db.exec(`
    INSERT INTO authors (id, slug, name, title, bio) VALUES ('a', 'a', 'A', 'A', 'A');
    INSERT INTO skills (id, slug, name, kind, definition, updated_at) VALUES
      ('k', 'kubernetes', 'Kubernetes', 'technical', 'Running containers', 1), ('c', 'cpp', 'C++', 'technical', 'A language', 1);
    INSERT INTO skill_aliases (key, alias, skill_id, position) VALUES ('k8s', 'K8s', 'k', 0);
    INSERT INTO skill_statements (skill_id, level, position, text) VALUES ('k', 1, 0, 'You can read a manifest.');
    INSERT INTO questions (id, skill_id, key, kind, level, question, why, strong, weak, position) VALUES
      ('q', 'k', 'q', 'technical', 2, 'A pod restarts. Why?', 'Daily', 'Logs', 'Delete', 0);
    INSERT INTO roles (id, slug, name, summary, updated_at) VALUES ('r', 'r', 'Platform engineer', 'Runs it', 1);
    INSERT INTO role_skills (role_id, skill_id, target, weight, position) VALUES ('r', 'k', 2, 'must', 0);
    INSERT INTO guide_drafts (id, slug, kind, title, standfirst, description, body, sources, explore, roles, author, reviewed_on,
        version, status, review_note, errors, warnings, words, created_at, updated_at)
      VALUES ('g', 'g', 'how-to', 'G', '', '', '', '[]', '[]', '[]', 'a', '2026-01-01', 1, 'published', '', 0, 0, 0, 1, 1);
    INSERT INTO guides (id, slug, kind, title, standfirst, description, body, sources, explore, author_id, reviewed_on, reading_minutes, published_at)
      VALUES ('g', 'g', 'how-to', 'Mending a bicycle', 'Chains', 'd', '', '[]', '[]', 'a', '2026-01-01', 1, 1);
    INSERT INTO guide_texts (guide_id, sections) VALUES ('g', '[{"anchor":"x","heading":"The gears","text":"Shift gently."}]');`)
})

afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

const found = (words: string) =>
  ['search_guides', 'search_taxonomy'].flatMap((index) =>
    db
      .prepare<[string], string>(
        `SELECT kind || ' ' || subject_id FROM ${index} JOIN search_entries ON id = ${index}.rowid WHERE ${index} MATCH ? ORDER BY 1`,
      )
      .pluck()
      .all(words),
  )

/** An index that was kept in step holds the same words as one that is made anew, and none besides. */
function expectInStep() {
  const held = () => [
    db.prepare('SELECT kind, subject_id FROM search_entries ORDER BY 1, 2').raw().all(),
    ...['search_guides', 'search_taxonomy'].map((index) =>
      db.prepare(`SELECT term, doc, cnt FROM ${index}_words ORDER BY term`).raw().all(),
    ),
  ]
  const kept = held()
  makeSearchIndex(db)
  expect(kept).toEqual(held())
}

test('finds each kind by what it is called, and signs that are part of a name', () => {
  expect(found('gears')).toEqual(['guide g'])
  expect(found('k8s')).toEqual(['skill k'])
  expect(found('"c++"')).toEqual(['skill c'])
  expect(found('manifest')).toEqual(['skill k'])
  expect(found('kubernetes')).toEqual(['question q', 'role r', 'skill k'])
  expectInStep()
})

test.each([
  ["UPDATE skills SET name = 'Helm' WHERE id = 'k'", 'helm', ['question q', 'role r', 'skill k']],
  ["UPDATE skills SET unfinished = 1 WHERE id = 'k'", 'pod OR manifest', []],
  ["UPDATE skill_aliases SET alias = 'kube'", 'k8s', []],
  ["UPDATE skill_aliases SET skill_id = 'c'", 'k8s', ['skill c']],
  ['DELETE FROM skill_aliases', 'k8s', []],
  ["UPDATE skill_statements SET text = 'You can drain a node.'", 'drain', ['skill k']],
  ['DELETE FROM skill_statements', 'manifest', []],
  ["INSERT INTO skill_aliases (key, alias, skill_id, position) VALUES ('cpp', 'CPP', 'c', 0)", 'cpp', ['skill c']],
  ["UPDATE questions SET question = 'Why yaml?'", 'yaml', ['question q']],
  ['DELETE FROM questions', 'pod', []],
  ["UPDATE roles SET summary = 'Carries a pager'", 'pager', ['role r']],
  ["UPDATE role_skills SET skill_id = 'c'", '"c++"', ['role r', 'skill c']],
  ['DELETE FROM role_skills', 'kubernetes', ['question q', 'skill k']],
  ['DELETE FROM role_skills; DELETE FROM roles', 'platform', []],
  ["DELETE FROM role_skills; DELETE FROM skills WHERE id = 'k'", 'kubernetes OR pod', []],
  ["UPDATE guides SET title = 'Mending a kettle'", 'kettle', ['guide g']],
  ['UPDATE guide_texts SET sections = \'[{"heading":"Brakes","text":""}]\'', 'gears', []],
  ['DELETE FROM guides', 'bicycle OR gears', []],
  [
    `INSERT INTO guide_texts VALUES ('g', '[{"heading":"Brakes","text":""}]')
      ON CONFLICT (guide_id) DO UPDATE SET sections = excluded.sections`,
    'gears',
    [],
  ],
])('%s is followed', (change, words, after) => {
  const before = found(words)
  db.pragma('foreign_keys = ON')
  db.exec(change)
  expect(found(words)).toEqual(after)
  expect(before).not.toEqual(after)
  expectInStep()
})

test('is made again when its recipe has changed', () => {
  expect(hasSearchIndex(db)).toBe(true)
  db.exec("INSERT INTO search_taxonomy (search_taxonomy) VALUES ('delete-all'); PRAGMA user_version = 1")
  expect(hasSearchIndex(db)).toBe(false)
  db.close()
  migrate(join(folder, 'guidepost.db'))
  db = connect(join(folder, 'guidepost.db'))
  expect(found('k8s')).toEqual(['skill k'])
})
