import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'

/*
 * The full-text index. It can be made anew from the tables at any time, so it is no migration: it is dropped before one
 * and made after it, and also when what stands in this file has changed. Triggers keep it in step with the tables.
 */

const guides = 'search_guides'
const taxonomy = 'search_taxonomy'

/** What each thing is found by. A skill that is not whole yet, and its questions, are not found. */
const documents = `
CREATE VIEW search_documents AS
  SELECT 'guide' AS kind, guides.id AS subject_id, guides.title AS title, guides.standfirst AS names,
    (SELECT group_concat((value ->> 'heading') || char(10) || (value ->> 'text'), char(10))
      FROM json_each(guide_texts.sections)) AS body
    FROM guide_texts JOIN guides ON guides.id = guide_texts.guide_id
  UNION ALL
  SELECT 'skill', skills.id, skills.name,
    (SELECT group_concat(alias, char(10)) FROM skill_aliases WHERE skill_id = skills.id),
    skills.definition || char(10) ||
      coalesce((SELECT group_concat(text, char(10)) FROM skill_statements WHERE skill_id = skills.id), '')
    FROM skills WHERE NOT skills.unfinished
  UNION ALL
  SELECT 'role', roles.id, roles.name, roles.summary,
    (SELECT group_concat(skills.name, char(10)) FROM role_skills JOIN skills ON skills.id = role_skills.skill_id
      WHERE role_skills.role_id = roles.id)
    FROM roles
  UNION ALL
  SELECT 'question', questions.id, questions.question, skills.name, questions.why || char(10) || questions.strong
    FROM questions JOIN skills ON skills.id = questions.skill_id WHERE NOT skills.unfinished;`

// The texts themselves stay in their tables. Two indexes, as ten thousand guides with a common word must not stand before
// the one skill of that name. C++ and C# are words.
const fts = `fts5(title, names, body, content='', contentless_delete=1, prefix='2 3',
  tokenize="unicode61 remove_diacritics 2 tokenchars '+#'")`

const tables = `
CREATE VIRTUAL TABLE ${guides} USING ${fts};
CREATE VIRTUAL TABLE ${taxonomy} USING ${fts};
CREATE VIRTUAL TABLE ${guides}_words USING fts5vocab(${guides}, 'row');
CREATE VIRTUAL TABLE ${taxonomy}_words USING fts5vocab(${taxonomy}, 'row');`

type Kind = 'guide' | 'skill' | 'role' | 'question'

const indexOf = (kind: Kind) => (kind === 'guide' ? guides : taxonomy)

const entries = (kind: Kind, which: string) =>
  `SELECT id FROM search_entries WHERE kind = '${kind}' AND subject_id ${which}`

// No OR IGNORE and no OR REPLACE: inside a trigger, the statement that set it off says what becomes of a conflict.
const enter = (kind: Kind, which: string) =>
  `INSERT INTO search_entries (kind, subject_id)
    SELECT kind, subject_id FROM search_documents WHERE kind = '${kind}' AND subject_id ${which}
    AND subject_id NOT IN (SELECT subject_id FROM search_entries WHERE kind = '${kind}');`

const index = (kind: Kind, which: string) =>
  `DELETE FROM ${indexOf(kind)} WHERE rowid IN (${entries(kind, which)});
  INSERT INTO ${indexOf(kind)} (rowid, title, names, body)
    SELECT search_entries.id, title, names, body FROM search_documents JOIN search_entries USING (kind, subject_id)
    WHERE kind = '${kind}' AND subject_id ${which};`

const drop = (kind: Kind, which: string) =>
  `DELETE FROM ${indexOf(kind)} WHERE rowid IN (${entries(kind, which)});
  DELETE FROM search_entries WHERE kind = '${kind}' AND subject_id ${which};`

const add = (kind: Kind, which: string) => enter(kind, which) + index(kind, which)

const ownQuestions = 'IN (SELECT id FROM questions WHERE skill_id = NEW.id)'
const ownRoles = 'IN (SELECT role_id FROM role_skills WHERE skill_id = NEW.id)'

