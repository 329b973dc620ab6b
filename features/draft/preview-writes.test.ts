import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog, users } from '#db/schema/account.ts'
import { previewLinks } from '#db/schema/draft.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { testDatabase } from '#db/testing.ts'
import { saveAuthor } from '#features/guide/guide-writes.ts'
import { type DraftContent, readDraft } from './draft-content.ts'
import { createDraft } from './draft-writes.ts'
import { draftView, guideIdOfPreview, openPreviewLinks } from './preview-queries.ts'
import { addPreviewLink, removePreviewLink } from './preview-writes.ts'

vi.mock('server-only', () => ({}))
afterAll(testDatabase())

const now = new Date()
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000)
const empty: DraftContent = {
  ...{ slug: 'a', kind: 'how-to', title: '', standfirst: '', description: '', author: '', reviewedOn: '' },
  ...{ roles: [], skill: null, explore: [], sources: [], body: '' },
}
const create = (content: Partial<DraftContent> = {}) =>
  write((tx) => createDraft(tx, readDraft({ ...empty, ...content }), { errors: 0, warnings: 0 }, null))
const share = (id: string, at = now) => write((tx) => addPreviewLink(tx, id, 'ed', at))

beforeAll(() =>
  write(async (tx) => {
    await tx
      .insert(users)
      .values({ id: 'ed', email: 'e@d.or', name: 'Ed', passwordHash: 'x', role: 'editor', createdAt: now })
    await saveAuthor(tx, { slug: 'new-name', name: 'Ann', title: 'Editor', bio: 'A person.' })
    await tx.insert(redirects).values({ kind: 'author', slug: 'old-name', target: 'new-name' })
  }),
)
beforeEach(() => write((tx) => tx.delete(guideDrafts)))

test('a link shows its guide for a week, and its token is nowhere but in it', async () => {
  const id = await create({ title: 'A guide' })
  const token = (await share(id)) ?? ''
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(await guideIdOfPreview(token)).toBe(id)
  expect(await guideIdOfPreview(token.replace(/.$/, '!'))).toBeNull()
  expect(JSON.stringify(await read.select().from(previewLinks))).not.toContain(token)
  const [link] = await openPreviewLinks(id)
  expect(link?.expiresAt).toEqual(inDays(7))
  const entries = await read.select().from(auditLog)
  expect(entries).toMatchObject([{ event: 'guide.shared', actorId: 'ed', subjectId: id, label: 'A guide' }])
  expect(JSON.stringify(entries)).not.toContain(token)
})

test('one that has run out shows nothing, and is cleared away by the next', async () => {
  const id = await create()
  const old = (await share(id, inDays(-7.1))) ?? ''
  expect([await guideIdOfPreview(old), await openPreviewLinks(id)]).toEqual([null, []])
  await share(id)
  expect(await read.select().from(previewLinks)).toHaveLength(1)
})

test('one that was ended shows nothing, and is written down once', async () => {
  const id = await create()
  const token = (await share(id)) ?? ''
  const [link] = await openPreviewLinks(id)
  for (const _ of [1, 2]) await write((tx) => removePreviewLink(tx, link?.id ?? '', 'ed'))
  expect(await guideIdOfPreview(token)).toBeNull()
  const events = (await read.select().from(auditLog)).filter(({ subjectId }) => subjectId === id)
  expect(events.map(({ event }) => event)).toEqual(['guide.shared', 'guide.unshared'])
})

test('an archived guide is shown to nobody with a link, and gets no new one', async () => {
  const id = await create()
  const token = (await share(id)) ?? ''
  await write((tx) => tx.update(guideDrafts).set({ archivedAt: now }))
  expect(await guideIdOfPreview(token)).toBeNull()
  expect([await share(id), await share('nobody')]).toEqual([null, null])
})

test('a working copy that lacks everything has a page all the same', async () => {
  const draft = await draftView(await create())
  expect(draft?.view).toMatchObject({
    guide: { title: '', author: null, reviewedOn: '', readingMinutes: 1 },
    roles: [],
  })
  expect(draft?.view.context).toMatchObject({ preview: true, saved: null })
  expect(await draftView('nobody')).toBeNull()
})

test('names are followed to what they are called now; what is not there is left out', async () => {
  const draft = await draftView(await create({ author: 'old-name', roles: ['no-such-role'], explore: ['nowhere'] }))
  expect(draft?.view).toMatchObject({ guide: { author: { slug: 'new-name', name: 'Ann' } }, roles: [], explore: [] })
})
