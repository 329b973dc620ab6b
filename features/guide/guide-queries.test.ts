import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { write } from '#db/client.ts'
import { authors, type GuideKind, guideDrafts, guideRevisions, guideRoles, guides, roles } from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { guideChangesSince, latestOfEachKind, listGuides, neighbours } from './guide-queries.ts'

afterAll(testDatabase())

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const lists = { sources: [], explore: [], reviewedOn: '2026-01-01' }
const front = {
  ...{ kind: 'how-to' as const, slug: 's', standfirst: 'S', description: 'D', author: 'x', roles: [], skill: null },
  ...lists,
}

beforeAll(() =>
  write(async (tx) => {
    await tx.insert(authors).values({ id: 'x', slug: 'x', name: 'X', title: 'T', bio: 'B' })
    for (const slug of ['cook', 'baker']) {
      await tx.insert(roles).values({ id: slug, slug, name: slug, summary: 'S', updatedAt: day(1) })
    }
    const guide = async (slug: string, kind: GuideKind, published: number, role?: string) => {
      const content = { slug, kind, title: slug.toUpperCase(), standfirst: 'S', description: 'D', body: '', ...lists }
      await tx.insert(guideDrafts).values({
        ...{ id: slug, ...content, roles: [], author: 'x', status: 'published', reviewNote: '', version: 1 },
        ...{ errors: 0, warnings: 0, words: 0, createdAt: day(published), updatedAt: day(published) },
      })
      await tx
        .insert(guides)
        .values({ id: slug, ...content, authorId: 'x', readingMinutes: 1, publishedAt: day(published) })
      if (role) await tx.insert(guideRoles).values({ guideId: slug, roleId: role, position: 0 })
    }
    await guide('a', 'how-to', 1, 'cook')
    await guide('b', 'how-to', 3, 'baker')
    await guide('c', 'how-to', 2)
    await guide('d', 'career', 1, 'cook')
    const revision = (guideId: string, number: number, at: number, ...names: string[]) =>
      tx.insert(guideRevisions).values({
        id: `${guideId}${number}`,
        guideId,
        number,
        kind: names.length > 0 ? 'published' : 'saved',
        title: 'T',
        body: '',
        front,
        skills: names.map((name) => ({ slug: name.toLowerCase(), name })),
        note: '',
        createdAt: day(at),
      })
    await revision('a', 1, 1, 'Salt', 'Fire')
    await revision('a', 2, 5, 'Salt', 'Knives')
    // Kept and not published: readers have not seen it.
    await revision('a', 3, 6)
    await revision('d', 1, 10, 'Salt')
  }),
)

describe('guideChangesSince', () => {
  it('names the skills that a guide of the role gained and lost, and the guides that are new', async () => {
    expect(await guideChangesSince('cook', day(3))).toEqual([
      { slug: 'a', title: 'A', isNew: false, added: ['Knives'], dropped: ['Fire'] },
      { slug: 'd', title: 'D', isNew: true, added: [], dropped: [] },
    ])
  })

  it('is silent when nothing changed, and about the guides of other roles', async () => {
    expect(await guideChangesSince('cook', day(11))).toEqual([])
    expect(await guideChangesSince('baker', day(1))).toEqual([])
  })
})

describe('lists', () => {
  const slugs = (cards: readonly { slug: string }[] | undefined) => cards?.map(({ slug }) => slug)

  it('are narrowed by kind and by role', async () => {
    expect(slugs(await listGuides())).toEqual(['a', 'b', 'c', 'd'])
    expect(slugs(await listGuides({ kind: 'how-to' }))).toEqual(['a', 'b', 'c'])
    expect(slugs(await listGuides({ role: 'cook' }))).toEqual(['a', 'd'])
    expect(slugs(await listGuides({ role: 'cook', kind: 'career' }))).toEqual(['d'])
  })

  it('of the latest hold so many of each kind', async () => {
    const latest = await latestOfEachKind(2)
    expect(slugs(latest.get('how-to'))).toEqual(['b', 'c'])
    expect(slugs(latest.get('career'))).toEqual(['d'])
  })

  it('know what stands before and after', async () => {
    expect(await neighbours('b', 'B')).toMatchObject({ previous: { slug: 'a' }, next: { slug: 'c' } })
    expect(await neighbours('a', 'A')).toMatchObject({ previous: null, next: { slug: 'b' } })
    expect(await neighbours('d', 'D')).toMatchObject({ next: null })
  })
})
