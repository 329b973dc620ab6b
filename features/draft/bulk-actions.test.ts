import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { read } from '#db/client.ts'
import { guideDrafts, guides } from '#db/schema/guide.ts'
import { testDatabase } from '#db/testing.ts'
import { idle, valuesOf } from '#lib/form-state.ts'
import { changeSeveral, undoArchiving } from './bulk-actions.ts'
import { begin, draftOf, editorsDesk, publishable } from './testing-writes.ts'

vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.mock('#features/account/account-queries.ts', () => ({
  currentUser: async () => ({ id: 'ann', role: 'editor', name: 'Ann' }),
}))

afterAll(testDatabase())
beforeAll(editorsDesk)

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const change = (what: string, ...chosen: string[]) => changeSeveral(idle, form({ what, guides: chosen.join(' ') }))
const seen = async (id: string) => `${id}:${(await draftOf(id)).version}`
const isPublic = async (id: string) => (await read.$count(guides, eq(guides.id, id))) === 1

let number = 0
let good = ''
let other = ''
/** It names a guide that is not there. */
let broken = ''
beforeEach(async () => {
  number += 1
  good = await begin(publishable(`good-${number}`))
  other = await begin(publishable(`other-${number}`))
  const text = publishable(`broken-${number}`)
  broken = await begin({ ...text, body: text.body.replace('[hub]', '[nowhere]') })
})

test('publishes what can be, and says of the rest which and why', async () => {
  const state = await change('publish', await seen(good), await seen(broken), `${other}:7`)
  expect(state).toMatchObject({ status: 'done', message: 'One guide published. Two guides could not be:' })
  expect(valuesOf(state).problems?.split('\n')).toEqual([
    expect.stringMatching(/^Guide broken-\d+: This must be put right first: line \d+: There is no guide "nowhere"/),
    expect.stringMatching(/^Guide other-\d+: Somebody saved meanwhile/),
  ])
  expect(valuesOf(state).undo).toBe('')
  expect(await Promise.all([good, broken, other].map(isPublic))).toEqual([true, false, false])
})

test('archives, says what cannot be, and is undone with what readers saw', async () => {
  await change('publish', await seen(good))
  const [shown, never] = [await seen(good), await seen(other)]
  const state = await change('archive', shown, never, `${broken}:9`)
  expect(state).toMatchObject({ status: 'done', message: 'Two guides archived. One guide could not be:' })
  expect(valuesOf(state).problems).toMatch(/^Guide broken-\d+: Somebody saved meanwhile/)
  expect(valuesOf(state).undo).toBe(`${shown}:1 ${never}:`)
  expect(await isPublic(good)).toBe(false)
  expect((await draftOf(broken)).archivedAt).toBeNull()

  const undone = await undoArchiving(idle, form({ guides: valuesOf(state).undo ?? '' }))
  expect(undone).toMatchObject({ status: 'done', message: 'Everything is as it was.' })
  expect(await Promise.all([good, other].map(isPublic))).toEqual([true, false])
  const rows = await read.select({ at: guideDrafts.archivedAt }).from(guideDrafts)
  expect(rows.every(({ at }) => at === null)).toBe(true)
})

test('brings back what is archived, off the site, and refuses what is not', async () => {
  await change('publish', await seen(good))
  await change('archive', await seen(good))
  const state = await change('unarchive', await seen(good), await seen(other))
  expect(state).toMatchObject({ message: 'One guide brought back. One guide could not be:' })
  expect(valuesOf(state).problems).toMatch(/^Guide other-\d+: /)
  expect((await draftOf(good)).archivedAt).toBeNull()
  expect(await isPublic(good)).toBe(false)
})

test('says so when nothing is ticked, or nonsense is sent', async () => {
  for (const chosen of [[], ['one'], ['a:b:c']]) {
    expect(await change('publish', ...chosen)).toMatchObject({
      status: 'invalid',
      errors: { guides: 'Tick the guides first, at most 100 of them.' },
    })
  }
})
