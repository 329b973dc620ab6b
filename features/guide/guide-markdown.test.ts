import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { mdText } from '#lib/markdown-text.ts'
import type { GuideContext } from './components/guide-context.ts'
import { parseBody } from './guide-body.ts'
import { guideMarkdown } from './guide-markdown.ts'
import type { Guide } from './guide-queries.ts'

const origin = 'https://a.example'
const pictureId = 'p'.repeat(22)
const skill = { id: 's', slug: 'ink-now', name: 'Ink & paper', kind: 'technical' as const }
const context: GuideContext = {
  slug: 'write',
  skills: new Map([['ink', { ...skill, statements: [[], [], [], []] }]]),
  questions: new Map([
    [
      'ink/blot',
      {
        ...{ key: 'blot', kind: 'technical', level: 2, question: 'What is *args?', skillSlug: 'ink-now' },
        ...{ skillName: 'Ink', why: 'W', strong: '# S', weak: '<b>' },
      },
    ],
  ]),
  related: new Map([['old-name', { slug: 'new-name', title: 'Read [this]' }]]),
  pictures: new Map([[pictureId, { id: pictureId, width: 900, height: 300, widths: [400, 900], alt: 'A pen' }]]),
  targets: new Map(),
  levels: new Map(),
  saved: null,
}

const guideOf = (body: string): Guide => ({
  ...{ id: 'g', slug: 'write', kind: 'how-to', title: 'Write: "now"\n---', standfirst: 'S', description: 'D', body },
  sources: [{ title: 'yes', publisher: '2020', url: 'https://b.example/', date: '2020' }],
  ...{ explore: [], authorId: 'x', skillId: null, reviewedOn: '2026-01-05', readingMinutes: 3, roles: [] },
  ...{ publishedAt: new Date(Date.UTC(2026, 0, 2)), author: { slug: 'ada', name: 'Ada' } },
})

function written(source: string): { front: unknown; body: string; whole: string } {
  const { blocks } = parseBody(source)
  const whole = guideMarkdown(origin, {
    guide: guideOf(source),
    blocks,
    context,
    changedAt: new Date(Date.UTC(2026, 1, 1)),
  })
  const [, front = '', text = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(whole) ?? []
  return { front: parse(front), body: text.split('\n\n').slice(2).join('\n\n').trim(), whole }
}

describe('a guide as Markdown', () => {
  it('says in front what it is, as texts', () => {
    const { front, whole } = written('Text.')
    expect(front).toEqual({
      ...{ title: 'Write: "now"\n---', standfirst: 'S', kind: 'How-to', author: 'Ada', reviewed: '2026-01-05' },
      ...{ published: '2026-01-02', changed: '2026-02-01', canonical: 'https://a.example/guides/write' },
      sources: [{ title: 'yes', publisher: '2020', url: 'https://b.example/', date: '2020' }],
    })
    expect(whole).toContain('\n---\n\n# Write: "now" ---\n\nS\n\nText.\n')
  })

  it('leaves what its author wrote as it was written', () => {
    const source =
      '## A\n\n* one\n* two *and* __three__\n\n| a | b |\n|---|:-:|\n| 10:30 | `:::x` |\n\n1) first[^1]\n\n[^1]: A note.'
    expect(written(source).body).toBe(source)
  })

  it.each([
    [
      'a skill',
      ':::skill[Pens]{ref="ink"}\nText.\n:::',
      '### Pens\n\nText.\n\nLevels, practice and questions: [Ink & paper](https://a.example/skills/ink-now)',
    ],
    [
      'a step',
      ':::step[Do it]{id="a" skills="ink,gone" hours="1" done="it is *done*"}\nText.\n:::',
      '### Step 1: Do it\n\nText.\n\n- Takes: about an hour\n- Done means: it is \\*done\\*\n- Builds: [Ink & paper](https://a.example/skills/ink-now)',
    ],
    ['CV lines', ':::cv-lines[Lines]{id="b" skills="ink"}\n- One\n- Two\n:::', '#### Lines\n\n- One\n- Two'],
    [
      'a summary',
      ':::summary{id="c" skills="ink"}\nFirst\nline.\n\nSecond.\n:::',
      '#### A profile summary\n\n> First\n> line.\n> \n> Second.',
    ],
    [
      'a question',
      ':::question{ref="ink/blot"}\nAdvice.\n:::',
      '#### “What is \\*args?”\n\nTechnical. Tests [Ink](https://a.example/skills/ink-now) at Working.\n\nAdvice.\n\n- Why it is asked: W\n- A strong answer: \\# S\n- A weak answer: \\<b\\>',
    ],
    ['a question that is gone', ':::question{ref="ink/gone"}\nAdvice.\n:::', 'Advice.'],
    ['a guide', 'See :related[ old-name ] now', 'See [Read \\[this\\]](https://a.example/guides/new-name) now'],
    ['a guide that is gone', 'See :related[gone].', 'See .'],
    ['an address of the site', '[**a** (b)](/skills/ink "t")', '[**a** (b)](https://a.example/skills/ink "t")'],
    ['an address elsewhere', '[a](//b.example/x)', '[a](//b.example/x)'],
    ['a picture', `![](/pictures/${pictureId})`, `![A pen](https://a.example/pictures/${pictureId}/900.webp)`],
    ['a picture elsewhere', '![spy](https://b.example/s.gif)', '[spy](https://b.example/s.gif)'],
  ])('writes %s so that it reads well', (_, source, plain) => expect(written(source).body).toBe(plain))

  it('counts the steps over the whole guide', () => {
    const step = (id: string) => `:::step[Do]{id="${id}" skills="" hours="2" done="d"}\nT.\n:::`
    expect(written(`${step('a')}\n\n## B\n\n${step('b')}`).body).toMatch(/Step 1: Do.*## B.*Step 2: Do/s)
  })
})

it.each([
  ['# no heading', '\\# no heading'],
  ['1. no list', '1\\. no list'],
  ['- no list', '\\- no list'],
  ['a_b, _c_', 'a_b, \\_c\\_'],
  ['AT&T &amp; C#', 'AT&T \\&amp; C#'],
  ['two\nlines', 'two lines'],
])('a text %j stands in Markdown as %j', (text, written) => expect(mdText(text)).toBe(written))
