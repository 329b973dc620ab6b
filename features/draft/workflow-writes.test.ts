import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { read, type Tx, write } from '#db/client.ts'
import { auditLog } from '#db/schema/account.ts'
import { guideBlocks, guideDrafts, guideRevisions, guides } from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { testDatabase } from '#db/testing.ts'
import { publishNow, schedulePublish } from './publish-writes.ts'
import { begin, draftOf, editorsDesk, minutesOn, move, publishable, start, writeOn } from './testing-writes.ts'
import * as workflow from './workflow-writes.ts'

afterAll(testDatabase())
beforeAll(editorsDesk)

let id = ''
let number = 0
beforeEach(async () => {
  number += 1
  id = await begin(publishable(`guide-${number}`))
})

const done = async () =>
  (await read.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(asc(auditLog.id))).map(
    ({ event, actorId }) => `${event} ${actorId}`,
  )
const publicRow = async () => (await read.select().from(guides).where(eq(guides.id, id)))[0]
const publish = async () => publishNow(await move(id), { note: '', tellings: [] }, start)
const does = async (what: (tx: Tx, how: workflow.Move) => Promise<unknown>, byId = 'ann') => {
  const how = await move(id, byId)
  return await write((tx) => what(tx, how))
}

test('a guide goes through review: submitted, sent back, submitted again, approved by somebody else', async () => {
  await does((tx, how) => workflow.submitForReview(tx, how, 'Is the second step right?'))
  expect(await draftOf(id)).toMatchObject({
    ...{ status: 'review', submittedById: 'ann', reviewNote: 'Is the second step right?' },
  })
  await expect(does((tx, how) => workflow.approve(tx, how))).rejects.toThrow('somebody else has to read it')
  await does((tx, how) => workflow.sendBack(tx, how, 'No.'), 'bob')
  expect(await draftOf(id)).toMatchObject({ status: 'draft', reviewNote: 'No.' })
  await does((tx, how) => workflow.submitForReview(tx, how, ''))
  await does((tx, how) => workflow.approve(tx, how), 'bob')
  expect(await draftOf(id)).toMatchObject({ status: 'approved', approvedById: 'bob' })
  expect(await done()).toEqual([
    ...['guide.submitted ann', 'guide.sent-back bob', 'guide.submitted ann', 'guide.approved bob'],
  ])
})

test('whoever writes on after an approval has to ask again', async () => {
  await does((tx, how) => workflow.submitForReview(tx, how, ''))
  await does((tx, how) => workflow.approve(tx, how), 'bob')
  await writeOn(id, publishable(`guide-${number}`, 'two'))
  expect((await draftOf(id)).status).toBe('draft')
})

test('nothing is done by somebody who sees an older version', async () => {
  const stale = { ...(await move(id)), version: 0 }
  const refused = 'Somebody saved meanwhile: look at it first.'
  const moves: ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => workflow.keepVersion(tx, stale, ''),
    (tx) => workflow.submitForReview(tx, stale, ''),
    (tx) => workflow.approve(tx, stale),
    (tx) => workflow.sendBack(tx, stale, ''),
    (tx) => workflow.schedule(tx, stale, { at: minutesOn(9), note: '', errors: 0 }),
    (tx) => workflow.unschedule(tx, stale),
    (tx) => workflow.unpublish(tx, stale),
    (tx) => workflow.archive(tx, stale),
    (tx) => workflow.unarchive(tx, stale),
  ]
  for (const each of moves) await expect(write(each)).rejects.toThrow(refused)
  await expect(publishNow(stale, { note: '', tellings: [] })).rejects.toThrow(refused)
  expect(await done()).toEqual([])
})

test('a version is kept once', async () => {
  const kept = await does((tx, how) => workflow.keepVersion(tx, how, 'Before the cut'))
  const [row] = await read.select().from(guideRevisions).where(eq(guideRevisions.guideId, id))
  expect(row).toMatchObject({ number: kept, kind: 'saved', note: 'Before the cut', byId: 'ann' })
  await expect(does((tx, how) => workflow.keepVersion(tx, how, 'Again'))).rejects.toThrow(`as version ${kept}`)
})

test('taken off the site, a guide and its blocks are gone for readers, and its redirects stay', async () => {
  await publish()
  await writeOn(id, publishable(`guide-${number}-new`))
  await publish()
  await does((tx, how) => workflow.unpublish(tx, how))
  expect(await publicRow()).toBeUndefined()
  expect(await read.$count(guideBlocks, eq(guideBlocks.guideId, id))).toBe(0)
  expect(await read.$count(redirects, eq(redirects.slug, `guide-${number}`))).toBe(1)
  expect(await draftOf(id)).toMatchObject({ status: 'draft', publishedRevision: null, slug: `guide-${number}-new` })
  expect(await done()).toContain('guide.unpublished ann')
})

test('archived, a guide keeps what was written, and comes back', async () => {
  await publish()
  await writeOn(id, publishable(`guide-${number}`, 'two'))
  await schedulePublish(await move(id), { at: minutesOn(9), note: '' }, start)
  expect(await does((tx, how) => workflow.archive(tx, how))).toBe(1)
  expect(await publicRow()).toBeUndefined()
  expect(await draftOf(id)).toMatchObject({ publishedRevision: null, scheduledFor: null, status: 'draft' })
  const kept = await read.select().from(guideRevisions).where(eq(guideRevisions.guideId, id))
  expect(kept.some(({ body }) => body === publishable('', 'two').body)).toBe(true)
  await expect(publish()).rejects.toThrow('Bring it back first')
  await does((tx, how) => workflow.unarchive(tx, how))
  expect(await draftOf(id)).toMatchObject({ archivedAt: null, body: publishable('', 'two').body })
})

test('a schedule that is taken back leaves the approval, if nothing was written since', async () => {
  const approved = async () => {
    await does((tx, how) => workflow.submitForReview(tx, how, ''))
    await does((tx, how) => workflow.approve(tx, how), 'bob')
    await schedulePublish(await move(id), { at: minutesOn(9), note: '' }, start)
  }
  await approved()
  await does((tx, how) => workflow.unschedule(tx, how))
  expect(await draftOf(id)).toMatchObject({ status: 'approved', scheduledFor: null, scheduledRevision: null })
  await schedulePublish(await move(id), { at: minutesOn(9), note: '' }, start)
  await writeOn(id, publishable(`guide-${number}`, 'two'))
  await does((tx, how) => workflow.unschedule(tx, how))
  expect(await draftOf(id)).toMatchObject({ status: 'draft', approvedById: null })
})

test('no guide is reviewed or scheduled with an error in it', async () => {
  await writeOn(id, { ...publishable(`guide-${number}`), author: 'nobody' })
  await expect(does((tx, how) => workflow.submitForReview(tx, how, ''))).rejects.toThrow('must be put right first')
  await expect(schedulePublish(await move(id), { at: minutesOn(9), note: '' })).rejects.toThrow('no author "nobody"')
  await expect(publish()).rejects.toThrow('no author "nobody"')
  expect(await read.$count(guideDrafts, eq(guideDrafts.status, 'review'))).toBe(0)
})
