import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseBody } from './guide-body.ts'
import type { WholeGuide } from './guide-file-queries.ts'
import { offlinePage } from './offline-page.ts'

const origin = 'https://a.example'
const [small, large] = ['s'.repeat(22), 'l'.repeat(22)]
const hostile = '</title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>'

const source = `## One

See [it](/skills/ink), [there](https://b.example/) and :related[other].[^1]

:::skill[Pens]{ref="ink"}
About pens.
:::

:::step[Do it]{id="do" skills="ink" hours="2" done="it is done"}
Text.
:::

:::question{ref="ink/blot"}
Advice.
:::

:::cv-lines{id="cv" skills="ink"}
- Cut it to 5 < 6
:::

:::summary{id="sum" skills="ink"}
I write.
:::

## Two

![Small](/pictures/${small} "A caption")

![Large](/pictures/${large})

![spy](https://b.example/spy.gif) <script>alert(3)</script>

[^1]: A note.
`

function whole(title = hostile): WholeGuide {
  const body = parseBody(source)
  const skill = { id: 's', slug: 'ink', name: 'Ink', kind: 'technical' as const }
  const question = { key: 'blot', kind: 'technical' as const, level: 2 as const, question: `What? ${hostile}` }
  return {
    guide: {
      ...{ id: 'g', slug: 'write', kind: 'how-to', title, standfirst: hostile, description: 'D', body: source },
      sources: [{ title: hostile, publisher: 'P', url: 'https://c.example/?a="&b', date: '2020-03' }],
      ...{ explore: [], authorId: 'x', skillId: null, reviewedOn: '2026-01-05', readingMinutes: 3, roles: [] },
      ...{ publishedAt: new Date(0), author: { slug: 'eds', name: 'The editors' } },
    },
    body,
    changedAt: new Date(Date.UTC(2026, 1, 3)),
    explore: [{ slug: 'more', kind: 'career', title: 'More', standfirst: 'S', readingMinutes: 1 }],
    ...{ roles: [], previous: null, next: null },
    context: {
      slug: 'write',
      skills: new Map([
        ['ink', { ...skill, statements: [['You can A.'], ['You can W.'], ['You can P.'], ['You can E.']] }],
      ]),
      questions: new Map([
        [
          'ink/blot',
          { ...question, why: 'Because.', strong: 'Strong.', weak: 'Weak.', skillSlug: 'ink', skillName: 'Ink' },
        ],
      ]),
      related: new Map([['other', { slug: 'other-now', title: 'Other' }]]),
      pictures: new Map(),
      ...{ targets: new Map([['ink', 3]]), levels: new Map(), saved: null },
    },
  }
}

const pictures = new Map([
  [small, { src: 'data:image/webp;base64,AAAA', address: `${origin}/pictures/s/960.webp`, width: 960, height: 320 }],
  [large, { address: `${origin}/pictures/l/960.webp`, width: 960, height: 320 }],
])
const html = offlinePage(origin, whole(), pictures)
const words = html
  .replace(/<style>.*?<\/style>/s, '')
  .replace(/<[^>]*>/g, ' ')
  .replace(/\s+/g, ' ')

describe('a guide to keep', () => {
  it('holds what the page opens or asks: levels, answers, what done means, sources with their addresses', () => {
    for (const said of [
      ...['Expert You can E.', 'Practitioner the role’s target You can P.', 'Awareness You can A.'],
      ...['Takes about 2 hours Done means it is done Builds Ink', 'A note.', 'I write.', 'Cut it to 5 &#x3C; 6'],
      ...['Why it is asked Because. A strong answer Strong. A weak answer Weak.', 'A caption', 'More'],
      ...[
        'By the editors. Reviewed 5 January 2026.',
        'published on 3 February 2026',
        ', P, March 2020. https://c.example/',
      ],
    ]) {
      expect(words, said).toContain(said)
    }
  })

  it('runs nothing and asks for nothing', () => {
    expect(html).not.toMatch(/<(?:script|iframe|object|embed|form|base)\b|<[^>]*\s(?:on\w+|style)=/i)
    const loaded = [...html.matchAll(/<[^>]*\s(?:src|srcset)="([^"]*)"|url\(/g)].map(([, address]) => address)
    expect(loaded).toEqual(['data:image/webp;base64,AAAA'])
    expect(html.match(/<link\b[^>]*>/g)).toEqual([`<link rel="canonical" href="${origin}/guides/write">`])
  })

  it('lets a browser do nothing but show its own style, wherever it is opened', () => {
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/
      .exec(html)?.[1]
      ?.replaceAll('&#x27;', "'")
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<title>'))
  })

  it('has links that can be followed from a file', () => {
    const links = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) => href)
    expect(links).toContain(`${origin}/skills/ink`)
    expect(links).toContain(`${origin}/guides/other-now`)
    expect(links).toContain(`${origin}/pictures/l/960.webp`)
    expect(links.filter((href) => !/^(?:https?:\/\/|#)/.test(href))).toEqual([])
    const targets = links.filter((href) => href.startsWith('#')).map((href) => ` id="${href.slice(1)}"`)
    expect(targets.length).toBeGreaterThan(3)
    for (const target of targets) expect(html).toContain(target)
  })
})
