import { afterAll, beforeAll, expect, it } from 'vitest'
import { write } from '#db/client.ts'
import { users } from '#db/schema/account.ts'
import { testDatabase } from '#db/testing.ts'
import { readDraft } from './draft-content.ts'
import { createDraft } from './draft-writes.ts'
import { presenceEvery } from './presence-interval.ts'
import { markPresence } from './presence-writes.ts'

afterAll(testDatabase())

const start = new Date('2026-11-25T10:00:00Z')
const later = (beats: number) => new Date(start.getTime() + beats * presenceEvery)
let guideId = ''

beforeAll(async () => {
  const draft = readDraft({
    ...{ slug: 's', kind: 'how-to', title: 'T', standfirst: '', description: '', author: '', reviewedOn: '', body: '' },
    ...{ roles: [], skill: null, explore: [], sources: [] },
  })
  guideId = await write(async (tx) => {
    for (const id of ['ada', 'bo']) {
      await tx.insert(users).values({ id, email: id, name: id, passwordHash: 'x', createdAt: start })
    }
    return await createDraft(tx, draft, { errors: 0, warnings: 0 }, null, start)
  })
})

const says = (userId: string, tab: string, now: Date, leaving = false) =>
  write((tx) => markPresence(tx, { guideId, tab, userId, leaving }, now))

it('each hears of the others while they are there, and of another window of their own', async () => {
  expect(await says('ada', 'a1', start)).toEqual({ others: [], version: 1 })
  expect((await says('bo', 'b1', later(1)))?.others).toEqual([{ tab: 'a1', name: 'ada', self: false }])
  expect((await says('ada', 'a2', later(1)))?.others).toEqual([
    { tab: 'a1', name: 'ada', self: true },
    { tab: 'b1', name: 'bo', self: false },
  ])
  await says('bo', 'b1', later(2), true)
  expect((await says('ada', 'a1', later(2)))?.others).toEqual([{ tab: 'a2', name: 'ada', self: true }])
})

it('whoever falls silent is gone', async () => {
  await says('bo', 'b2', later(10))
  expect((await says('ada', 'a1', later(13)))?.others).toHaveLength(1)
  expect((await says('ada', 'a1', later(14)))?.others).toEqual([])
})

it('nobody speaks for another person’s window', async () => {
  await says('bo', 'b3', later(20))
  await says('ada', 'b3', later(20), true)
  expect((await says('ada', 'a1', later(20)))?.others).toHaveLength(1)
})

it('is null for a guide that is not there', async () => {
  expect(
    await write((tx) => markPresence(tx, { guideId: 'x', tab: 't', userId: 'ada', leaving: false }, start)),
  ).toBeNull()
})
