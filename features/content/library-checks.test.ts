import { expect, test } from 'vitest'
import { formatProblem } from './content-files.ts'
import { sorted } from './content-source.ts'
import { libraryProblems } from './library-checks.ts'
import { libraryReport } from './library-report.ts'
import { readFiles } from './read-files.ts'

/** A whole skill, of which every text is its own. */
const skill = (name: string, alias: string, kind = 'technical') => {
  const levels = ['awareness', 'working', 'practitioner', 'expert']
  const statements = levels.map((level) => `  ${level}: [You can a ${name} ${level}, You can b ${name} ${level}]\n`)
  const steps = levels.slice(2).map((level) => {
    const texts = `    body: Do ${name} up to ${level}.\n    done: ${name} is done up to ${level}\n`
    return `  - id: ${level}\n    title: Go ${level}\n    reaches: ${level}\n    hours: 2\n${texts}`
  })
  const questions = levels.slice(1).map((level) => {
    const texts = `    question: Why ${name}?\n    why: To know.\n    strong: A reason.\n    weak: None.\n`
    return `  - id: ${level}\n    kind: technical\n    level: ${level}\n${texts}`
  })
  return `name: ${name}
kind: ${kind}
definition: What ${name} is.
aliases: [${alias}]
levels:
${statements.join('')}related: []
steps:
${steps.join('')}questions:
${questions.join('')}`
}

const guide = (title: string) => `---
kind: career
title: ${title}
standfirst: All of ${title}.
description: Some of ${title}.
author: editors
reviewed: 2026-11-12
sources:
  - { title: A source, publisher: Somebody, url: "https://a.b/c", date: 2022 }
---

## Responsibilities and ways in

The day begins with ${title}.

:::step[Do it]{id="do-it" skills="cplusplus" hours="2" done="${title} is done"}
Text.
:::

Related: :related[baking]

### Pay, progression, good and bad sides
`

const whole: Record<string, string> = {
  'skills/cplusplus.yml': skill('C++', 'CPP'),
  'skills/c-language.yml': skill('C', 'C language'),
  'skills/pipelines.yml': skill('Pipelines', 'CI/CD, CI-CD'),
  'skills/patience.yml': skill('Patience', 'Calm', 'soft'),
  'roles/baker.yml': `name: Baker
summary: Somebody who bakes.
category: food
skills:
  - { skill: c-language, target: working, weight: must }
  - { skill: pipelines, target: working, weight: must }
  - { skill: cplusplus, target: working, weight: must }
  - { skill: patience, target: awareness, weight: nice }
`,
  'categories/food.yml': 'name: Food\nsummary: All that is eaten.\nposition: 1\n',
  'authors/editors.yml': 'name: Editors\ntitle: Editors\nbio: Some people.\n',
  'guides/baking.md': guide('baking'),
  'guides/cooking.md': guide('cooking'),
}

type Change = [file: string, from: string, to: string]

const read = (...changes: Change[]) => {
  const texts = new Map(Object.entries(whole))
  for (const [file, from, to] of changes) {
    const text = texts.get(file) ?? ''
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
    texts.set(file, text.replace(from, to))
  }
  return readFiles({ texts: sorted(texts), pictures: new Map(), notRead: [], shown: (path) => path })
}

const check = (...changes: Change[]) => libraryProblems(read(...changes)).map(formatProblem)

const unused = '  - { skill: pipelines, target: working, weight: must }\n'
const demand = '  - { skill: patience, target: awareness, weight: nice }'
const prose = 'The day begins with'
const long = 'Whoever rises at three in the morning learns to like the quiet of an empty street'

test('a library of one piece has no problems', () => {
  expect(check()).toEqual([])
})

