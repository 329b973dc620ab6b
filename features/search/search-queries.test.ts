import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import * as db from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { missedSearches } from './miss-queries.ts'
import { missText } from './miss-text.ts'
import { keepMiss } from './miss-writes.ts'
import { hitsOnPage, search, suggest } from './search-queries.ts'
import type { Hit } from './search-types.ts'

afterAll(testDatabase())

const now = new Date('2026-11-25T12:00:00Z')

beforeAll(() =>
  write(async (tx) => {
    await tx.insert(db.authors).values({ id: 'x', slug: 'x', name: 'X', title: 'T', bio: 'B' })
    const skill = (id: string, name: string, definition: string, unfinished = false) => ({
      ...{ id, slug: id, name, definition, unfinished, kind: 'technical' as const, updatedAt: now },
    })
    await tx
      .insert(db.skills)
      .values([
        skill('kubernetes', 'Kubernetes', 'Running containers on a group of machines.'),
        skill('go', 'Go', 'A compiled language.'),
        skill('cpp', 'C++', 'A language near the machine.'),
        skill('c', 'C programming', 'An older language.'),
        skill('secret', 'Unfinished weaving', 'Nobody has written it yet.', true),
      ])
    const alias = (key: string, skillId: string) => ({ key, alias: key, skillId, position: 0 })
    await tx
      .insert(db.skillAliases)
      .values([alias('k8s', 'kubernetes'), alias('golang', 'go'), alias('part', 'kubernetes'), alias('c', 'c')])
    await tx.insert(db.questions).values({
      ...{ id: 'q', skillId: 'kubernetes', key: 'pods', kind: 'technical', level: 2, position: 0 },
      ...{ question: 'All pods are ready, yet nobody is served. Why?', why: 'It is common.', strong: 'S', weak: 'W' },
    })
    await tx.insert(db.roles).values({ id: 'r', slug: 'nurse', name: 'Registered nurse', summary: 'S', updatedAt: now })
    for (let number = 1; number <= 30; number++) await tx.insert(db.guideDrafts).values(draft(`g${number}`))
    await tx.insert(db.guides).values(Array.from({ length: 30 }, (_, index) => guide(`g${index + 1}`)))
    await tx.insert(db.guideTexts).values(Array.from({ length: 30 }, (_, index) => text(index + 1)))
    // Called by a word that every other one has in its text; another form of it is rare.
    await tx.insert(db.guideDrafts).values(draft('called'))
    await tx.insert(db.guides).values({ ...guide('called'), title: 'How to listen' })
    await tx
      .insert(db.guideTexts)
      .values({ guideId: 'called', sections: [{ anchor: 'a', heading: 'Be', text: 'Still.' }] })
    const block = {
      guideId: 'g7',
      key: 'b',
      kind: 'skill',
      heading: 'Orchestrating',
      anchor: 'skill-kubernetes',
    } as const
    await tx.insert(db.guideBlocks).values({ ...block, position: 0 })
    await tx.insert(db.guideBlockSkills).values({ guideId: 'g7', key: 'b', skillId: 'kubernetes' })
  }),
)

const shared = {
  kind: 'how-to',
  standfirst: 'About work.',
  description: '',
  body: '',
  reviewedOn: '2026-11-25',
} as const

const draft = (id: string) => ({
  ...shared,
  ...{ id, slug: id, title: id, sources: [], explore: [], roles: [], author: 'x', version: 1, reviewNote: '' },
  ...{ status: 'published' as const, errors: 0, warnings: 0, words: 1, createdAt: now, updatedAt: now },
})

const guide = (id: string) => ({
  ...shared,
  ...{ id, slug: id, title: `Interviews, part ${id.slice(1)}`, sources: [], explore: [], authorId: 'x' },
  ...{ readingMinutes: 5, publishedAt: now },
})

