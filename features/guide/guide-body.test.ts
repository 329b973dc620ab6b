import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Element, Nodes } from 'hast'
import { describe, expect, test } from 'vitest'
import { parseBody, readingMinutes } from './guide-body.ts'

function elements(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap(elements) : []
  return node.type === 'element' ? [node, ...below] : below
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

const find = (markdown: string, tagName: string) =>
  elements(parseBody(markdown).tree).filter((each) => each.tagName === tagName)
const problems = (markdown: string) => parseBody(markdown).problems

const closedStep = (id: string) => `:::step[Do it]{id="${id}" skills="sql" hours="2" done="it is done"}\nText.\n:::`

describe('blocks', () => {
  test('a skill block', () => {
    const body = parseBody('## What\n\n:::skill[Databases *and* SQL]{ref="sql"}\nKeep **it**.\n:::')
    expect(body.problems).toEqual([])
    expect(body.blocks).toEqual([
      {
        kind: 'skill',
        key: 'skill-sql',
        heading: 'Databases and SQL',
        anchor: 'skill-sql',
        section: 'what',
        line: 3,
        ref: 'sql',
      },
    ])
    const [element] = elements(body.tree).filter(({ tagName }) => tagName === 'gp-skill')
    expect(element?.properties).toEqual({ blockKey: 'skill-sql', skill: 'sql' })
    expect(element && textOf(element)).toBe('Keep it.')
    expect(body.headings).toEqual([
      { id: 'what', text: 'What', depth: 2 },
      { id: 'skill-sql', text: 'Databases and SQL', depth: 3 },
    ])
  })

  test('steps, numbered in their order', () => {
    const first = ':::step[One]{id="a" skills="sql, http-apis" hours="6" done="a page" reaches="working"}\nText.\n:::'
    const body = parseBody(`${first}\n\n${closedStep('b')}`)
    expect(body.problems).toEqual([])
    expect(body.blocks[0]).toEqual({
      kind: 'step',
      key: 'a',
      heading: 'One',
      anchor: 'a',
      section: null,
      line: 1,
      skills: ['sql', 'http-apis'],
      hours: 6,
      done: 'a page',
      reaches: 2,
    })
    expect(body.blocks[1]).not.toHaveProperty('reaches')
    const steps = elements(body.tree).filter(({ tagName }) => tagName === 'gp-step')
    expect(steps.map(({ properties }) => properties)).toEqual([
      { blockKey: 'a', number: 1 },
      { blockKey: 'b', number: 2 },
    ])
  })

  test('CV lines are the items of the list, as text', () => {
    const body = parseBody(':::cv-lines{id="cv" skills="sql"}\n- Cut `SELECT`s by **half**\n- Second\n:::')
    expect(body.problems).toEqual([])
    expect(body.blocks[0]).toMatchObject({ kind: 'cvLines', key: 'cv', lines: ['Cut SELECTs by half', 'Second'] })
  })

  test('a summary is its paragraphs', () => {
    const body = parseBody(':::summary[After a change]{id="sum" skills="sql"}\nFirst.\n\nSecond.\n:::')
    expect(body.blocks[0]).toMatchObject({ kind: 'summary', heading: 'After a change', text: 'First.\n\nSecond.' })
  })

  test('a question', () => {
    const body = parseBody(':::question{ref="sql/slow-query"}\n:::')
    expect(body.problems).toEqual([])
    expect(body.blocks[0]).toMatchObject({ key: 'question-sql-slow-query', skill: 'sql', question: 'slow-query' })
  })

  test('a related guide may be named twice and is one block', () => {
    const body = parseBody('Related: :related[a-b]\n\nAgain :related[a-b]')
    expect(body.blocks.map(({ key, line }) => [key, line])).toEqual([['related-a-b', 1]])
    expect(find('Related: :related[a-b]', 'gp-related')[0]?.properties).toEqual({
      blockKey: 'related-a-b',
      slug: 'a-b',
    })
  })

  test.each([
    ['an unknown block', ':::stepp[a]{id="a"}\nx\n:::', /no block called "stepp"/],
    ['no id', ':::step[a]{skills="sql" hours="1" done="x"}\nx\n:::', /still needs an id/],
    ['no ref', ':::skill[a]\nx\n:::', /still needs its skill/],
    ['no done', ':::step[a]{id="a" skills="sql" hours="1"}\nx\n:::', /still needs what “done” means/],
    ['no heading', ':::skill{ref="sql"}\nx\n:::', /no heading yet/],
    ['hours in words', ':::step[a]{id="a" skills="sql" hours="two" done="x"}\nx\n:::', /hours="two" is no number/],
    ['zero hours', ':::step[a]{id="a" skills="sql" hours="0" done="x"}\nx\n:::', /hours="0" is no number/],
    ['a wrong level', ':::step[a]{id="a" skills="sql" hours="1" done="x" reaches="top"}\nx\n:::', /no level/],
    ['a bad id', ':::step[a]{id="A b" skills="sql" hours="1" done="x"}\nx\n:::', /"A b" cannot be the id/],
    ['an unknown attribute', ':::skill[a]{ref="sql" colour="red"}\nx\n:::', /has no "colour"/],
    ['a question without a skill', ':::question{ref="slow"}\nx\n:::', /"slow" is no question/],
    ['CV lines without a list', ':::cv-lines{id="a" skills="sql"}\nx\n:::', /holds one bullet list/],
    ['a block in a block', '::::skill[a]{ref="sql"}\n:::question{ref="a/b"}\n:::\n::::', /do not nest/],
    ['a block that is not closed', ':::skill[a]{ref="sql"}\nx', /never closed/],
    ['a stray fence', 'x\n\n:::', /closes no block/],
    ['a block that cannot be read', ':::step[a]{id="a\n\n:::', /could not be read/],
    ['a # heading', '# Title', /Sections begin with ##/],
    ['a ## inside a block', ':::skill[a]{ref="sql"}\n## b\n:::', /inside a skill block/],
    ['a question with two colons', '::question{ref="a/b"}', /with three colons/],
    ['a related guide that is no slug', ':related[Not a slug]', /is no guide/],
    ['one id twice', `${closedStep('a')}\n\n${closedStep('a')}`, /"a" is used twice/],
    ['one skill twice', ':::skill[a]{ref="sql"}\n:::\n\n:::skill[b]{ref="sql"}\n:::', /already has a block/],
  ])('%s is a problem', (_, markdown, message) => {
    expect(problems(markdown).map((each) => each.message)).toContainEqual(expect.stringMatching(message))
  })

  test('a problem says its line', () => {
    expect(problems('One.\n\nTwo.\n\n:::stepp[a]{id="a"}\nx\n:::')[0]?.line).toBe(5)
  })
})

describe('text that only looks like a directive', () => {
  test.each(['At 10:30 or 9:5.', 'a:b', 'note:this{x}', 'http://a:b', '::leaf{a=1}', 'x ::y z', ':smile: :D'])(
    '%s',
    (text) => {
      const body = parseBody(text)
      expect(textOf(body.tree)).toBe(text)
      expect(body.problems).toEqual([])
    },
  )

  test('keeps the Markdown in its brackets', () => {
    expect(textOf(parseBody('see:this[a **b**]{c}').tree)).toBe('see:this[a b]{c}')
    expect(find('see:this[a **b**]{c}', 'strong')).toHaveLength(1)
  })
})

describe('what is shown', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    '  javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://a/b',
    'ftp://a.b/c',
  ])('the address %j is dropped', (url) => {
    for (const tree of [
      parseBody(`[x](<${url}>)`).tree,
      parseBody(`![x](<${url}>)`).tree,
      parseBody(`<${url}>`).tree,
    ]) {
      for (const { properties } of elements(tree)) {
        expect(String(properties.href ?? properties.src ?? '')).not.toMatch(/^[\s\p{Cc}]*(?!https?:)[a-z]+:/iu)
      }
    }
  })

  test.each(['https://a.b/c', 'mailto:a@b.c', '/guides/a', '#what', '?a=b'])('the address %s stays', (url) => {
    expect(find(`[x](${url})`, 'a')[0]?.properties.href).toBe(url)
  })

  test.each(['https://a.b/c', '//a.b/c'])('%s is a link out', (url) => {
    expect(find(`[x](${url})`, 'a')[0]?.properties.rel).toEqual(['noopener', 'noreferrer'])
  })

  test.each(['/guides/a', '#what', 'mailto:a@b.c'])('%s is no link out', (url) => {
    expect(find(`[x](${url})`, 'a')[0]?.properties).not.toHaveProperty('rel')
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x">c</b>',
    '<svg><script>alert(1)</script></svg>',
    '<gp-skill blockKey="x">',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{}</style>',
    '<iframe src="//a.b">',
  ])('the HTML %s is dropped', (html) => {
    const tags = elements(parseBody(`x\n\n${html}\n\nx ${html} y`).tree).map(({ tagName }) => tagName)
    expect(new Set(tags)).toEqual(new Set(['p']))
  })

  test('ids are unique, also against those of blocks and notes', () => {
    const { tree, blocks } = parseBody(
      `## Skill SQL\n\n## Skill SQL\n\n## note fn 1\n\n## Footnote label\n\n## a\n\n:::skill[x]{ref="sql"}\n:::\n\n${closedStep('a')}\n\nx[^1]\n\n[^1]: y`,
    )
    const ids = [...blocks.map(({ key }) => key), ...elements(tree).flatMap(({ properties }) => properties.id ?? [])]
    expect(new Set(ids).size).toBe(ids.length)
    for (const { properties } of elements(tree)) {
      const href = String(properties.href ?? '')
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1))
    }
  })

  test('the heading of the notes is not one of the guide', () => {
    expect(parseBody('## A\n\nx[^1]\n\n[^1]: y').headings).toEqual([{ id: 'a', text: 'A', depth: 2 }])
  })

  test('a table stands in a wrapper', () => {
    const body = parseBody('| a |\n|---|\n| b |')
    expect(body.tables).toBe(1)
    expect(body.tree.children[0]).toMatchObject({ tagName: 'gp-table', children: [{ tagName: 'table' }] })
  })

  test('survives JSON', () => {
    const { tree } = parseBody('## A\n\n- b\n\n| a |\n|---|\n| b |')
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree)
    expect(JSON.stringify(tree)).not.toContain('position')
  })
})