test.each<[what: string, changes: Change[], expected: string[]]>([
  [
    'a skill that nobody asks for and nobody speaks of, and a role that asks for too little',
    [['roles/baker.yml', unused, '']],
    [
      'roles/baker.yml:4 skills: This role has 2 must-haves; give at least 3.',
      'skills/pipelines.yml:1 name: No role asks for this skill and no guide speaks of it.',
    ],
  ],
  [
    'a role without a soft skill',
    [['skills/patience.yml', 'kind: soft', 'kind: technical']],
    ['roles/baker.yml:4 skills: This role asks for no soft skill.'],
  ],
  [
    'a skill that cannot be read may be the soft one',
    [['skills/patience.yml', 'kind: soft', 'kind: hard']],
    ['skills/patience.yml:2 kind: Use one of technical, soft.'],
  ],
  [
    'a role without a nice-to-have',
    [['roles/baker.yml', demand, demand.replace('nice', 'must')]],
    [
      'roles/baker.yml:4 skills: At least one skill must be nice to have (weight "nice").',
      expect.stringMatching(/^skills\/c-language\.yml:1 name: No role/),
      expect.stringMatching(/^skills\/patience\.yml:1 name: No role/),
      expect.stringMatching(/^skills\/pipelines\.yml:1 name: No role/),
    ],
  ],
  [
    'an alias that is the name of another skill',
    [['skills/patience.yml', 'Calm', 'c']],
    [
      'skills/patience.yml:4 aliases.0: "c" is the name of the skill "c-language" (skills/c-language.yml) and belongs there.',
    ],
  ],
  [
    'an alias that is the address of another skill',
    [['skills/patience.yml', 'Calm', 'C-plusplus']],
    [
      'skills/patience.yml:4 aliases.0: "C-plusplus" is the address of the skill "cplusplus" (skills/cplusplus.yml) and belongs there.',
    ],
  ],
  [
    'an alias that is another skill’s but for its strokes',
    [['skills/patience.yml', 'Calm', 'Ci Cpp, cpp.']],
    [
      'skills/patience.yml:4 aliases.1: "cpp." is but for spaces and strokes the alias "CPP" of the skill "cplusplus" (skills/cplusplus.yml) and belongs there.',
    ],
  ],
  [
    'an alias of two skills, once',
    [['skills/patience.yml', 'Calm', 'cpp']],
    [
      'skills/patience.yml:4 aliases.0: The alias "cpp" already belongs to the skill "cplusplus" (skills/cplusplus.yml).',
    ],
  ],
  [
    'American spelling in a skill, a role, a field of work, an author and a guide, but not in an alias',
    [
      ['skills/patience.yml', 'Calm', 'Behavior'],
      ['skills/patience.yml', 'A reason.', 'Good behavior.'],
      ['roles/baker.yml', 'who bakes', 'who organizes'],
      ['categories/food.yml', 'eaten', 'flavored'],
      ['authors/editors.yml', 'people', 'neighbors'],
      ['guides/baking.md', prose, 'The color is'],
    ],
    [
      'authors/editors.yml:3 bio: "neighbors" is American spelling; here it is "neighbours".',
      'categories/food.yml:2 summary: "flavored" is American spelling; here it is "flavoured".',
      'guides/baking.md:14 "color" is American spelling; here it is "colour".',
      'roles/baker.yml:2 summary: "organizes" is American spelling; here it is "organises".',
      'skills/patience.yml:30 questions.0.strong: "behavior" is American spelling; here it is "behaviour".',
    ],
  ],
  [
    'a guide that is hard to read',
    [
      [
        'guides/baking.md',
        'The day begins with baking.',
        'Responsibility necessitates considerable organisational capability.',
      ],
      ['guides/baking.md', 'Text.', 'Administrative functionality.'],
    ],
    [expect.stringMatching(/^warning guides\/baking\.md:3 Its reading ease is -\d+\. /)],
  ],
])('%s', (_, changes, expected) => {
  expect(check(...changes)).toEqual(expected)
})