const text = (number: number) => ({
  guideId: `g${number}`,
  sections: [
    { anchor: 'one', heading: 'Before', text: 'Sleep well and eat something.' },
    {
      anchor: 'two',
      heading: 'Orchestras',
      text:
        number === 3 ? 'The oboe gives the note, said café Ümit.' : number === 5 ? 'Listen: she listens.' : 'Listen.',
    },
    ...(number === 7 ? [{ anchor: 'skill-kubernetes', heading: 'Orchestrating', text: 'Start with one node.' }] : []),
  ],
})

const everything = { kind: null, page: 1 } as const
const plain = ({ title }: Hit) => title.map((piece) => piece.text).join('')
const found = async (query: string) => {
  const { groups, nearby: _, ...rest } = await search(query, everything)
  return { ...rest, hits: groups.flatMap(({ hits }) => hits.map((hit) => `${hit.kind} ${hit.id}`)) }
}

describe('a search', () => {
  test('knows an alias: the skill first, then the guide that teaches it, at its section', async () => {
    const { groups } = await search('K8s', everything)
    expect(groups.map(({ kind }) => kind)).toEqual(['skill', 'guide', 'question'])
    expect(groups[1]?.hits[0]).toMatchObject({ id: 'g7', section: { href: '/guides/g7#skill-kubernetes' } })
    expect(groups[2]?.hits[0]?.href).toBe('/skills/kubernetes#question-pods')
  })

  test('does not take C for C++, nor a word for a part of another', async () => {
    expect((await found('C++')).hits).toEqual(['skill cpp'])
    expect((await found('c')).hits).toEqual(['skill c'])
    expect((await found('golang')).hits).toEqual(['skill go'])
    expect((await found('net')).hits).toEqual([])
  })

  test('shows the section with the words marked, whatever their accents', async () => {
    const { groups } = await search('oboe cafe', everything)
    expect(groups).toHaveLength(1)
    expect(groups[0]?.hits).toMatchObject([{ id: 'g3', section: { href: '/guides/g3#two' } }])
    expect(groups[0]?.hits[0]?.text.flatMap((piece) => (piece.marked ? piece.text : []))).toEqual(['oboe', 'café'])
  })

  test('forgives a slip, finishes a word, and says what it looked for instead', async () => {
    expect(await found('kuberntes')).toMatchObject({ corrected: 'kubernetes', loose: false })
    expect((await found('kuberntes')).hits[0]).toBe('skill kubernetes')
    expect(await found('registred nurse')).toEqual({ corrected: 'registered nurse', loose: false, hits: ['role r'] })
    expect(await found('kubern')).toMatchObject({ corrected: null, loose: false })
    expect((await found('interviewing')).hits).toHaveLength(8)
  })

  test('puts what is called so before what only speaks of it', async () => {
    const { groups } = await search('listen', everything)
    expect(groups[0]?.hits[0]?.id).toBe('called')
    const pages = await Promise.all([1, 2].map((page) => search('listening', { kind: 'guide', page })))
    const ids = pages.flatMap(({ groups: [group] }) => group?.hits.map(({ id }) => id) ?? [])
    expect(ids[0]).toBe('called')
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('puts questions first for whoever asks for them, and reads other words for the same', async () => {
    const { groups } = await search('interview questions kubernetes', everything)
    expect(groups[0]?.kind).toBe('question')
    expect((await found('interview questions')).hits[0]).toMatch(/^guide/)
  })

  test('adds what has some of the words where few have all', async () => {
    const { groups, nearby } = await search('sleep oboe', everything)
    expect(groups.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual(['g3'])
    expect(nearby).toHaveLength(2)
    expect(nearby.map(({ id }) => id)).not.toContain('g3')
    expect((await search('sleep oboe', { kind: 'guide', page: 1 })).nearby).toEqual([])
    expect((await search('oboe', everything)).nearby).toEqual([])
  })

  test('offers what has some of the words where nothing has all of them, and nothing for nothing', async () => {
    expect(await found('oboe zzzzzzzz')).toEqual({ corrected: null, loose: true, hits: ['guide g3'] })
    expect(await found('zzzzzzzz')).toEqual({ corrected: null, loose: true, hits: [] })
    expect(await found('!?')).toEqual({ corrected: null, loose: false, hits: [] })
  })

  test('does not show what is not finished', async () => {
    expect((await found('weaving')).hits).toEqual([])
  })

  test('of one kind has pages, each thing once', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => search('interviews', { kind: 'guide', page })))
    const ids = pages.flatMap(({ groups }) => groups.flatMap(({ hits }) => hits.map(({ id }) => id)))
    expect(pages.map(({ groups }) => groups[0]?.more)).toEqual([true, false, undefined])
    expect(ids).toHaveLength(30)
    expect(new Set(ids).size).toBe(30)
    expect(pages[0]?.groups[0]?.hits).toHaveLength(hitsOnPage)
    expect((await search('interviews', { kind: 'role', page: 1 })).groups).toEqual([])
  })

  test('loses nothing between pages to what stands in front of the first', async () => {
    const pages = await Promise.all([1, 2].map((page) => search('part', { kind: 'guide', page })))
    const ids = pages.flatMap(({ groups: [group] }) => group?.hits.map(({ id }) => id) ?? [])
    expect(ids[0]).toBe('g7')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(30)
  })

  test('takes whatever is typed', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom('"', '*', 'NEAR(', 'AND', 'OR', 'NOT', '^', ':', '{title}', '-', '(', ')', 'sql', "'", '\0'),
          {
            maxLength: 8,
          },
        )
        .map((parts) => parts.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (query) => {
        expect((await search(query, everything)).groups.length).toBeLessThanOrEqual(4)
        expect((await suggest(query)).length).toBeLessThanOrEqual(8)
      }),
    )
  })
})

