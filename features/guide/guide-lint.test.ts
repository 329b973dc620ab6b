import { describe, expect, test } from 'vitest'
import type { SkillKind } from '#db/schema/taxonomy.ts'
import { parseBody } from './guide-body.ts'
import { lintGuide } from './guide-lint.ts'
import type { Front } from './guide-schema.ts'
import type { Known } from './lint-issue.ts'

const technical = ['sql', 'testing', 'http-apis', 'middleware', 'javascript', 'html-css', 'cloud', 'security']
const soft = ['communication', 'creativity', 'teamwork', 'listening', 'time', 'calm']
const asked = (kind: SkillKind) => ({ kind, questionKeys: new Set(['one', 'two']) })
const known: Known = {
  skills: new Map([
    ...technical.map((slug) => [slug, asked('technical')] as const),
    ...soft.map((slug) => [slug, asked('soft')] as const),
  ]),
  roles: new Set(['backend-developer', 'frontend-developer']),
  guides: new Set(['a-guide', 'another-guide']),
  authors: new Set(['editors']),
}

const front: Front = {
  kind: 'how-to',
  title: 'A title',
  standfirst: 'A standfirst.',
  description: 'A description.',
  author: 'editors',
  reviewed: '2026-11-12',
  roles: [],
  explore: [],
  sources: [{ title: 'A', publisher: 'B', url: 'https://a.b', date: '2022' }],
}

const lint = (body: string, changes: Partial<Front> = {}) =>
  lintGuide({ front: { ...front, ...changes }, body: parseBody(body) }, known)
const messages = (body: string, changes: Partial<Front> = {}) => lint(body, changes).map(({ message }) => message)

const skill = (slug: string) => `:::skill[${slug}]{ref="${slug}"}\nText.\n:::\n\n`
const step = (id: string) => `:::step[Do ${id}]{id="${id}" skills="sql" hours="2" done="it is done"}\nText.\n:::\n\n`
const cvLines = (id: string) => `:::cv-lines{id="${id}" skills="sql"}\n- A line\n:::\n\n`
const summary = (id: string) => `:::summary[S]{id="${id}" skills="sql"}\nA text.\n:::\n\n`
const question = (ref: string) => `:::question{ref="${ref}"}\n:::\n\n`
const related = (slug: string) => `Related: :related[${slug}]\n\n`
const words = (count: number) => `${'Seven words are in this one sentence. '.repeat(count / 7)}\n\n`

const howTo = `## Start\n\n${['s1', 's2', 's3', 's4'].map(step).join('')}${related('a-guide')}`
const roleSkills = [
  '## Start\n\n',
  words(1645),
  ...technical.slice(0, 4).map(skill),
  ...soft.slice(0, 3).map(skill),
  ...['s1', 's2', 's3', 's4'].map(step),
  cvLines('cv1'),
  cvLines('cv2'),
  summary('sum'),
  question('sql/one'),
  question('sql/two'),
  related('a-guide'),
  related('another-guide'),
]
const good: Record<Front['kind'], [body: string, changes: Partial<Front>]> = {
  'how-to': [howTo, {}],
  'role-skills': [roleSkills.join(''), { kind: 'role-skills', roles: ['backend-developer'] }],
  skill: [
    `## Start\n\n${skill('sql')}${['s1', 's2', 's3'].map(step).join('')}${cvLines('cv')}${question('sql/one')}${question('sql/two')}${related('a-guide')}`,
    { kind: 'skill', skill: 'sql' },
  ],
  comparison: [
    `## Start\n\n| a |\n|---|\n| b |\n\n${skill('sql')}${skill('html-css')}${step('s1')}${step('s2')}${related('a-guide')}`,
    { kind: 'comparison', roles: ['backend-developer', 'frontend-developer'] },
  ],
  'job-description': [
    `## Start\n\n${skill('sql')}${question('sql/one')}${related('a-guide')}`,
    { kind: 'job-description' },
  ],
  career: [`## Start\n\n${step('s1')}${related('a-guide')}`, { kind: 'career' }],
}

test.each(Object.entries(good))('a good %s guide has no issues', (_, [body, changes]) => {
  expect(lint(body, changes)).toEqual([])
})