test('a sentence stands in one guide only, whatever its capitals, strokes and marks', () => {
  const start: Change = ['guides/baking.md', prose, '- Rise **early**, don’t hurry, and eat.\n\n']
  const said = (text: string): Change => ['guides/cooking.md', prose, `Yes. ${text}\n\n`]
  expect(check(start, said('Rise early, don\'t hurry: "and eat".'))).toEqual([
    `guides/cooking.md:14 This sentence stands in guides/baking.md:14 as well: "Rise early, don't hurry: "and eat"."`,
  ])
  expect(check(start, said('Rise early, don’t hurry, and drink.'))).toEqual([])
  expect(check(start, ['guides/cooking.md', 'cooking is done', 'rise early, don’t hurry and eat'])).toHaveLength(1)
  expect(check(start, ['guides/cooking.md', 'All of cooking', 'Rise early, don’t hurry and eat'])).toHaveLength(1)
  // Five words may be said twice; so may anything in one and the same guide, and a skill may speak as a guide does.
  expect(check(['guides/baking.md', prose, `${long}.\n\n${long}. X`])).toEqual([])
  const five = 'Don’t rise early to eat.\n\n'
  expect(check(['guides/baking.md', prose, five], ['guides/cooking.md', prose, five])).toEqual([])
  expect(check(['guides/baking.md', prose, `${long}. X`], ['skills/patience.yml', 'A reason', long])).toEqual([])
})

test('nor in two skills, but for what interviewers always ask', () => {
  const six: Change[] = [
    ['skills/patience.yml', 'A reason', 'You say how you found out'],
    ['skills/pipelines.yml', 'A reason', 'You say how you found out'],
  ]
  expect(check(...six)).toEqual([
    expect.stringMatching(/^skills\/pipelines\.yml:30 questions\.0\.strong: This sentence stands in skills\/patience/),
  ])
  const asked: Change[] = [
    ['skills/patience.yml', 'Why Patience', 'How do you go about it'],
    ['skills/pipelines.yml', 'Why Pipelines', 'How do you go about it'],
  ]
  expect(check(...asked)).toEqual([])
})

test.each([
  ['a word changed', long.replace('three', 'four'), true],
  ['two words changed', long.replace('three', 'four').replace('empty', 'endless'), true],
  ['a word left out and one added', `Now ${long.replace(' empty', '')}`, true],
  ['three words changed', long.replace('three', 'four').replace('an empty street', 'one endless street'), false],
  ['another order', 'Whoever likes the quiet of an empty street learns to rise at three in the morning', false],
])('nearly the same sentence is told, once: %s', (_, other, told) => {
  expect(check(['guides/baking.md', prose, `${long}. X`], ['guides/cooking.md', prose, `${other}. X`])).toEqual(
    told ? [`warning guides/cooking.md:14 guides/baking.md:14 has nearly the same sentence: "${other}."`] : [],
  )
})

test('the same sentence is no near one, and a guide may come near itself', () => {
  const same = check(['guides/baking.md', prose, `${long}. X`], ['guides/cooking.md', prose, `${long}. X`])
  expect(same).toEqual([expect.stringMatching(/^guides\/cooking\.md:14 This sentence stands in/)])
  const other = long.replace('three', 'four')
  expect(check(['guides/baking.md', prose, `${long}.\n\n${other}. X`])).toEqual([])
})

test('at most twenty near repeats are told', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const many = (end: string) => letters.map((each) => `${each.repeat(3)} ${long} ${end}.\n\n`).join('')
  const problems = check(['guides/baking.md', prose, many('here')], ['guides/cooking.md', prose, many('there')])
  expect(problems).toHaveLength(20)
})

test('the report counts the guides, the hardest first, and how much there is of everything', () => {
  const lines = libraryReport(
    read(['guides/cooking.md', 'Text.', 'Administrative functionality, considerably.']),
  ).split('\n')
  expect(lines.slice(0, 3).map((line) => line.split(/\s{2,}/))).toEqual([
    ['guide', 'words', 'minutes', 'sentences', 'words each', 'longest', 'ease', 'actions', 'sources'],
    ['cooking', '21', '1', '2', '4.0', '5', '-30', '1', '1'],
    ['baking', '19', '1', '2', '3.0', '5', '91', '1', '1'],
  ])
  expect(lines.slice(4).map((line) => line.split(/\s{2,}/).join(': '))).toEqual([
    'in all',
    'guides: 2',
    'words in guides: 40',
    'roles: 1',
    'skills: 4',
    'aliases: 5',
    'statements: 32',
    'steps: 8',
    'questions: 12',
  ])
})