describe('suggestions', () => {
  test('come from what is typed so far, slips or not, and from what things are called', async () => {
    expect((await suggest('kub')).map(plain)[0]).toBe('Kubernetes')
    expect((await suggest('kubren')).map(plain)[0]).toBe('Kubernetes')
    expect((await suggest('golan')).map(plain)).toEqual(['Go'])
    expect((await suggest('registered nu')).map(plain)).toEqual(['Registered nurse'])
    expect(await suggest(' ')).toEqual([])
  })
})

describe('searches that found nothing', () => {
  const reader = (number: number) => `192.0.2.${number}`

  test('are told from five people up, each of them once a day', async () => {
    await write(async (tx) => {
      for (let number = 1; number <= 5; number++) await keepMiss(tx, ' Beekeeping!', reader(number), now)
      for (let again = 0; again < 9; again++) await keepMiss(tx, 'falconry', reader(again % 4), now)
    })
    expect(await missedSearches(10)).toEqual([{ query: 'beekeeping', people: 5, lastDay: '2026-11-25' }])
  })

  test('of one reader end at forty a day', async () => {
    await write(async (tx) => {
      for (let number = 0; number < 60; number++) {
        await keepMiss(tx, `spam ${String.fromCharCode(97 + (number % 26))}${number}`, reader(99), now)
      }
    })
    const kept = await write((tx) => tx.select().from(db.searchMisses))
    expect(kept.filter(({ query }) => query.startsWith('spam'))).toHaveLength(40)
  })

  test('end for a day at two thousand, whoever fills them', async () => {
    await write(async (tx) => {
      const many = Array.from({ length: 2000 }, (_, n) => ({ query: `q${n}`, reader: `r${n}`, day: '2026-11-26' }))
      await tx.insert(db.searchMisses).values(many)
      await keepMiss(tx, 'one more', reader(1), new Date('2026-11-26T12:00:00Z'))
    })
    const kept = await write((tx) => tx.select().from(db.searchMisses))
    expect(kept.some(({ query }) => query === 'one more')).toBe(false)
  })

  test.each(['07700 900123', 'me@example.org jobs', 'me＠example.org jobs', '...', '12345', 'x'.repeat(61)])(
    '%s is not kept',
    (query) => {
      expect(missText(query)).toBeNull()
    },
  )
})
