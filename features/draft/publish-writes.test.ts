import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog } from '#db/schema/account.ts'
import { guideDrafts, guideRevisions, guides } from '#db/schema/guide.ts'
import { persons } from '#db/schema/profile.ts'
import { blockUses, personNotices } from '#db/schema/reading.ts'
import { redirects } from '#db/schema/site.ts'
import { testDatabase } from '#db/testing.ts'
import { publishNow, restoreRevision, schedulePublish, undoArchive } from './publish-writes.ts'
import { publishDue } from './schedule-writes.ts'
import { begin, draftOf, editorsDesk, minutesOn, move, publishable, start, writeOn } from './testing-writes.ts'
import { archive } from './workflow-writes.ts'

afterAll(testDatabase())
beforeAll(async () => {
  await editorsDesk()
  await write((tx) => tx.insert(persons).values({ id: 'p', guestHash: 'g', recoveryHash: 'r', createdAt: start }))
})

let id = ''
let number = 0
let slug = ''
beforeEach(async () => {
  number += 1
  slug = `guide-${number}`
  id = await begin(publishable(slug, 'one', 'two'))
})

const publicBody = async () => (await read.select().from(guides).where(eq(guides.id, id)))[0]?.body
const publish = async (choices: [string, string | null][] = []) =>
  publishNow(await move(id), {
    note: 'A note',
    tellings: choices.map(([key, replacement]) => ({ key, tell: true, replacement })),
  })
const audited = (event: string) => read.$count(auditLog, and(eq(auditLog.subjectId, id), eq(auditLog.event, event)))

describe('publishNow', () => {
  test('shows a guide to readers and says so in the log', async () => {
    expect(await publish()).toBe(1)
    expect(await publicBody()).toBe(publishable('', 'one', 'two').body)
    expect(await draftOf(id)).toMatchObject({ status: 'published', publishedRevision: 1 })
    expect(await audited('guide.published')).toBe(1)
    await expect(publish()).rejects.toThrow('Readers see all of it already.')
  })

  test('at a new address leads the old one there, and says that as well', async () => {
    await publish()
    await writeOn(id, publishable(`${slug}-b`, 'one', 'two'))
    await publish()
    const [redirect] = await read.select().from(redirects).where(eq(redirects.slug, slug))
    expect(redirect?.target).toBe(`${slug}-b`)
    expect(await audited('guide.renamed')).toBe(1)
  })

  test('asks what to tell the people who used a block that goes, and tells them', async () => {
    await publish()
    const use = { guideId: id, action: 'rated' as const, reader: 'x', day: '2026-11-22' }
    await write((tx) => tx.insert(blockUses).values({ ...use, blockKey: 'two', personId: 'p' }))
    await writeOn(id, publishable(slug, 'one', 'three'))
    await expect(publish()).rejects.toThrow('“Do two”')
    await expect(publish([['two', 'nowhere']])).rejects.toThrow('“Do two”')
    expect(await publicBody()).toContain('Do two')
    await publish([['two', 'three']])
    expect(await publicBody()).not.toContain('Do two')
    expect(await read.select().from(personNotices)).toEqual([
      expect.objectContaining({
        personId: 'p',
        guideId: id,
        kind: 'replaced',
        heading: 'Do two',
        replacement: 'three',
      }),
    ])
  })

  test('goes by what is wrong now, and not by what was wrong at the last save', async () => {
    await write((tx) => tx.update(guideDrafts).set({ errors: 3 }).where(eq(guideDrafts.id, id)))
    expect(await publish()).toBe(1)
  })
})

describe('restoreRevision', () => {
  test('keeps what was there, and brings back all but the address', async () => {
    await publish()
    await writeOn(id, { ...publishable(`${slug}-b`, 'three'), title: 'Another' })
    const version = await restoreRevision(await move(id), 1)
    const row = await draftOf(id)
    expect(row).toMatchObject({ version, status: 'draft', slug: `${slug}-b`, title: `Guide ${slug}` })
    expect(row.body).toBe(publishable('', 'one', 'two').body)
    const [kept] = await read
      .select()
      .from(guideRevisions)
      .where(and(eq(guideRevisions.guideId, id), eq(guideRevisions.number, 2)))
    expect(kept).toMatchObject({ title: 'Another', kind: 'saved', note: 'Before version 1 was restored' })
    await expect(restoreRevision(await move(id), 9)).rejects.toThrow('There is no version 9.')
  })
})

describe('undoArchive', () => {
  test('makes public again what was, and leaves the working copy as it is', async () => {
    await publish()
    await writeOn(id, publishable(slug, 'three'))
    const how = await move(id)
    const revision = await write((tx) => archive(tx, how))
    expect(await publicBody()).toBeUndefined()
    expect(await undoArchive(await move(id), revision)).toBe(true)
    expect(await publicBody()).toBe(publishable('', 'one', 'two').body)
    expect(await draftOf(id)).toMatchObject({ archivedAt: null, status: 'draft', body: publishable('', 'three').body })
  })
})

describe('publishDue', () => {
  const schedule = async (minutes: number) =>
    schedulePublish(await move(id), { at: minutesOn(minutes), note: '' }, start)

  test('publishes what was scheduled, when its moment has come, and not what was written since', async () => {
    await schedule(5)
    await writeOn(id, publishable(slug, 'later'))
    expect((await draftOf(id)).status).toBe('scheduled')
    expect(await publishDue(minutesOn(4.9))).toBe(0)
    expect(await publishDue(minutesOn(5))).toBe(1)
    expect(await publicBody()).toBe(publishable('', 'one', 'two').body)
    expect(await draftOf(id)).toMatchObject({
      status: 'draft',
      scheduledFor: null,
      body: publishable('', 'later').body,
    })
  })

  test('publishes once, however many do it at the same time', async () => {
    await schedule(5)
    const rounds = await Promise.all([publishDue(minutesOn(6)), publishDue(minutesOn(6)), publishDue(minutesOn(6))])
    expect(rounds.toSorted()).toEqual([0, 0, 1])
    expect(
      await read.$count(guideRevisions, and(eq(guideRevisions.guideId, id), eq(guideRevisions.kind, 'published'))),
    ).toBe(1)
  })

  test('says on a guide why it could not be published, and goes on with the others', async () => {
    const broken = id
    await schedule(5)
    const other = await begin(publishable(`${slug}-other`))
    await schedulePublish(await move(other), { at: minutesOn(6), note: '' }, start)
    // The address is another guide's by then.
    await writeOn(broken, publishable(`${slug}-moved`))
    await begin(publishable(slug))
    expect(await publishDue(minutesOn(7))).toBe(1)
    const row = await draftOf(broken)
    expect(row).toMatchObject({ status: 'draft', scheduledFor: null, scheduledRevision: null })
    expect(row.scheduleProblem).toMatch(/has the address/)
    expect(await audited('guide.schedule-failed')).toBe(1)
    expect((await draftOf(other)).status).toBe('published')
  })
})
