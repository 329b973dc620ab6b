import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ContentProblem, formatProblem, readContent } from './content-files.ts'

const real = join(import.meta.dirname, '../../db/content')
const step = (id: string, reaches: string) =>
  `  - id: ${id}\n    title: A step\n    reaches: ${reaches}\n    hours: 2\n    body: Do it.\n    done: it is done\n`
const question = (id: string) =>
  `  - id: ${id}\n    kind: technical\n    level: working\n    question: Why?\n    why: To know.\n    strong: A reason.\n    weak: None.\n`
const skill = (name: string, alias: string, related: string) => `name: ${name}
kind: technical
definition: A definition.
aliases: [${alias}]
levels:
${['awareness', 'working', 'practitioner', 'expert']
  .map((level) => `  ${level}:\n    - You can do one thing (${level}).\n    - You can do another (${level}).\n`)
  .join('')}related: [${related}]
steps:
${step('first', 'awareness')}${step('second', 'working')}questions:
${question('one')}${question('two')}${question('three')}`

const role = `name: A role
summary: A summary.
activities: [coding, order, asking]
skills:
  - { skill: sql, target: working, weight: must }
  - { skill: testing, target: awareness, weight: nice }
`
const guide = `---
kind: career
title: A title
standfirst: A standfirst.
description: A description.
author: editors
reviewed: 2026-11-12
role: developer
explore: [a-guide]
sources:
  - title: A source
    publisher: Somebody
    url: https://a.b/c
    date: 2022
---

## Start

:::step[Do it]{id="do-it" skills="sql" hours="2" done="it is done"}
Text.
:::

Related: :related[a-guide]

### Responsibilities

### Ways in

### Pay

### Progression

### Good and bad sides
`
const files: Record<string, string> = {
  'skills/sql.yml': skill('SQL', 'Postgres', 'testing'),
  'skills/testing.yml': skill('Testing', 'Unit tests', 'sql'),
  'roles/developer.yml': role,
  'authors/editors.yml': 'name: Editors\ntitle: Editors\nbio: Some people.\n',
  'guides/a-guide.md': guide,
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'))
  for (const part of ['skills', 'roles', 'authors', 'guides']) mkdirSync(join(folder, part))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes the good files with one change and reads them. */
function check(file: string, from: string, to: string): ContentProblem[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const text = files[file] ?? ''
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  writeFileSync(join(folder, file), text.replace(from, to))
  return readContent(folder).problems
}

test('good files have no problems', () => {
  expect(check('guides/a-guide.md', '', '')).toEqual([])
  const { content } = readContent(folder)
  expect(content.skills.map(({ slug }) => slug)).toEqual(['sql', 'testing'])
  expect(content.guides[0]).toMatchObject({
    slug: 'a-guide',
    front: { roles: ['developer'], sources: [{ date: '2022' }] },
  })
  expect(content.guides[0]?.markdown).toMatch(/^\n## Start/)
})

const lineOf = (file: string, text: string) =>
  (files[file] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1

describe('a wrong file gives the file, the line and the field', () => {
  const sql = 'skills/sql.yml'
  const page = 'guides/a-guide.md'
  test.each([
    [sql, 'kind: technical', 'kind: hard', 'kind: technical', 'kind', /Use one of technical, soft/],
    [
      sql,
      'You can do one thing (working)',
      'I can',
      'one thing (working)',
      'levels.working.0',
      /begins with “You can”/,
    ],
    [sql, '    - You can do another (expert).\n', '', 'expert:', 'levels.expert', /at least 2 statements/],
    [sql, 'aliases: [Postgres]', 'alias: [Postgres]', 'aliases:', 'alias', /no such field/],
    [sql, 'id: second', 'id: first', 'id: second', 'steps.1.id', /used twice/],
    [sql, 'reaches: working', 'reaches: awareness', 'steps:', 'steps', /at least two/],
    [sql, 'hours: 2', 'hours: two', 'hours: 2', 'steps.0.hours', /number of hours/],
    [sql, question('three'), '', 'questions:', 'questions', /at least 3 questions/],
    [sql, 'definition: A definition.', `definition: ${'x'.repeat(221)}`, 'definition', 'definition', /221 characters/],
    [sql, 'definition: A definition.', 'definition: 12', 'definition', 'definition', /must be text/],
    [sql, 'related: [testing]', 'related: [nothing]', 'related:', 'related.0', /no skill "nothing"/],
    [sql, 'related: [testing]', 'related: [sql]', 'related:', 'related.0', /not related to itself/],
    [sql, 'name: SQL', 'name: SQL: a language', 'name:', '', /must stand in quotes/],
    [sql, 'name: SQL', 'name: SQL\nname: SQL', 'kind:', '', /unique/],
    [
      'skills/testing.yml',
      '[Unit tests]',
      '[Unit tests, POSTGRES]',
      'aliases',
      'aliases.1',
      /belongs to the skill "sql"/,
    ],
    ['skills/testing.yml', 'name: Testing', 'name: sql', 'name:', 'name', /same name/],
    ['roles/developer.yml', 'skill: sql', 'skill: nothing', 'skill: sql', 'skills.0.skill', /no skill "nothing"/],
    ['roles/developer.yml', 'weight: nice', 'weight: must', 'skills:', 'skills', /weight "nice"/],
    ['roles/developer.yml', 'skill: testing', 'skill: sql', 'skill: testing', 'skills.1.skill', /stands here twice/],
    ['roles/developer.yml', 'order', 'juggling', 'activities', 'activities.1', /no activity “juggling”/],
    ['roles/developer.yml', 'order', 'coding', 'activities', 'activities.1', /stands here twice/],
    ['roles/developer.yml', ', order, asking', '', 'activities', 'activities', /at least 3 activities/],
    ['authors/editors.yml', 'bio: Some people.', 'bio: ""', 'bio:', 'bio', /empty/],
    [page, 'reviewed: 2026-11-12', 'reviewed: 2026-02-30', 'reviewed', 'reviewed', /a day that exists/],
    [page, 'url: https://a.b/c', 'url: javascript:alert(1)', 'url:', 'sources.0.url', /beginning with https/],
    [page, 'date: 2022', 'date: last year', 'date:', 'sources.0.date', /YYYY-MM/],
    [page, 'role: developer', 'role: poet', 'role: developer', 'role', /no role "poet"/],
    [page, 'author: editors', 'author: nobody', 'author', 'author', /no author/],
    [page, 'explore: [a-guide]', 'explore: [gone]', 'explore', 'explore.0', /no guide "gone"/],
    [page, 'skills="sql"', 'skills="nothing"', ':::step', '', /no skill "nothing"/],
    [page, ':related[a-guide]', ':related[gone]', ':related', '', /no guide "gone"/],
    [page, ':::step[', ':::stepp[', ':::step', '', /no block called "stepp"/],
  ])('%s: %j to %j', (file, from, to, where, field, message) => {
    const line = lineOf(file, where)
    expect(check(file, from, to)).toContainEqual({
      file: expect.stringMatching(new RegExp(`${file}$`)),
      line,
      field,
      message: expect.stringMatching(message),
      severity: 'error',
    })
  })

  test('a guide without front matter', () => {
    expect(check('guides/a-guide.md', '---\nkind', 'kind')[0]?.message).toMatch(/begins with its front matter/)
  })

  test('a file with another name', () => {
    writeFileSync(join(folder, 'skills/My Skill.yaml'), '')
    expect(check('skills/sql.yml', '', '')[0]?.message).toMatch(/Only files named like some-slug.yml/)
  })

  test('a role at the address of one of the site’s own pages', () => {
    writeFileSync(join(folder, 'roles/compare.yml'), role)
    expect(readContent(folder).problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/page of its own at “compare”/),
    )
  })

  test('YAML that explodes', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n`
    expect(check('authors/editors.yml', 'name', `${bomb}name`)[0]?.message).toMatch(/without YAML anchors/)
  })

  test('one broken skill file is named once', () => {
    const problems = check('skills/sql.yml', 'kind: technical', 'kind: hard')
    expect(problems.map(({ field }) => field)).toEqual(['kind'])
  })

  test('a source may have no date, and a guide no sources', () => {
    expect(check('guides/a-guide.md', '    date: 2022\n', '')).toEqual([])
    expect(readContent(folder).content.guides[0]?.front.sources[0]?.date).toBe('')
    const source = guide.slice(guide.indexOf('  - title: A source'), guide.indexOf('---\n\n##'))
    const problems = check('guides/a-guide.md', source, '').filter(({ severity }) => severity === 'error')
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/at least one source/)])
  })

  test('Windows line ends and a byte order mark count for nothing', () => {
    check('skills/sql.yml', '', '')
    writeFileSync(join(folder, 'guides/a-guide.md'), `\uFEFF${guide.replaceAll('\n', '\r\n')}`)
    expect(readContent(folder).problems).toEqual([])
  })
})

test('a problem is one line that can be clicked', () => {
  const problem = { file: 'db/content/skills/sql.yml', line: 12, field: 'levels.working', message: 'Wrong.' }
  expect(formatProblem({ ...problem, severity: 'error' })).toBe('db/content/skills/sql.yml:12 levels.working: Wrong.')
})

test('the starting content has no errors', () => {
  expect(
    readContent(real)
      .problems.filter(({ severity }) => severity === 'error')
      .map(formatProblem),
  ).toEqual([])
})
