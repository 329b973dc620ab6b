import { describe, expect, it } from 'vitest'
import { roleThings, skillThings } from '#features/taxonomy/taxonomy-json-ld.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { parseBody } from './guide-body.ts'
import { guideThings } from './guide-json-ld.ts'
import type { Guide } from './guide-queries.ts'

const origin = 'https://a.example'
const source = `## Begin

:::step[Write it down]{id="one" hours="2" done="a page is full"}
Take a **pen**.

Then :related[other] sit.
:::

:::step[Read it aloud]{id="two" hours="1" done="somebody laughed"}
Loud.
:::
`
const body = parseBody(source)
const guide: Guide = {
  ...{ id: 'g', slug: 'write', kind: 'how-to', title: 'Write', standfirst: 'S', description: 'D', body: source },
  sources: [{ title: 'A book', publisher: 'A press', url: 'https://b.example/', date: '2020' }],
  ...{ explore: [], authorId: 'x', skillId: null, reviewedOn: '2026-01-05', readingMinutes: 3 },
  ...{ publishedAt: new Date(Date.UTC(2026, 0, 2)), author: { slug: 'ada', name: 'Ada Moss' } },
  roles: [{ id: 'r', slug: 'writer', name: 'Writer' }],
}
const told = { guide, body, skills: [{ slug: 'ink', name: 'Ink' }] }
const things = (changes: Partial<Guide> = {}) =>
  new Map(guideThings(origin, { ...told, guide: { ...guide, ...changes } }).map((thing) => [thing['@type'], thing]))

describe('a guide for search engines', () => {
  it('is an article with what Google asks of one: headline, picture, dates, author', () => {
    expect(things().get('Article')).toMatchObject({
      headline: 'Write',
      image: ['https://a.example/guides/write/picture.png'],
      datePublished: '2026-01-02T00:00:00.000Z',
      dateModified: '2026-01-05T00:00:00.000Z',
      author: { '@type': 'Person', name: 'Ada Moss', url: 'https://a.example/authors/ada' },
      mainEntityOfPage: { lastReviewed: '2026-01-05' },
      about: [
        { '@type': 'Occupation', name: 'Writer' },
        { '@type': 'DefinedTerm', name: 'Ink' },
      ],
      citation: [{ name: 'A book', datePublished: '2020' }],
    })
  })

  it('was changed when it was reviewed last, and not before it was published', () => {
    expect(things({ reviewedOn: '2025-12-01' }).get('Article')).toMatchObject({
      dateModified: '2026-01-02T00:00:00.000Z',
    })
  })

  it('tells several authors from one person', () => {
    const author = { slug: 'editors', name: 'The editors' }
    expect(things({ author }).get('Article')).toMatchObject({ author: { '@type': 'Organization' } })
  })

  it('shows where it stands, from the home page down', () => {
    const trail = things().get('BreadcrumbList')?.itemListElement as { position: number; item: string }[]
    expect(trail.map(({ position, item }) => [position, item])).toEqual([
      [1, 'https://a.example/'],
      [2, 'https://a.example/guides'],
      [3, 'https://a.example/guides/write'],
    ])
  })

  it('is a how-to with the words of its steps, if it is one', () => {
    expect(things().get('HowTo')).toMatchObject({
      totalTime: 'PT3H',
      step: [
        {
          name: 'Write it down',
          text: 'Take a pen. Then sit. Done means: a page is full.',
          url: 'https://a.example/guides/write#one',
        },
        { name: 'Read it aloud', text: 'Loud. Done means: somebody laughed.' },
      ],
    })
    expect(things({ kind: 'career' }).has('HowTo')).toBe(false)
  })
})

it('tells a role as an occupation with its skills, and claims no pay', () => {
  const skill = {
    id: 's',
    slug: 'ink',
    name: 'Ink',
    kind: 'technical' as const,
    definition: 'D',
    weight: 'must' as const,
  }
  const role: RoleView = {
    ...{ id: 'r', slug: 'writer', name: 'Writer', summary: 'Writes.', activities: [] },
    skills: [{ ...skill, target: 2, statements: [[], [], [], []] }],
  }
  const [occupation] = roleThings(origin, role)
  expect(occupation).toMatchObject({
    '@type': 'Occupation',
    description: 'Writes.',
    skills: [{ '@type': 'DefinedTerm', name: 'Ink', description: 'Must have, at the level Working' }],
  })
  expect(JSON.stringify(occupation)).not.toMatch(/salary/i)
})

it('tells a skill as a term, and its interview questions not as an FAQ', () => {
  const types = skillThings(origin, { slug: 'ink', name: 'Ink', definition: 'D' }).map((thing) => thing['@type'])
  expect(types).toEqual(['DefinedTerm', 'BreadcrumbList'])
})
