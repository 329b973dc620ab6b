import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { read, write } from '#db/client.ts'
import { sessions, users } from '#db/schema/account.ts'
import { testDatabase } from '#db/testing.ts'
import {
  addSession,
  changePasswordHash,
  changeUserName,
  createUser,
  endOtherSessions,
  endSession,
  startSession,
  touchSession,
} from './account-writes.ts'
import { liveSession } from './session-queries.ts'
import { ageLimit, idleLimit } from './session-rules.ts'

const close = testDatabase()
afterAll(close)

const now = new Date('2026-11-22T12:00:00Z')
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const minute = 60_000
const account = { email: 'ada@example.org', name: 'Ada', passwordHash: 'hash', role: 'member' } as const

let ada = ''
let bob = ''

beforeEach(async () => {
  await write(async (tx) => {
    await tx.delete(users)
    ada = (await createUser(tx, account, now)) ?? ''
    bob = (await createUser(tx, { ...account, email: 'bob@example.org' }, now)) ?? ''
  })
})

/** A session of an account that is in use. */
const started = async (userId: string, device: string, at: Date) => (await startSession(userId, device, at)) ?? ''

const sessionIds = async (userId: string) =>
  (await read.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, userId))).map(({ id }) => id)

describe('createUser', () => {
  it('gives an address one account', async () => {
    expect(ada).toMatch(/^[\w-]{22}$/)
    expect(await write((tx) => createUser(tx, { ...account, name: 'Eve' }, now))).toBeNull()
    expect(await read.$count(users)).toBe(2)
  })

  it('changes the name of one user only', async () => {
    await write((tx) => changeUserName(tx, ada, 'Ada L.'))
    expect((await read.select({ name: users.name }).from(users).orderBy(users.email)).map(({ name }) => name)).toEqual([
      'Ada L.',
      'Ada',
    ])
  })
})

describe('a session', () => {
  it('is good for its user, with the role as it is now', async () => {
    const id = await started(ada, 'Firefox on Linux', now)
    expect(await liveSession(id, now)).toMatchObject({ userId: ada, email: 'ada@example.org', role: 'member' })
    await write(async (tx) => {
      await tx.update(users).set({ role: 'editor' }).where(eq(users.id, ada))
    })
    expect(await liveSession(id, now)).toMatchObject({ role: 'editor' })
  })

  it('is over after thirty days without use, or ninety days', async () => {
    const id = await started(ada, 'x', now)
    expect(await liveSession(id, later(idleLimit - 1))).toBeDefined()
    expect(await liveSession(id, later(idleLimit))).toBeUndefined()
    await touchSession(id, later(idleLimit - 1))
    expect(await liveSession(id, later(idleLimit))).toBeDefined()
    for (let time = idleLimit; time < ageLimit; time += idleLimit / 2) await touchSession(id, later(time))
    expect(await liveSession(id, later(ageLimit - 1))).toBeDefined()
    expect(await liveSession(id, later(ageLimit))).toBeUndefined()
  })

  it('is written down as used every ten minutes at most', async () => {
    const id = await started(ada, 'x', now)
    const lastSeen = async () => (await liveSession(id, now))?.lastSeenAt
    await touchSession(id, later(9 * minute))
    expect(await lastSeen()).toEqual(now)
    await touchSession(id, later(10 * minute))
    expect(await lastSeen()).toEqual(later(10 * minute))
  })

  it('is ended by its user and by nobody else', async () => {
    const id = await started(ada, 'x', now)
    expect(await write((tx) => endSession(tx, bob, id))).toBe(false)
    expect(await liveSession(id, now)).toBeDefined()
    expect(await write((tx) => endSession(tx, ada, id))).toBe(true)
    expect(await write((tx) => endSession(tx, ada, id))).toBe(false)
    expect(await liveSession(id, now)).toBeUndefined()
  })

  it('ends with all others of the user but one, and nobody else’s', async () => {
    const [kept] = [await started(ada, 'x', now), await started(ada, 'y', now)]
    const bobs = await started(bob, 'z', now)
    expect(await write((tx) => endOtherSessions(tx, ada, kept))).toBe(1)
    expect(await sessionIds(ada)).toEqual([kept])
    expect(await write((tx) => endOtherSessions(tx, ada, null))).toBe(1)
    expect(await sessionIds(bob)).toEqual([bobs])
  })

  it('ends when the password changes elsewhere, and when the user is deleted', async () => {
    const [here, elsewhere] = [await started(ada, 'x', now), await started(ada, 'y', now)]
    await write((tx) => changePasswordHash(tx, ada, 'new hash', here))
    expect(await liveSession(elsewhere, now)).toBeUndefined()
    expect(await liveSession(here, now)).toBeDefined()
    expect((await read.select().from(users).where(eq(users.id, bob)))[0]?.passwordHash).toBe('hash')
    await write(async (tx) => {
      await tx.delete(users).where(eq(users.id, ada))
    })
    expect(await liveSession(here, now)).toBeUndefined()
  })

  it('is over when the account is suspended, even with its row still there, and none can begin', async () => {
    const id = await started(ada, 'x', now)
    await write((tx) => tx.update(users).set({ suspendedAt: now }).where(eq(users.id, ada)))
    expect(await sessionIds(ada)).toEqual([id])
    expect(await liveSession(id, now)).toBeUndefined()
    expect(await startSession(ada, 'y', now)).toBeNull()
    expect(await sessionIds(ada)).toEqual([id])
  })

  it('clears away what ran out when a new one starts', async () => {
    await started(ada, 'old', now)
    const id = await write((tx) => addSession(tx, ada, 'new', later(ageLimit)))
    expect(await sessionIds(ada)).toEqual([id])
  })
})
