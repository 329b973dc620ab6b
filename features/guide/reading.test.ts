import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, type Tx, write } from '#db/client.ts'
import { authors, guideBlockSkills, guideBlocks, guideDrafts, guides } from '#db/schema/guide.ts'
import { persons, ratings } from '#db/schema/profile.ts'
import { blockUses, personNotices, sectionFeedback } from '#db/schema/reading.ts'
import { skills } from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import { recordUse } from './block-use-writes.ts'
import { keepFeedback } from './feedback-writes.ts'
import { parseBody } from './guide-body.ts'
import { unseenNotices } from './notice-queries.ts'
import { markNoticesSeen, tellPeople } from './notice-writes.ts'
import { sweepReading } from './reader-key-writes.ts'
import { keysRemoved } from './touched.ts'
import { touchedBy } from './touched-queries.ts'

afterAll(testDatabase())

const now = new Date('2026-11-22T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000)
const stranger = { address: '192.0.2.7', userAgent: 'Firefox' }
const people = ['ada', 'ben', 'cleo']

beforeAll(() =>
  write(async (tx) => {
    await tx.insert(authors).values({ id: 'x', slug: 'x', name: 'X', title: 'T', bio: 'B' })
    await tx
      .insert(skills)
      .values({ id: 'sql', slug: 'sql', name: 'SQL', kind: 'technical', definition: 'D', updatedAt: now })
    for (const id of people) await tx.insert(persons).values({ id, guestHash: id, recoveryHash: id, createdAt: now })
    await guide(tx, 'backend')
    await guide(tx, 'frontend')
  }),
)

beforeEach(() =>
  write(async (tx) => {
    for (const table of [blockUses, personNotices, ratings, sectionFeedback]) await tx.delete(table)
  }),
)

async function guide(tx: Tx, id: string): Promise<void> {
  const front = { id, slug: id, title: id, kind: 'how-to' as const, standfirst: 'S', description: 'D', body: '' }
  const lists = { sources: [], explore: [], reviewedOn: '2026-01-01' }
  await tx.insert(guideDrafts).values({
    ...front,
    ...lists,
    ...{ roles: [], author: 'x', version: 1, status: 'published', reviewNote: '', errors: 0, warnings: 0, words: 1 },
    ...{ createdAt: now, updatedAt: now },
  })
  await tx.insert(guides).values({ ...front, ...lists, authorId: 'x', readingMinutes: 1, publishedAt: now })
  const block = { guideId: id, position: 0, heading: 'H' }
  await tx.insert(guideBlocks).values([
    { ...block, key: 'skill-sql', anchor: 'skill-sql', kind: 'skill' },
    { ...block, key: 'cv', anchor: 'cv', kind: 'cvLines' },
    { ...block, key: 'question-sql-a', anchor: 'question-sql-a', kind: 'question' },
  ])
  await tx.insert(guideBlockSkills).values({ guideId: id, key: 'skill-sql', skillId: 'sql' })
}

const rated = (personId: string, guide = 'backend', at = now) =>
  write((tx) => recordUse(tx, { guide, block: 'skill-sql', action: 'rated', trace: { personId } }, at))
const uses = () => read.select().from(blockUses).orderBy(asc(blockUses.id))

describe('recordUse', () => {
  const copy = (block: string, at = now) =>
    write((tx) => recordUse(tx, { guide: 'backend', block, action: 'copied', trace: stranger }, at))

  it('counts once a reader, block and day, and knows no person behind it', async () => {
    await copy('cv')
    await copy('cv')
    await copy('cv', later(1))
    expect(await uses()).toMatchObject([
      { guideId: 'backend', blockKey: 'cv', action: 'copied', personId: null, day: '2026-11-22' },
      { personId: null, day: '2026-11-23' },
    ])
  })

  it('lets go what names no block that this can be done with', async () => {
    await copy('gone')
    await copy('skill-sql')
    await write((tx) => recordUse(tx, { guide: 'no-such', block: 'cv', action: 'copied', trace: stranger }, now))
    expect(await uses()).toEqual([])
  })

  it('keeps two people behind one address apart when their profiles change', async () => {
    await rated('ada')
    await rated('ben')
    expect((await uses()).map(({ personId }) => personId)).toEqual(['ada', 'ben'])
  })
})

describe('keepFeedback', () => {
  const say = (useful: boolean, comment = '', at = now) =>
    write((tx) => keepFeedback(tx, { guide: 'backend', section: 'a', useful, comment, trace: stranger }, at))
  const said = () => read.select().from(sectionFeedback)

  it('is one answer a reader, section and day; the last one counts, and no comment is lost', async () => {
    await say(true)
    await say(false, 'Too long.')
    await say(false)
    await say(false, 'Too long.')
    await say(true, 'Better now.')
    await say(true, '', later(1))
    expect(await said()).toMatchObject([
      { section: 'a', useful: true, comment: 'Too long.\nBetter now.' },
      { useful: true, comment: '', day: '2026-11-23' },
    ])
  })

  it('keeps no address of anybody who writes theirs', async () => {
    await say(true, 'Call 020 7946 0958 or ada@example.org')
    expect((await said())[0]?.comment).toBe('Call [number] or [email address]')
  })
})

it('what readers did and said is gone after 400 days', async () => {
  await rated('ada')
  await write((tx) =>
    keepFeedback(tx, { guide: 'backend', section: 'a', useful: true, comment: 'Hm.', trace: stranger }, now),
  )
  await write((tx) => sweepReading(tx, later(400)))
  expect([(await uses()).length, await read.$count(sectionFeedback)]).toEqual([1, 1])
  // The first use of the day after sweeps by itself.
  await rated('ben', 'backend', later(401))
  expect((await uses()).map(({ personId }) => personId)).toEqual(['ben'])
  expect(await read.$count(sectionFeedback)).toBe(0)
})

describe('a block that goes', () => {
  it('is one that the new body no longer has', () => {
    const blocks = (body: string) => parseBody(body).blocks
    const before = blocks(':::skill[SQL]{ref="sql"}\nA\n:::\n\n:::summary{id="s"}\nB\n:::\n\nSee :related[other].')
    expect(keysRemoved(before, blocks(':::summary[Moved and named]{id="s"}\nC\n:::'))).toEqual(['skill-sql'])
    expect(keysRemoved(before, before)).toEqual([])
  })

  it('touches those who used it, each once, and for a skill those who rated it in a guide', async () => {
    await rated('ada')
    await rated('ada', 'backend', later(1))
    await rated('ben', 'frontend')
    const rating = { skillId: 'sql', level: 2 as const, createdAt: now }
    await write((tx) =>
      tx.insert(ratings).values([
        { ...rating, personId: 'ada', source: 'guide' },
        { ...rating, personId: 'ben', source: 'assessment' },
        { ...rating, personId: 'cleo', source: 'guide' },
      ]),
    )
    const keys = ['skill-sql', 'cv']
    const counts = [...(await touchedBy(read, 'backend', keys))]
    expect(counts).toEqual([
      ['skill-sql', 2],
      ['cv', 0],
    ])
    expect([...(await write((tx) => touchedBy(tx, 'backend', keys)))]).toEqual(counts)
  })

  const remove = (replacement: string | null, at = now) =>
    write((tx) =>
      tellPeople(tx, { guideId: 'backend', removed: [{ key: 'skill-sql', heading: 'SQL', replacement }] }, at),
    )

  it('is told to those who used it in that guide, and only until they have seen it', async () => {
    await rated('ada')
    await rated('ben', 'frontend')
    await remove(null)
    expect(await unseenNotices('ada')).toMatchObject([
      { kind: 'removed', heading: 'SQL', title: 'backend', slug: 'backend', replacement: null },
    ])
    expect(await unseenNotices('ben')).toEqual([])
    await write((tx) => markNoticesSeen(tx, 'ben', later(1)))
    await write((tx) => markNoticesSeen(tx, 'ada', later(-1)))
    expect(await unseenNotices('ada')).toHaveLength(1)
    await write((tx) => markNoticesSeen(tx, 'ada', now))
    expect(await unseenNotices('ada')).toEqual([])
  })

  it('is told once, and with what stands in its place', async () => {
    await rated('ada')
    await remove(null)
    await remove('cv', later(1))
    expect(await unseenNotices('ada')).toMatchObject([
      { kind: 'replaced', createdAt: later(1), replacement: { heading: 'H', anchor: 'cv' } },
    ])
  })
})
