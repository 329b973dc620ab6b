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

/** Headings without a section of their own, so that none is missing and none needs a block. */
const headings = (...texts: string[]) => texts.map((text) => `### ${text}\n\n`).join('')
const howTo = `## Start\n\n${headings('How long it takes', 'What goes wrong')}${['s1', 's2', 's3', 's4'].map(step).join('')}${related('a-guide')}`
const roleSkills = [
  '## Start\n\n',
  headings('How to improve', 'In a CV', 'In a profile summary', 'In an interview'),
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
    `## What it is\n\n${headings('The levels', 'Examples', 'How to practise', 'How to show it', 'Mistakes')}${skill('sql')}${['s1', 's2', 's3'].map(step).join('')}${cvLines('cv')}${question('sql/one')}${question('sql/two')}${related('a-guide')}`,
    { kind: 'skill', skill: 'sql' },
  ],
  comparison: [
    `## Start\n\n${headings('What both share', 'A day in each', 'Skills side by side', 'How to try both', 'How to move')}| a |\n|---|\n| b |\n\n${skill('sql')}${skill('html-css')}${step('s1')}${step('s2')}${related('a-guide')}`,
    { kind: 'comparison', roles: ['backend-developer', 'frontend-developer'] },
  ],
  'job-description': [
    `## Start\n\n${headings('A day', 'A week', 'Duties', 'Requirements', 'Tools', 'Who you work with', 'How to read an advert', 'How the role grows')}${skill('sql')}${question('sql/one')}${related('a-guide')}`,
    { kind: 'job-description' },
  ],
  career: [
    `## Start\n\n${headings('Responsibilities', 'Ways in', 'Pay', 'Progression', 'Good and bad sides')}${step('s1')}${related('a-guide')}`,
    { kind: 'career' },
  ],
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
    expect(messages(good.skill[0], { kind: 'skill' })).toEqual([expect.stringMatching(/needs a skill\./)])
    expect(messages(howTo, { skill: 'sql' })).toEqual([expect.stringMatching(/only a skill guide has/)])
    expect(lint(good.career[0], { kind: 'career', sources: [] }).map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
    ])
  })
})

describe('what a guide should speak of', () => {
  const missing = (kind: Front['kind'], heading: string) =>
    messages(good[kind][0].replace(`### ${heading}\n\n`, ''), good[kind][1])

  test.each([
    ['role-skills', 'How to improve', /how to improve/],
    ['role-skills', 'In a CV', /in a CV/],
    ['role-skills', 'In a profile summary', /profile summary/],
    ['role-skills', 'In an interview', /interview/],
    ['job-description', 'A day', /a day at work/],
    ['job-description', 'A week', /a week at work/],
    ['job-description', 'Duties', /duties/],
    ['job-description', 'Requirements', /requirements/],
    ['job-description', 'Tools', /tools/],
    ['job-description', 'Who you work with', /who they work with/],
    ['job-description', 'How to read an advert', /advert/],
    ['job-description', 'How the role grows', /grows/],
    ['skill', 'The levels', /four levels/],
    ['skill', 'Examples', /examples/],
    ['skill', 'How to practise', /practise/],
    ['skill', 'How to show it', /show it/],
    ['skill', 'Mistakes', /mistakes/],
    ['how-to', 'How long it takes', /time needed/],
    ['how-to', 'What goes wrong', /goes wrong/],
    ['comparison', 'What both share', /share/],
    ['comparison', 'A day in each', /a day in each/],
    ['comparison', 'Skills side by side', /side by side/],
    ['comparison', 'How to try both', /try both/],
    ['comparison', 'How to move', /move/],
    ['career', 'Responsibilities', /responsibilities/],
    ['career', 'Ways in', /routes in/],
    ['career', 'Pay', /pay/],
    ['career', 'Progression', /progresses/],
    ['career', 'Good and bad sides', /good and bad/],
  ] as const)('a %s guide without "%s"', (kind, heading, message) => {
    expect(missing(kind, heading)).toEqual([expect.stringMatching(message)])
  })

  test.each([
    ['## How to practise', /a step to do/],
    ['## In your CV', /lines for a CV/],
    ['## In an interview', /an interview question/],
    ['## Your profile summary', /a profile summary/],
    ['## Other skills', /a skill to rate/],
  ])('%s without an action hears which one fits', (heading, action) => {
    expect(messages(`${howTo}${heading}\n\nText.`)).toEqual([expect.stringMatching(action)])
  })
})

describe('a skill that is begun and not whole', () => {
  const begun: Known = {
    ...known,
    skills: new Map([...known.skills, ['go', { ...asked('technical'), unfinished: true }]]),
  }
  const found = (block: string, changes: Partial<Front> = {}) =>
    lintGuide({ front: { ...front, ...changes }, body: parseBody(howTo + block) }, begun)
      .filter(({ rule }) => rule === 'skill-unfinished')
      .map(({ severity, line, field }) => [severity, field ?? line])
  const last = howTo.split('\n').length

  test('cannot be rated, and a step for it leads nowhere yet', () => {
    expect(found(skill('go'))).toEqual([['error', last]])
    expect(found(step('x').replace('"sql"', '"sql,go"'))).toEqual([['warning', last]])
    expect(found(question('go/one'))).toEqual([['warning', last]])
    expect(found('', { skill: 'go' })).toEqual([['warning', 'skill']])
    expect(found(skill('sql'))).toEqual([])
  })
})

describe('pictures', () => {
  const id = 'abcdefghijklmnopqrstuv'
  const found = (text: string, pictures?: string[]) =>
    lintGuide(
      { front, body: parseBody(howTo + text) },
      { ...known, ...(pictures && { pictures: new Set(pictures) }) },
    ).map(({ severity, rule, line }) => [severity, rule, line])
  const last = howTo.split('\n').length

  test('must say what they show', () => {
    expect(found(`![A ladder](/pictures/${id})`, [id])).toEqual([])
    expect(found(`![ ](/pictures/${id})`, [id])).toEqual([['error', 'picture-alt', last]])
    expect(found(`Text\n\n![][ladder]\n\n[ladder]: /pictures/${id}`, [id])).toEqual([
      ['error', 'picture-alt', last + 2],
    ])
  })

  test('must be there, if anybody knows which are', () => {
    expect(found(`![A ladder](/pictures/${id})`, [])).toEqual([['error', 'picture-unknown', last]])
    expect(found('![A ladder](https://a.b/c.png)', [id])).toEqual([['error', 'picture-unknown', last]])
    expect(found(`![A ladder](/pictures/${id})`)).toEqual([])
  })
})

test('everything that is found can be jumped to', () => {
  const everything = `# A\n\n###\n\n## B\n\n#### C\n\n64% of people. ![](x)${skill('nothing')}:::step\n`
  for (const kind of Object.keys(good) as Front['kind'][]) {
    const issues = lint(everything, { kind, author: 'x', roles: ['y'], explore: ['z'], skill: 'w', sources: [] })
    expect(issues.length).toBeGreaterThan(8)
    expect(issues.filter(({ line, field }) => line === 0 && !field)).toEqual([])
  }
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
    ['a section without a block', '## Idle\n\nText.', 'no-block', /"Idle" has nothing that the reader can do/],
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
