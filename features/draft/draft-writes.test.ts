import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { guideReferences } from '#db/schema/draft.ts'
import { guideDrafts, guideRevisions, guides } from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { testDatabase } from '#db/testing.ts'
import { saveAuthor } from '#features/guide/guide-writes.ts'
import { type DraftContent, readDraft } from './draft-content.ts'
import { createDraft, draftById, publishDraft, saveDraft } from './draft-writes.ts'

afterAll(testDatabase())

const start = new Date('2026-11-22T12:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const clean = { errors: 0, warnings: 0 }

const content = (slug: string, more: Partial<DraftContent> = {}): DraftContent => ({
  ...{ slug, kind: 'how-to', title: `Guide ${slug}`, standfirst: 's', description: 'd', author: 'editors' },
  ...{ reviewedOn: '2026-11-12', roles: [], skill: null, explore: [], sources: [], body: 'Text.' },
  ...more,
})
const create = (slug: string, by: string | null = 'ann') =>
  write((tx) => createDraft(tx, readDraft(content(slug)), clean, by, start))
const save = (id: string, base: number, to: DraftContent, by = 'ann', at = later(1)) =>
  write((tx) => saveDraft(tx, id, base, readDraft(to), clean, by, at))
const publish = (id: string, what: DraftContent) =>
  write((tx) => publishDraft(tx, id, readDraft(what), { note: '', byId: 'ann' }, start))

/** Saves under the address and publishes. */
async function publishAt(id: string, slug: string) {
  const row = await write((tx) => draftById(tx, id))
  await save(id, row?.version ?? 0, content(slug))
  return await publish(id, content(slug))
}

beforeAll(() =>
  write(async (tx) => {
    await saveAuthor(tx, { slug: 'editors', name: 'Editors', title: 'Editors', bio: 'People.' })
  }),
)
beforeEach(() =>
  write(async (tx) => {
    await tx.delete(guides)
    await tx.delete(guideDrafts)
    await tx.delete(redirects)
  }),
)

const draft = async (id: string) => (await read.select().from(guideDrafts).where(eq(guideDrafts.id, id)))[0]
const revisions = async (id: string) =>
  (
    await read.select().from(guideRevisions).where(eq(guideRevisions.guideId, id)).orderBy(asc(guideRevisions.number))
  ).map(({ number, kind, body, byId }) => [number, kind, body, byId])

describe('saveDraft', () => {
  test('saves over the version that it started from, and says which it is now', async () => {
    const id = await create('a')
    expect(await save(id, 1, content('a', { body: 'Two words.', explore: ['b'] }))).toEqual({ ok: true, version: 2 })
    expect(await draft(id)).toMatchObject({ version: 2, body: 'Two words.', words: 2, status: 'draft' })
    expect(await read.select().from(guideReferences)).toEqual([
      { guideId: id, kind: 'author', target: 'editors' },
      { guideId: id, kind: 'guide', target: 'b' },
    ])
  })

  test('changes nothing over a version that somebody else saved, and gives that back', async () => {
    const id = await create('a')
    await save(id, 1, content('a', { body: 'Ann.' }))
    const refused = await save(id, 1, content('a', { body: 'Bob.' }), 'bob')
    expect(refused).toMatchObject({ ok: false, current: { version: 2, body: 'Ann.', updatedById: 'ann' } })
    expect((await draft(id))?.body).toBe('Ann.')
  })

  test('of what is the same makes no new version', async () => {
    const id = await create('a')
    expect(await save(id, 1, content('a'), 'bob')).toEqual({ ok: true, version: 1 })
    expect(await revisions(id)).toEqual([])
  })

  test('keeps what somebody else wrote, and what is ten minutes old, before it is replaced', async () => {
    const id = await create('a')
    await save(id, 1, content('a', { body: 'Ann 2.' }), 'ann', later(1))
    expect(await revisions(id)).toEqual([])
    await save(id, 2, content('a', { body: 'Bob.' }), 'bob', later(2))
    expect(await revisions(id)).toEqual([[1, 'autosaved', 'Ann 2.', 'ann']])
    await save(id, 3, content('a', { body: 'Bob 2.' }), 'bob', later(11))
    expect(await revisions(id)).toHaveLength(1)
    await save(id, 4, content('a', { body: 'Bob 3.' }), 'bob', later(13))
    expect((await revisions(id)).at(-1)).toEqual([2, 'autosaved', 'Bob 2.', 'bob'])
  })

  test('refuses an address that another guide has', async () => {
    const id = await create('a')
    await create('b')
    await expect(save(id, 1, content('b'))).rejects.toThrow('Another guide, “Guide b”, has the address “b”.')
    expect((await draft(id))?.slug).toBe('a')
  })
})

describe('publishDraft', () => {
  const all = async () =>
    Object.fromEntries((await read.select().from(redirects)).map(({ slug, target }) => [slug, target]))

  test('makes it public, keeps a revision, and clears what was on the way', async () => {
    const id = await create('a')
    await write((tx) =>
      tx
        .update(guideDrafts)
        .set({ status: 'approved', submittedById: 'bob', approvedById: 'ann', reviewNote: 'n', scheduleProblem: 'p' })
        .where(eq(guideDrafts.id, id)),
    )
    expect(await publish(id, content('a'))).toBe(1)
    expect((await read.select().from(guides)).map((row) => [row.id, row.slug, row.body])).toEqual([[id, 'a', 'Text.']])
    expect(await revisions(id)).toEqual([[1, 'published', 'Text.', 'ann']])
    expect(await draft(id)).toMatchObject({
      ...{ status: 'published', publishedRevision: 1, submittedById: null, approvedById: null },
      ...{ reviewNote: '', scheduleProblem: null },
    })
  })

  test('of an older content leaves what was written since as a draft', async () => {
    const id = await create('a')
    await save(id, 1, content('a', { body: 'Newer.' }))
    await publish(id, content('a'))
    expect(await draft(id)).toMatchObject({ status: 'draft', publishedRevision: 1, body: 'Newer.' })
    expect((await read.select().from(guides))[0]?.body).toBe('Text.')
  })

  test('leads every earlier address to the newest one', async () => {
    const id = await create('a')
    await publish(id, content('a'))
    await publishAt(id, 'b')
    await publishAt(id, 'c')
    expect(await all()).toEqual({ a: 'c', b: 'c' })
    expect((await read.select().from(guides)).map((row) => [row.id, row.slug])).toEqual([[id, 'c']])
  })

  test('back to an earlier address makes no circle', async () => {
    const id = await create('a')
    await publish(id, content('a'))
    await publishAt(id, 'b')
    await publishAt(id, 'a')
    expect(await all()).toEqual({ b: 'a' })
  })

  test('of a new guide at an old address takes it back', async () => {
    const id = await create('a')
    await publish(id, content('a'))
    await publishAt(id, 'b')
    await publish(await create('a'), content('a'))
    expect(await all()).toEqual({})
  })

  test('after a time off the site still leads the address that readers knew to the new one', async () => {
    const id = await create('a')
    await publish(id, content('a'))
    await write((tx) => tx.delete(guides))
    await publishAt(id, 'b')
    expect(await all()).toEqual({ a: 'b' })
  })

  test('refuses an address that is taken, and a field that is not filled in', async () => {
    const id = await create('a')
    await publish(id, content('a'))
    await create('b')
    await expect(publish(id, content('b'))).rejects.toThrow('has the address “b”')
    await expect(publish(id, content('a', { title: '' }))).rejects.toThrow()
    expect(await all()).toEqual({})
    expect(await revisions(id)).toHaveLength(1)
  })
})
