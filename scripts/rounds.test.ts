import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { guideDrafts, guides } from '#db/schema/guide.ts'
import { skills } from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import { publishNow, schedulePublish } from '#features/draft/publish-writes.ts'
import { begin, draftOf, editorsDesk, minutesOn, move, publishable, start } from '#features/draft/testing-writes.ts'
import { unpublish } from '#features/draft/workflow-writes.ts'
import { startRounds } from './rounds.ts'

afterAll(testDatabase())
beforeAll(editorsDesk)

let now = start
let end = () => {}
beforeEach(() => {
  now = start
})
afterEach(() => end())

const rounds = () => {
  end = startRounds(() => now)
}
const isPublic = async (id: string) => (await read.$count(guides, eq(guides.id, id))) === 1
const soon = { timeout: 9000, interval: 50 }

test('a schedule that passed while the site did not run is kept at the start, one to come when it comes', async () => {
  const missed = await begin(publishable('missed'))
  await schedulePublish(await move(missed), { at: minutesOn(1), note: '' }, start)
  const coming = await begin(publishable('coming'))
  await schedulePublish(await move(coming), { at: minutesOn(10), note: '' }, start)
  now = minutesOn(5)
  rounds()
  await vi.waitFor(async () => expect(await isPublic(missed)).toBe(true), soon)
  expect(await isPublic(coming)).toBe(false)
  now = minutesOn(10)
  await vi.waitFor(async () => expect(await isPublic(coming)).toBe(true), soon)
})

test('a guide is linted again when what it names goes off the site or comes back', { timeout: 20_000 }, async () => {
  const target = await begin(publishable('target'))
  await publishNow(await move(target), { note: '', tellings: [] }, start)
  const naming = await begin({ ...publishable('naming'), explore: ['target'] })
  expect((await draftOf(naming)).errors).toBe(0)
  now = minutesOn(30)
  rounds()
  const how = await move(target)
  await write((tx) => unpublish(tx, how, now))
  await vi.waitFor(async () => expect((await draftOf(naming)).errors).toBe(1), soon)
  now = minutesOn(60)
  await publishNow(await move(target), { note: '', tellings: [] }, now)
  await vi.waitFor(async () => expect((await draftOf(naming)).errors).toBe(0), soon)
  expect(await draftOf(naming)).toMatchObject({ version: 1, updatedAt: start })
})

test('and when a skill that it names has changed', { timeout: 20_000 }, async () => {
  const guide = await begin(publishable('with-a-skill'))
  await write(async (tx) => {
    await tx.update(guideDrafts).set({ errors: 4 }).where(eq(guideDrafts.id, guide))
    await tx.update(skills).set({ updatedAt: minutesOn(60 * 24) })
  })
  now = minutesOn(60 * 24)
  rounds()
  await vi.waitFor(async () => expect((await draftOf(guide)).errors).toBe(0), soon)
})