describe('limits', () => {
  test.each([
    ['1,000 quotes', '>'.repeat(1000)],
    ['1,000 lists', `${'- '.repeat(1000)}a`],
    ['100 indented lists', Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['1,000 brackets', '['.repeat(1000)],
    ['1,000 directives', ':a['.repeat(1000) + ']'.repeat(1000)],
    ['130 fences', Array.from({ length: 130 }, (_, depth) => `${':'.repeat(150 - depth)}a`).join('\n')],
  ])('%s in each other are a problem and no crash', (_, markdown) => {
    const body = parseBody(markdown)
    expect(body.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/more than 40 deep/)])
    expect(body.tree.children).toEqual([])
  })

  test('a rule is no nesting', () => {
    expect(problems(`a\n\n${'* '.repeat(60)}\n\n${'- '.repeat(60)}`)).toEqual([])
  })

  test('more than 400 kB are a problem', () => {
    expect(problems('Word word.\n\n'.repeat(40_000))).toEqual([{ line: 1, message: expect.stringMatching(/400 kB/) }])
  })

  test('32 kB without an empty line are a problem', () => {
    expect(problems('a**b'.repeat(10_000))).toEqual([{ line: 1, message: expect.stringMatching(/32 kB/) }])
  })
})

test('more than 500 underlined headings are a problem', () => {
  expect(problems('a\n=\n\n'.repeat(5000))).toEqual([{ line: 1, message: expect.stringMatching(/underlined/) }])
})