/** By the event that it follows. */
const triggers: Record<string, string> = {
  'INSERT ON guide_texts': add('guide', '= NEW.guide_id'),
  'UPDATE ON guide_texts': add('guide', '= NEW.guide_id'),
  'DELETE ON guide_texts': drop('guide', '= OLD.guide_id'),
  'UPDATE OF title, standfirst ON guides': index('guide', '= NEW.id'),
  'INSERT ON skills': add('skill', '= NEW.id'),
  'UPDATE OF name, definition, unfinished ON skills':
    drop('skill', '= NEW.id') +
    drop('question', ownQuestions) +
    add('skill', '= NEW.id') +
    add('question', ownQuestions) +
    index('role', ownRoles),
  'DELETE ON skills': drop('skill', '= OLD.id'),
  ...Object.fromEntries(
    ['skill_aliases', 'skill_statements'].flatMap((table) => [
      [`INSERT ON ${table}`, index('skill', '= NEW.skill_id')],
      [`UPDATE ON ${table}`, index('skill', 'IN (OLD.skill_id, NEW.skill_id)')],
      [`DELETE ON ${table}`, index('skill', '= OLD.skill_id')],
    ]),
  ),
  'INSERT ON questions': add('question', '= NEW.id'),
  'UPDATE ON questions': add('question', '= NEW.id'),
  'DELETE ON questions': drop('question', '= OLD.id'),
  'INSERT ON roles': add('role', '= NEW.id'),
  'UPDATE OF name, summary ON roles': index('role', '= NEW.id'),
  'DELETE ON roles': drop('role', '= OLD.id'),
  'INSERT ON role_skills': index('role', '= NEW.role_id'),
  'UPDATE OF role_id, skill_id ON role_skills': index('role', 'IN (OLD.role_id, NEW.role_id)'),
  'DELETE ON role_skills': index('role', '= OLD.role_id'),
}

const fill = (name: string, which: string) =>
  `INSERT INTO ${name} (rowid, title, names, body)
    SELECT search_entries.id, title, names, body FROM search_documents JOIN search_entries USING (kind, subject_id)
    WHERE kind ${which} 'guide';`

const everything = [
  documents,
  tables,
  ...Object.entries(triggers).map(
    ([event, work], at) => `CREATE TRIGGER search_${at} AFTER ${event} BEGIN ${work} END;`,
  ),
  'DELETE FROM search_entries;',
  'INSERT INTO search_entries (kind, subject_id) SELECT kind, subject_id FROM search_documents;',
  fill(guides, '='),
  fill(taxonomy, '<>'),
  // A word in the title says more than one in the text.
  ...[guides, taxonomy].map((name) => `INSERT INTO ${name} (${name}, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)');`),
].join('\n')

// user_version is a number of 31 bits that SQLite keeps in the file for whoever wants it.
const version = Number.parseInt(createHash('sha256').update(everything).digest('hex').slice(0, 7), 16)

/** Whether a database has the index as this code makes it. */
export function hasSearchIndex(connection: Database.Database): boolean {
  return connection.pragma('user_version', { simple: true }) === version
}

/** Makes the index from the tables, over one that may be there. A database that stops before them gets none. */
export function makeSearchIndex(connection: Database.Database): void {
  if (connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_entries'").get() === undefined) return
  connection.transaction(() => {
    dropSearchIndex(connection)
    connection.exec(everything)
    connection.pragma(`user_version = ${version}`)
  })()
}

/** Takes away the index with its view and triggers; what it was made from stays. */
export function dropSearchIndex(connection: Database.Database): void {
  const names = connection
    .prepare<[], { type: string; name: string }>(
      `SELECT type, name FROM sqlite_schema WHERE (type IN ('trigger', 'view') AND name GLOB 'search_*')
        OR name IN ('${guides}_words', '${taxonomy}_words', '${guides}', '${taxonomy}')
        ORDER BY type = 'table', name GLOB '*_words' DESC`,
    )
    .all()
  for (const { type, name } of names) connection.exec(`DROP ${type} IF EXISTS ${name}`)
}
