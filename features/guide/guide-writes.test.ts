import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentVersion, read, write } from '#db/client.ts'
import { guideBlockSkills, guideBlocks, guideRevisions, guideRoles, guides } from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { questions, roles, skills } from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import { parseBody } from './guide-body.ts'
import { publishGuide, renameGuide, saveAuthor } from './guide-writes.ts'

const close = testDatabase()
afterAll(close)

const now = new Date('2026-11-22T12:00:00Z')

beforeAll(() =>
  write(async (tx) => {
    await saveAuthor(tx, { slug: 'editors', name: 'Editors', title: 'Editors', bio: 'People.' })
    for (const slug of ['sql', 'git']) {
      const skill = { id: slug, slug, name: slug.toUpperCase(), kind: 'technical' as const, definition: 'd' }
      await tx.insert(skills).values({ ...skill, updatedAt: now })
      const texts = { question: 'q?', why: 'w', strong: 's', weak: 'w' }
      await tx.insert(questions).values({
        ...{ id: `${slug}-q`, skillId: slug, key: 'one', kind: 'technical', level: 2, position: 0 },
        ...texts,
      })
    }
    await tx.insert(roles).values([
      { id: 'r1', slug: 'backend', name: 'B', summary: 's', updatedAt: now },
      { id: 'r2', slug: 'frontend', name: 'F', summary: 's', updatedAt: now },
    ])
  }),
)

beforeEach(() =>
  write(async (tx) => {
    await tx.delete(guides)
    await tx.delete(redirects)
  }),
)

const text = `## Start

:::skill[SQL, then]{ref="sql"}
Text.
:::

:::step[Do it]{id="do-it" skills="sql,git" hours="6" done="it is done"}
Text.
:::

:::question{ref="sql/one"}
:::

Related: :related[elsewhere]
`

function guide(slug: string, markdown = text) {
  const front = {
    ...{ kind: 'comparison' as const, title: `Guide ${slug}`, standfirst: 's', description: 'd', author: 'editors' },
    ...{ reviewed: '2026-11-12', roles: ['frontend', 'backend'], explore: ['elsewhere'], sources: [] },
  }
  return { slug, front, markdown, body: parseBody(markdown), note: 'First published' }
}

const blocksOf = (id: string) =>
  read.select().from(guideBlocks).where(eq(guideBlocks.guideId, id)).orderBy(asc(guideBlocks.position))

