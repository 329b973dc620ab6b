import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog, sessions, type UserRole, users } from '#db/schema/account.ts'
import { testDatabase } from '#db/testing.ts'
import { startSession } from './account-writes.ts'
import { readPeopleFilter } from './people-filter.ts'
import { accountById, listPeople, peoplePerPage } from './people-queries.ts'
import { changeUserRole, endSessionsOf, suspendUser, unsuspendUser } from './people-writes.ts'

afterAll(testDatabase())

const now = new Date('2026-11-22T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const addUser = (id: string, role: UserRole, name = id, createdAt = now) =>
  write((tx) => tx.insert(users).values({ id, email: `${id}@example.org`, name, passwordHash: 'x', role, createdAt }))

const stateOf = async (id: string) => {
  const [row] = await read.select().from(users).where(eq(users.id, id))
  return row && (row.suspendedAt ? `${row.role}, suspended` : row.role)
}
const audited = async (id: string) =>
  (await read.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(
    ({ actorId, event, subject, label, detail }) => ({ actorId, event, subject, label, detail }),
  )

const setRole = (actor: string, user: string, role: UserRole) =>
  write((tx) => changeUserRole(tx, actor, user, role, now))
const suspend = (actor: string, user: string) => write((tx) => suspendUser(tx, actor, user, now))
const letIn = (actor: string, user: string) => write((tx) => unsuspendUser(tx, actor, user, now))
const endSessions = (actor: string, user: string) => write((tx) => endSessionsOf(tx, actor, user, now))

beforeEach(async () => {
  await write((tx) => tx.delete(users))
  await addUser('ann', 'admin')
  await addUser('bob', 'admin')
  await addUser('eve', 'editor')
})

describe('changing accounts', () => {
  it('changes the role and says so in the log, without a name', async () => {
    expect(await setRole('ann', 'eve', 'admin')).toBe('done')
    expect(await setRole('ann', 'eve', 'admin')).toBe('unchanged')
    expect(await stateOf('eve')).toBe('admin')
    expect((await audited('eve')).at(-1)).toEqual({
      actorId: 'ann',
      event: 'user.role-changed',
      subject: 'user',
      label: '',
      detail: { from: 'editor', to: 'admin' },
    })
  })

  it('suspends an account, ends its sessions at once and nobody else’s, and lets it in again', async () => {
    await startSession('eve', 'x', now)
    await startSession('eve', 'y', now)
    await startSession('bob', 'z', now)
    expect(await suspend('ann', 'eve')).toBe('done')
    expect(await stateOf('eve')).toBe('editor, suspended')
    expect((await read.select().from(sessions)).map(({ userId }) => userId)).toEqual(['bob'])
    expect(await letIn('ann', 'eve')).toBe('done')
    expect(await stateOf('eve')).toBe('editor')
    expect(await startSession('eve', 'x', now)).toBeTruthy()
    expect((await audited('eve')).slice(-2)).toMatchObject([
      { event: 'user.suspended', detail: { sessions: 2 } },
      { event: 'user.unsuspended' },
    ])
  })

  it('ends all sessions of one account', async () => {
    await startSession('eve', 'x', now)
    expect(await endSessions('ann', 'eve')).toBe('done')
    expect(await endSessions('ann', 'eve')).toBe('unchanged')
    expect(await read.$count(sessions)).toBe(0)
  })

  it.each(['eve', 'nobody', 'sue'])('is for admins who can sign in: %s may nothing', async (actor) => {
    await addUser('sue', 'admin')
    await suspend('ann', 'sue')
    const before = await read.$count(auditLog)
    expect(await setRole(actor, actor, 'admin')).toBe('not-allowed')
    expect(await suspend(actor, 'bob')).toBe('not-allowed')
    expect(await letIn(actor, 'sue')).toBe('not-allowed')
    expect(await endSessions(actor, 'bob')).toBe('not-allowed')
    expect(await read.$count(auditLog)).toBe(before)
  })

  it('says of an account that is gone that it is', async () => {
    for (const change of [
      setRole('ann', 'x', 'admin'),
      suspend('ann', 'x'),
      letIn('ann', 'x'),
      endSessions('ann', 'x'),
    ])
      expect(await change).toBe('gone')
  })
})

describe('the last admin who can sign in', () => {
  it('stays, whoever asks, and others may go before', async () => {
    expect(await setRole('ann', 'bob', 'member')).toBe('done')
    expect(await setRole('ann', 'ann', 'editor')).toBe('last-admin')
    expect(await suspend('ann', 'ann')).toBe('last-admin')
    expect(await stateOf('ann')).toBe('admin')
    expect(await setRole('ann', 'bob', 'admin')).toBe('done')
    expect(await suspend('ann', 'ann')).toBe('done')
  })

  it('is not one who is suspended: such an admin counts for nothing and may be demoted', async () => {
    await suspend('ann', 'bob')
    expect(await setRole('ann', 'ann', 'editor')).toBe('last-admin')
    expect(await setRole('ann', 'bob', 'member')).toBe('done')
  })

  it.each([
    ['demote', (actor: string, user: string) => setRole(actor, user, 'member')],
    ['suspend', suspend],
  ])('is left when two admins %s each other at once', async (_, change) => {
    const outcomes = await Promise.all([change('ann', 'bob'), change('bob', 'ann')])
    expect(outcomes).toEqual(['done', 'not-allowed'])
    expect([await stateOf('ann'), await stateOf('bob')].filter((state) => state === 'admin')).toHaveLength(1)
  })

  it('is left when two admins give up their rights at once', async () => {
    const outcomes = await Promise.all([setRole('ann', 'ann', 'member'), setRole('bob', 'bob', 'member')])
    expect(outcomes).toEqual(['done', 'last-admin'])
  })
})

describe('the list of people', () => {
  const list = async (params: Record<string, string>) =>
    (await listPeople(readPeopleFilter(params), later(10))).people.map(({ id }) => id)

  it('counts live sessions and knows when an account was seen last', async () => {
    await startSession('eve', 'x', now)
    await startSession('eve', 'y', later(5))
    const eve = await accountById('eve', later(10))
    expect(eve).toMatchObject({ sessions: 2, lastSeenAt: later(5), lastAdmin: false })
    expect(await accountById('eve', later(60 * 24 * 31))).toMatchObject({ sessions: 0, lastSeenAt: null })
    expect(await accountById('ann')).toMatchObject({ lastAdmin: false })
    await suspend('ann', 'bob')
    expect(await accountById('ann')).toMatchObject({ lastAdmin: true })
    expect(await accountById('bob')).toMatchObject({ lastAdmin: false })
    expect(await accountById('nobody')).toBeUndefined()
  })

  it('finds by name and email address, whatever the case, and takes no letter for a wildcard', async () => {
    await addUser('o', 'member', 'Özlem 100%_\\')
    expect(await list({ q: 'öz' })).toEqual(['o'])
    expect(await list({ q: 'ÖZLEM' })).toEqual(['o'])
    expect(await list({ q: 'EVE@example' })).toEqual(['eve'])
    expect(await list({ q: '0%_\\' })).toEqual(['o'])
    expect(await list({ q: '%' })).toEqual(['o'])
    expect(await list({ q: '_n' })).toEqual([])
  })

  it('filters and sorts', async () => {
    await addUser('zed', 'member', 'adam', later(1))
    await startSession('bob', 'x', later(2))
    await suspend('ann', 'eve')
    expect(await list({})).toEqual(['zed', 'ann', 'bob', 'eve'])
    expect(await list({ sort: '-name' })).toEqual(['eve', 'bob', 'ann', 'zed'])
    expect(await list({ sort: 'role' })).toEqual(['ann', 'bob', 'eve', 'zed'])
    expect((await list({ sort: '-since' }))[0]).toBe('zed')
    expect((await list({ sort: '-seen' }))[0]).toBe('bob')
    expect(await list({ role: 'admin' })).toEqual(['ann', 'bob'])
    expect(await list({ suspended: 'yes' })).toEqual(['eve'])
    expect(await list({ role: 'king', sort: 'drop table', page: '-1' })).toHaveLength(4)
  })

  it('comes in pages that leave nobody out', async () => {
    await write((tx) =>
      tx.insert(users).values(
        Array.from({ length: peoplePerPage }, (_, number) => ({
          id: `n${number}`,
          email: `n${number}@example.org`,
          name: 'Same',
          passwordHash: 'x',
          createdAt: now,
        })),
      ),
    )
    const [first, second, third] = [await list({}), await list({ page: '2' }), await list({ page: '3' })]
    expect(first).toHaveLength(peoplePerPage)
    expect(new Set([...first, ...second]).size).toBe(peoplePerPage + 3)
    expect(third).toEqual([])
    expect((await listPeople(readPeopleFilter({}))).total).toBe(peoplePerPage + 3)
  })
})
