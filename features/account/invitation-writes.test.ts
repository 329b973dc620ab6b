import { afterAll, beforeEach, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { invitations, sessions, users } from '#db/schema/account.ts'
import { testDatabase } from '#db/testing.ts'
import { hashToken } from '#lib/ids.ts'
import { deleteExpired, renewFirstAdminInvitation } from './invitation-writes.ts'

afterAll(testDatabase())

const now = new Date('2026-11-22T12:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const user = (role: 'member' | 'admin') => ({
  id: 'u',
  email: 'a@b.c',
  name: 'A',
  passwordHash: 'x',
  role,
  createdAt: now,
})

beforeEach(() =>
  write(async (tx) => {
    await tx.delete(invitations)
    await tx.delete(users)
  }),
)

test('without an admin there is one invitation, and the newest link is the one that works', async () => {
  await write((tx) => tx.insert(users).values(user('member')))
  const first = await write((tx) => renewFirstAdminInvitation(tx, now))
  const second = await write((tx) => renewFirstAdminInvitation(tx, now))
  expect(first).not.toBe(second)
  expect(second).toMatch(/^[\w-]{43}$/)
  expect(await read.select().from(invitations)).toEqual([
    { tokenHash: hashToken(second ?? ''), role: 'admin', createdAt: now, expiresAt: later(24) },
  ])
})

test('with an admin there is none', async () => {
  await write((tx) => renewFirstAdminInvitation(tx, now))
  await write((tx) => tx.insert(users).values(user('admin')))
  expect(await write((tx) => renewFirstAdminInvitation(tx, now))).toBeNull()
})

test('what has run out is cleared away, and nothing else', async () => {
  await write(async (tx) => {
    await renewFirstAdminInvitation(tx, now)
    await tx.insert(users).values(user('member'))
    const session = { userId: 'u', device: 'd', createdAt: now, lastSeenAt: now }
    await tx.insert(sessions).values([
      { id: 'old', ...session, expiresAt: later(1) },
      { id: 'new', ...session, expiresAt: later(30) },
    ])
  })
  await write((tx) => deleteExpired(tx, later(2)))
  expect((await read.select().from(sessions)).map(({ id }) => id)).toEqual(['new'])
  expect(await read.select().from(invitations)).toHaveLength(1)
  await write((tx) => deleteExpired(tx, later(24)))
  expect(await read.select().from(invitations)).toEqual([])
})
