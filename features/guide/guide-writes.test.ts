import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentVersion, read, write } from '#db/client.ts'
import { guideBlockSkills, guideBlocks, guideDrafts, guideRoles, guides } from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { questions, roles, skills } from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import { parseBody } from './guide-body.ts'
import type { GuideInput } from './guide-input.ts'
import { publishGuide, saveAuthor } from './guide-writes.ts'

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
    // Every guide has a working copy, which a publish does not look at.
    await tx.insert(guideDrafts).values({
      ...{ id: 'g', slug: 'working-copy', kind: 'how-to', title: '', standfirst: '', description: '', body: '' },
      ...{ sources: [], explore: [], roles: [], author: '', reviewedOn: '', reviewNote: '', version: 1, words: 0 },
      ...{ status: 'draft', errors: 0, warnings: 0, createdAt: now, updatedAt: now },
    })
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

function guide(slug: string, markdown = text): GuideInput {
  const front = {
    ...{ kind: 'comparison' as const, title: `Guide ${slug}`, standfirst: 's', description: 'd', author: 'editors' },
    ...{ reviewed: '2026-11-12', roles: ['frontend', 'backend'], explore: ['elsewhere'], sources: [] },
  }
  return { slug, front, markdown, body: parseBody(markdown) }
}

const blocksOf = (id: string) =>
  read.select().from(guideBlocks).where(eq(guideBlocks.guideId, id)).orderBy(asc(guideBlocks.position))

const publish = (input: GuideInput, at = now) => write((tx) => publishGuide(tx, 'g', input, at))

describe('publishGuide', () => {
  test('keeps the guide, its roles and its blocks, and says which skills it speaks of', async () => {
    expect(await publish(guide('a'))).toEqual([{ slug: 'sql', name: 'SQL' }])
    const [row] = await read.select().from(guides)
    expect(row).toMatchObject({ slug: 'a', title: 'Guide a', readingMinutes: 1, explore: ['elsewhere'], body: text })
    const ofRoles = await read.select().from(guideRoles).orderBy(asc(guideRoles.position))
    expect(ofRoles.map(({ roleId }) => roleId)).toEqual(['r2', 'r1'])
    expect(await blocksOf('g')).toEqual([
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
  })

  test('a second time keeps the day of the first and replaces the blocks', async () => {
    await publish(guide('a'))
    const skills = await publish(guide('a', ':::skill[Git]{ref="git"}\nText.\n:::'), new Date('2026-12-01T12:00:00Z'))
    expect(skills).toEqual([{ slug: 'git', name: 'GIT' }])
    expect((await read.select().from(guides)).map(({ publishedAt }) => publishedAt)).toEqual([now])
    expect((await blocksOf('g')).map(({ key }) => key)).toEqual(['skill-git'])
  })

  test('follows the old names of a role, a skill and a question', async () => {
    await write((tx) =>
      tx.insert(redirects).values([
        { kind: 'role', slug: 'web', target: 'frontend' },
        { kind: 'skill', slug: 'databases', target: 'sql' },
        { kind: 'question', slug: 'git/old', target: 'sql/one' },
      ]),
    )
    const input = guide('a', ':::skill[X]{ref="databases"}\n:::\n\n:::question{ref="git/old"}\n:::')
    expect(await publish({ ...input, front: { ...input.front, roles: ['web'] } })).toEqual([
      { slug: 'sql', name: 'SQL' },
    ])
    expect((await read.select().from(guideRoles)).map(({ roleId }) => roleId)).toEqual(['r2'])
    expect((await blocksOf('g')).map(({ questionId }) => questionId)).toEqual([null, 'sql-q'])
  })

  test.each([
    ['an author', () => ({ ...guide('a'), front: { ...guide('a').front, author: 'nobody' } }), /no author “nobody”/],
    ['a role', () => ({ ...guide('a'), front: { ...guide('a').front, roles: ['poet'] } }), /no role “poet”/],
    ['a skill', () => guide('a', ':::skill[X]{ref="nothing"}\n:::'), /no skill “nothing”/],
    ['a question', () => guide('a', ':::question{ref="sql/two"}\n:::'), /no question “two”/],
    ['a body without problems', () => guide('a', '# Title'), /Line 1: Sections begin with ##/],
  ])('refuses a guide that lacks %s, and keeps nothing of it', async (_, input, message) => {
    await expect(publish(input())).rejects.toThrow(message)
    expect(await read.select().from(guides)).toEqual([])
  })

  test('raises the content version', async () => {
    const before = contentVersion()
    await publish(guide('a'))
    expect(contentVersion()).toBeGreaterThan(before)
  })
})