test('counts the words that are read', () => {
  const { words } = parseBody(
    '## Two words\n\nThree more words – here’s *one*.\n\n:::skill[A b]{ref="sql"}\n| c | d |\n|---|---|\n| e | f |\n:::',
  )
  expect(words).toBe(2 + 5 + 2 + 4)
  expect([0, 1, 220, 221, 2200].map(readingMinutes)).toEqual([1, 1, 1, 2, 10])
})

const allowedTags =
  /^(a|b|blockquote|br|code|del|div|em|gp-(skill|step|cv-lines|summary|question|related|table|picture|figure)|h[2-6]|hr|input|li|ol|p|pre|section|strong|sup|table|tbody|td|th|thead|tr|ul)$/

function expectHarmless(markdown: string): void {
  for (const { tagName, properties } of elements(parseBody(markdown).tree)) {
    expect(tagName).toMatch(allowedTags)
    for (const [name, value] of Object.entries(properties)) {
      expect(name).not.toMatch(/^on|^style$|^srcdoc$/i)
      if (name === 'href' || name === 'src') expect(String(value)).not.toMatch(/^[\s\p{Cc}]*(java|vb)script:|^data:/iu)
    }
  }
}

describe('whatever is typed', () => {
  const pieces = [
    ...[
      '# ',
      '## ',
      '> ',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '    ',
      '`',
      '```\n',
      '*',
      '**',
      '_',
      '~~',
      '[',
      ']',
      '(',
      ')',
      '![',
      '|',
      '---',
    ],
    ...[
      ':::',
      '::::',
      ':::skill[',
      ']{ref="sql"}',
      ':::step[a]{id="b" ',
      'hours="',
      '"',
      '}',
      '{',
      ':related[',
      '::x',
      ':y',
      '[^1]',
    ],
    ...[
      '<script>',
      '</script>',
      '<img onerror=x>',
      '<a href=',
      'javascript:x',
      'https://a.b',
      '&#x6a;',
      '&lt;',
      '\0',
      '\uD800',
      '\\',
      'word',
    ],
  ]

  test('parseBody never throws and never yields anything that runs', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 5 })))
        .map((all) => all.join('')),
    )
    fc.assert(fc.property(typed, expectHarmless), { numRuns: 1500 })
  })

  const examples = join(import.meta.dirname, '../../../shared/data/text/commonmark-0.31.2.json')
  // The examples are lent for local use and no part of the repository.
  test.skipIf(!existsSync(examples))('the examples of CommonMark', () => {
    const all = JSON.parse(readFileSync(examples, 'utf8')) as { markdown: string }[]
    expect(all.length).toBeGreaterThan(600)
    for (const { markdown } of all) expectHarmless(markdown)
  })

  const naughty = join(import.meta.dirname, '../../../shared/data/text/blns.json')
  test.skipIf(!existsSync(naughty))('the big list of naughty strings', () => {
    for (const text of JSON.parse(readFileSync(naughty, 'utf8')) as string[]) expectHarmless(text)
  })
})