describe('what a kind must hold', () => {
  const without = (kind: Front['kind'], part: string) => [good[kind][0].replace(part, ''), good[kind][1]] as const

  test.each([
    ['role-skills', skill('sql'), /4 to 7 technical skill blocks and has 3/],
    ['role-skills', skill('teamwork'), /3 to 5 soft skill blocks and has 2/],
    ['role-skills', step('s1'), /4 steps or more and has 3/],
    ['role-skills', cvLines('cv1'), /2 blocks of CV lines or more and has 1/],
    ['role-skills', summary('sum'), /1 summary or more and has 0/],
    ['role-skills', question('sql/one'), /2 questions or more and has 1/],
    ['role-skills', related('a-guide'), /2 related guides or more and has 1/],
    ['role-skills', words(1645), /1,600 to 2,600 words and has \d+/],
    ['skill', skill('sql'), /needs a skill block for "sql"/],
    ['skill', step('s1'), /3 steps or more/],
    ['skill', cvLines('cv'), /1 block of CV lines or more/],
    ['skill', question('sql/one'), /2 questions or more/],
    ['skill', related('a-guide'), /1 related guide or more/],
    ['how-to', step('s1'), /4 steps or more/],
    ['how-to', related('a-guide'), /1 related guide or more/],
    ['comparison', '| a |\n|---|\n| b |', /needs a table/],
    ['comparison', skill('sql'), /skill blocks of both sides/],
    ['comparison', step('s1'), /2 steps or more/],
    ['comparison', related('a-guide'), /1 related guide or more/],
    ['job-description', skill('sql'), /1 skill block or more/],
    ['job-description', question('sql/one'), /1 question or more/],
    ['job-description', related('a-guide'), /1 related guide or more/],
    ['career', step('s1'), /1 step or more/],
    ['career', related('a-guide'), /1 related guide or more/],
  ] as const)('a %s guide without %j', (kind, part, message) => {
    const [body, changes] = without(kind, part)
    const issues = lint(body, changes)
    expect(issues).toEqual([
      expect.objectContaining({ severity: 'error', rule: 'kind', message: expect.stringMatching(message) }),
    ])
  })

  test('too many skills and words', () => {
    const [body, changes] = good['role-skills']
    const more = body + technical.slice(4).map(skill).join('') + soft.slice(3).map(skill).join('') + words(1050)
    expect(messages(more, changes)).toEqual([
      expect.stringMatching(/has 8/),
      expect.stringMatching(/has 6/),
      expect.stringMatching(/2,600 words/),
    ])
  })

  test('what the front matter must say', () => {
    expect(messages(good['role-skills'][0], { kind: 'role-skills' })).toEqual([expect.stringMatching(/needs a role/)])
    expect(messages(good.skill[0], { kind: 'skill' })).toEqual([expect.stringMatching(/needs a skill in its front/)])
    expect(messages(howTo, { skill: 'sql' })).toEqual([expect.stringMatching(/only a skill guide has/)])
    expect(lint(good.career[0], { kind: 'career', sources: [] }).map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
    ])
  })
})

describe('what a guide refers to must exist', () => {
  test.each([
    [related('nowhere'), 'There is no guide "nowhere".'],
    [skill('nothing'), 'There is no skill "nothing".'],
    [step('x').replace('"sql"', '"sql,nothing"'), 'There is no skill "nothing".'],
    [question('nothing/one'), 'There is no skill "nothing".'],
    [question('sql/three'), 'The skill "sql" has no question "three"; it has one, two.'],
  ])('%j', (block, message) => {
    const issues = lint(`${howTo}${block}`)
    expect(issues).toEqual([{ severity: 'error', rule: 'unknown-reference', line: howTo.split('\n').length, message }])
  })

  test.each([
    [{ author: 'nobody' }, 'author', 'There is no author "nobody".'],
    [{ roles: ['backend-developer', 'poet'] }, 'roles.1', 'There is no role "poet".'],
    [{ explore: ['nowhere'] }, 'explore.0', 'There is no guide "nowhere" to explore.'],
  ])('%j', (changes, field, message) => {
    expect(lint(howTo, changes)).toEqual([{ severity: 'error', rule: 'unknown-reference', line: 0, field, message }])
  })

  test('a skill whose file cannot be read is there, and its questions are not judged', () => {
    const half: Known = { ...known, skills: new Map([...known.skills, ['broken', null]]) }
    const body = parseBody(howTo + question('broken/any'))
    expect(lintGuide({ front, body }, half)).toEqual([])
  })
})

test('what the parser found is an error', () => {
  expect(lint(`${howTo}# Title`)).toContainEqual(expect.objectContaining({ severity: 'error', rule: 'syntax' }))
})

describe('warnings', () => {
  test.each([
    ['a section without a block', '## Idle\n\nText.', 'no-block', /"Idle" has no block/],
    ['a heading that skips a level', `## B\n\n#### C\n\n${question('sql/one')}`, 'heading-order', /Use ### here/],
    [
      'a sentence of 31 words',
      `### B\n\n${'word '.repeat(30)}word.`,
      'long-sentence',
      /31 words begins with "word word/,
    ],
    ['American spelling', '### B\n\nThe color of the `color` attribute.', 'spelling', /"color" is American spelling/],
  ])('%s', (_, text, rule, message) => {
    const issues = lint(`${howTo}${text}`)
    expect(issues).toEqual([
      expect.objectContaining({ severity: 'warning', rule, message: expect.stringMatching(message) }),
    ])
  })

  test('an empty heading is an error', () => {
    expect(lint(`${howTo}###`)).toEqual([expect.objectContaining({ severity: 'error', rule: 'empty-heading' })])
  })

  test('a guide without sources', () => {
    expect(lint(howTo, { sources: [] })).toEqual([expect.objectContaining({ severity: 'warning', rule: 'no-sources' })])
  })

  test('a sentence of 30 words, British words and keywords in capitals pass', () => {
    const text = `${'word '.repeat(29)}word. The colour of practice. EXPLAIN ANALYZE. See https://a.b/color/.`
    expect(lint(`${howTo}### B\n\n${text}`)).toEqual([])
  })

  test('name the line of the sentence in a long paragraph', () => {
    const [issue] = lint(`${howTo}### B\n\nShort one.\nWord ${'word '.repeat(31)}`)
    expect(issue?.line).toBe(howTo.split('\n').length + 3)
  })
})
