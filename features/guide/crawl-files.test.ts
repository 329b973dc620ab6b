import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { write } from '#db/client.ts'
import {
  authors,
  type GuideKind,
  guideDrafts,
  guideRevisions,
  guides,
  redirects,
  roles,
  skills,
} from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { guideFeed } from './feed-queries.ts'
import { answerGuideFile } from './guide-file-queries.ts'
import { answerPublished, xmlFile } from './published-files-queries.ts'
import { sitemapPart, sitemapParts } from './sitemap-queries.ts'

afterAll(testDatabase())

const day = (number: number) => new Date(Date.UTC(2026, 0, number))

/** A guide that came out on one day and was last published anew on another. */
const publish = (slug: string, published: number, changed: number, title = slug, kind: GuideKind = 'how-to') =>
  write(async (tx) => {
    const lists = { sources: [], explore: [], reviewedOn: '2026-01-01' }
    const content = { slug, kind, title, standfirst: `About ${title}`, description: 'D', body: '', ...lists }
    await tx.insert(guideDrafts).values({
      ...{ id: `id-${slug}`, ...content, roles: [], author: 'x', status: 'published', reviewNote: '', version: 1 },
      ...{ errors: 0, warnings: 0, words: 0, createdAt: day(1), updatedAt: day(30), publishedRevision: 2 },
    })
    await tx
      .insert(guides)
      .values({ id: `id-${slug}`, ...content, authorId: 'x', readingMinutes: 1, publishedAt: day(published) })
    const front = { ...lists, kind, slug, standfirst: 'S', description: 'D', author: 'x', roles: [], skill: null }
    for (const [number, at] of [published, changed, 30].entries()) {
      await tx.insert(guideRevisions).values({
        ...{ id: `${slug}${number}`, guideId: `id-${slug}`, number: number + 1, title, body: '', front, skills: [] },
        ...{ kind: number === 2 ? 'saved' : 'published', note: '', createdAt: day(at) },
      })
    }
  })

beforeAll(async () => {
  await write(async (tx) => {
    await tx.insert(authors).values({ id: 'x', slug: 'x', name: 'Ada <& sons>', title: 'T', bio: 'B' })
    await tx.insert(roles).values({ id: 'cook', slug: 'cook', name: 'Cook', summary: 'S', updatedAt: day(4) })
    for (const slug of ['salt', 'begun']) {
      const skill = { id: slug, slug, name: slug, definition: 'D', updatedAt: day(5), unfinished: slug === 'begun' }
      await tx.insert(skills).values({ ...skill, kind: 'technical' })
    }
  })
  await publish('a', 1, 9)
  await publish('b', 3, 3, 'C++ & </title><script>')
  await publish('c', 2, 2, 'c', 'career')
})

describe('the sitemap', () => {
  it('lists what readers see, with the last change that they can see', async () => {
    expect(await sitemapPart('guides-1')).toEqual([
      { path: '/guides/a', changedAt: day(9) },
      { path: '/guides/b', changedAt: day(3) },
      { path: '/guides/c', changedAt: day(2) },
    ])
    expect(await sitemapPart('skills-1')).toEqual([{ path: '/skills/salt', changedAt: day(5) }])
    expect(await sitemapPart('authors-1')).toEqual([{ path: '/authors/x' }])
  })

  it('is split where it grows too long, and no page is lost between the parts', async () => {
    expect(await sitemapParts(2)).toEqual(['guides-1', 'guides-2', 'skills-1', 'roles-1', 'authors-1'])
    const parts = await Promise.all(['guides-1', 'guides-2'].map((part) => sitemapPart(part, 2)))
    expect(parts.flatMap((part) => part?.map(({ path }) => path))).toEqual(['/guides/a', '/guides/b', '/guides/c'])
  })

  it.each(['guides-0', 'guides-2', 'guides', 'people-1', 'constructor-1', 'guides-1e3'])(
    'has no part %s',
    async (part) => expect(await sitemapPart(part)).toBeNull(),
  )
})

describe('the feed', () => {
  it('tells the newest first, whatever was changed since, and no more than asked', async () => {
    const xml = await guideFeed('https://a.example', 2)
    const addresses = [...xml.matchAll(/<link rel="alternate" type="text\/html" href="([^"]+)"/g)].map(([, url]) => url)
    expect(addresses).toEqual(['https://a.example/guides', 'https://a.example/guides/b', 'https://a.example/guides/c'])
    expect(xml).toContain('<title>C++ &amp; &lt;/title&gt;&lt;script&gt;</title>')
    expect(xml).toContain('<name>Ada &lt;&amp; sons&gt;</name>')
  })

  it('names a guide by its id, which stays when its address changes', async () => {
    const xml = await guideFeed('https://a.example')
    expect(xml).toContain('<id>tag:a.example,2026-11-22:guide/id-a</id>')
    expect(xml).toContain(
      '<published>2026-01-01T00:00:00.000Z</published>\n<updated>2026-01-09T00:00:00.000Z</updated>',
    )
  })
})

describe('a file that a guide is made into', () => {
  const ask = (slug: string) =>
    answerGuideFile(
      new Request('http://a.example/'),
      slug,
      (now) => `/guides/${now}.md`,
      ({ guide, changedAt }) => ({ type: 'text/plain', body: `${guide.title} ${changedAt.toISOString()}` }),
    )

  it('is made of the guide as readers see it', async () => {
    expect(await (await ask('a')).text()).toBe('a 2026-01-09T00:00:00.000Z')
  })

  it('is at the guide’s present address, and nowhere for what never was one', async () => {
    await write((tx) => tx.insert(redirects).values({ kind: 'guide', slug: 'old', target: 'a' }))
    const moved = await ask('old')
    expect([moved.status, moved.headers.get('location')]).toEqual([308, '/guides/a.md'])
    expect((await ask('never')).status).toBe(404)
  })
})

it('a publish shows in a kept file at once', async () => {
  const ask = async () =>
    (
      await answerPublished(new Request('http://a.example/f'), 'f', async () => xmlFile(await guideFeed('http://a')))
    ).text()
  expect(await ask()).not.toContain('/guides/late')
  await publish('late', 9, 9)
  expect(await ask()).toContain('/guides/late')
})