describe('publishGuide', () => {
  test('keeps the guide, its roles, its blocks, and a revision', async () => {
    const { id, revision } = await write((tx) => publishGuide(tx, guide('a'), now))
    expect(revision).toBe(1)
    const [row] = await read.select().from(guides)
    expect(row).toMatchObject({ slug: 'a', title: 'Guide a', readingMinutes: 1, explore: ['elsewhere'], body: text })
    const ofRoles = await read.select().from(guideRoles).orderBy(asc(guideRoles.position))
    expect(ofRoles.map(({ roleId }) => roleId)).toEqual(['r2', 'r1'])
    expect(await blocksOf(id)).toEqual([
      expect.objectContaining({
        key: 'skill-sql',
        kind: 'skill',
        heading: 'SQL, then',
        anchor: 'skill-sql',
        hours: null,
      }),
      expect.objectContaining({ key: 'do-it', kind: 'step', hours: 6, doneMeans: 'it is done', questionId: null }),
      expect.objectContaining({ key: 'question-sql-one', kind: 'question', questionId: 'sql-q' }),
      expect.objectContaining({ key: 'related-elsewhere', kind: 'related' }),
    ])
    const about = await read
      .select()
      .from(guideBlockSkills)
      .orderBy(asc(guideBlockSkills.key), asc(guideBlockSkills.skillId))
    expect(about.map(({ key, skillId }) => `${key} ${skillId}`)).toEqual([
      'do-it git',
      'do-it sql',
      'question-sql-one sql',
      'skill-sql sql',
    ])
    const [kept] = await read.select().from(guideRevisions)
    expect(kept).toMatchObject({
      ...{ guideId: id, number: 1, title: 'Guide a', body: text, note: 'First published', createdAt: now },
      skills: [{ slug: 'sql', name: 'SQL' }],
    })
  })

  test('a second time keeps the id and the day of the first, replaces the blocks, adds a revision', async () => {
    const first = await write((tx) => publishGuide(tx, guide('a'), now))
    const later = new Date('2026-12-01T12:00:00Z')
    const second = await write((tx) =>
      publishGuide(tx, { ...guide('a', ':::skill[Git]{ref="git"}\nText.\n:::'), note: 'Git instead' }, later),
    )
    expect(second).toEqual({ id: first.id, revision: 2 })
    const [row] = await read.select().from(guides)
    expect(row?.publishedAt).toEqual(now)
    expect((await blocksOf(first.id)).map(({ key }) => key)).toEqual(['skill-git'])
    const revisions = await read.select().from(guideRevisions).orderBy(asc(guideRevisions.number))
    expect(revisions.map((each) => [each.note, each.skills, each.createdAt])).toEqual([
      ['First published', [{ slug: 'sql', name: 'SQL' }], now],
      ['Git instead', [{ slug: 'git', name: 'GIT' }], later],
    ])
  })

  test.each([
    ['an author', () => ({ ...guide('a'), front: { ...guide('a').front, author: 'nobody' } }), /no author "nobody"/],
    ['a role', () => ({ ...guide('a'), front: { ...guide('a').front, roles: ['poet'] } }), /no role "poet"/],
    ['a skill', () => guide('a', ':::skill[X]{ref="nothing"}\n:::'), /no skill "nothing"/],
    ['a question', () => guide('a', ':::question{ref="sql/two"}\n:::'), /no question "two"/],
    ['a body without problems', () => guide('a', '# Title'), /Line 1: Sections begin with ##/],
  ])('refuses a guide that lacks %s, and keeps nothing of it', async (_, input, message) => {
    await expect(write((tx) => publishGuide(tx, input()))).rejects.toThrow(message)
    expect(await read.select().from(guides)).toEqual([])
  })

  test('raises the content version', async () => {
    const before = contentVersion()
    await write((tx) => publishGuide(tx, guide('a')))
    expect(contentVersion()).toBeGreaterThan(before)
  })
})

describe('renameGuide', () => {
  const all = async () =>
    Object.fromEntries((await read.select().from(redirects)).map(({ slug, target }) => [slug, target]))
  const rename = (from: string, to: string) => write((tx) => renameGuide(tx, from, to))

  test('leads every earlier address to the newest one', async () => {
    const { id } = await write((tx) => publishGuide(tx, guide('a')))
    await rename('a', 'b')
    await rename('b', 'c')
    expect(await all()).toEqual({ a: 'c', b: 'c' })
    expect((await read.select().from(guides)).map((row) => [row.id, row.slug])).toEqual([[id, 'c']])
  })

  test('back to an earlier address makes no circle', async () => {
    await write((tx) => publishGuide(tx, guide('a')))
    await rename('a', 'b')
    await rename('b', 'a')
    expect(await all()).toEqual({ b: 'a' })
  })

  test('a new guide at an old address takes it back', async () => {
    await write((tx) => publishGuide(tx, guide('a')))
    await rename('a', 'b')
    await write((tx) => publishGuide(tx, guide('a')))
    expect(await all()).toEqual({})
  })

  test('refuses an address that is taken and a guide that is not there', async () => {
    await write((tx) => publishGuide(tx, guide('a')))
    await write((tx) => publishGuide(tx, guide('b')))
    await expect(rename('a', 'b')).rejects.toThrow(/already has the address "b"/)
    await expect(rename('x', 'y')).rejects.toThrow(/no guide "x"/)
    expect(await all()).toEqual({})
  })
})
