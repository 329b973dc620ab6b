import { eq, isNull } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog, invitations, sessions, type UserRole, users } from '#db/schema/account.ts'
import { testDatabase } from '#db/testing.ts'
import { hashToken, newToken } from '#lib/ids.ts'
import { invitedRole, isFirstAdminInvitationOpen, openInvitations } from './invitation-queries.ts'
import {
  consumeFirstAdminInvitation,
  consumeInvitation,
  deleteExpired,
  invite,
  renewFirstAdminInvitation,
  takeInvitedRole,
  withdrawInvitation,
} from './invitation-writes.ts'

afterAll(testDatabase())

const now = new Date('2026-11-22T12:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const week = 7 * 24

const addUser = (id: string, role: UserRole) =>
  write((tx) =>
    tx.insert(users).values({ id, email: `${id}@example.org`, name: id, passwordHash: 'x', role, createdAt: now }),
  )

beforeEach(() =>
  write(async (tx) => {
    await tx.delete(invitations)
    await tx.delete(users)
  }),
)

const roleOf = async (id: string) => (await read.select().from(users).where(eq(users.id, id)))[0]?.role
const twentyTimes = <Result>(run: () => Promise<Result>) => Promise.all(Array.from({ length: 20 }, run))

describe('the invitation of the first admin', () => {
  const renew = async () => (await write((tx) => renewFirstAdminInvitation(tx, now))) ?? ''
  const consume = (token: string, at = now) => write((tx) => consumeFirstAdminInvitation(tx, hashToken(token), at))

  it('is one as long as there is no admin, and the newest link is the one that works', async () => {
    await addUser('u', 'member')
    const first = await renew()
    const second = await renew()
    expect(second).toMatch(/^[\w-]{43}$/)
    expect(await isFirstAdminInvitationOpen(first, now)).toBe(false)
    expect(await isFirstAdminInvitationOpen(second, now)).toBe(true)
    const row = { tokenHash: hashToken(second), role: 'admin', label: '', invitedById: null, expiresAt: later(24) }
    expect(await read.select().from(invitations)).toMatchObject([row])
  })

  it('opens nothing once there is an admin, however that one came about', async () => {
    const token = await renew()
    await addUser('u', 'admin')
    expect(await isFirstAdminInvitationOpen(token, now)).toBe(false)
    expect(await consume(token)).toBeNull()
    expect(await renew()).toBe('')
  })

  it('works once, also when twenty come at the same time', async () => {
    const token = await renew()
    const answers = await twentyTimes(() => consume(token))
    expect(answers.filter((role) => role === 'admin')).toHaveLength(1)
    expect(answers.filter((role) => role === null)).toHaveLength(19)
  })

  it('opens nothing once it has run out, or if it was never given', async () => {
    const token = await renew()
    expect(await isFirstAdminInvitationOpen(token, later(24))).toBe(false)
    expect(await consume(token, later(24))).toBeNull()
    expect(await consume(newToken())).toBeNull()
    expect(await isFirstAdminInvitationOpen('', now)).toBe(false)
  })

  it('is there again if what it was used for failed', async () => {
    const token = await renew()
    const failing = write(async (tx) => {
      await consumeFirstAdminInvitation(tx, hashToken(token), now)
      throw new Error('the address was taken')
    })
    await expect(failing).rejects.toThrow('taken')
    expect(await isFirstAdminInvitationOpen(token, now)).toBe(true)
  })

  it('is none of an admin’s invitations: neither is taken for the other', async () => {
    const first = await renew()
    expect(await invitedRole(first, now)).toBeNull()
    expect(await write((tx) => consumeInvitation(tx, hashToken(first), now))).toBeNull()
    expect(await isFirstAdminInvitationOpen(first, now)).toBe(true)
    await addUser('boss', 'admin')
    const made = await write((tx) => invite(tx, 'boss', { role: 'admin', label: 'x' }, now))
    expect(await write((tx) => consumeFirstAdminInvitation(tx, hashToken(made?.token ?? ''), now))).toBeNull()
    expect(await invitedRole(made?.token ?? '', now)).toBe('admin')
    const [row] = await read.select().from(invitations).where(isNull(invitations.invitedById))
    expect(await write((tx) => withdrawInvitation(tx, 'boss', row?.id ?? '', now))).toBe(false)
    expect(await openInvitations(now)).toHaveLength(1)
  })
})

describe('an admin’s invitation', () => {
  beforeEach(() => addUser('boss', 'admin'))

  const invited = async (role: UserRole = 'editor') => {
    const made = await write((tx) => invite(tx, 'boss', { role, label: 'Grace Hopper' }, now))
    return made ?? { id: '', token: '' }
  }
  const consume = (token: string, at = now) => write((tx) => consumeInvitation(tx, hashToken(token), at))

  it('works once, also when twenty come at the same time, and also while there is an admin', async () => {
    const { id, token } = await invited()
    expect(await invitedRole(token, now)).toBe('editor')
    const answers = await twentyTimes(() => consume(token))
    expect(answers.filter((answer) => answer !== null)).toEqual([{ id, role: 'editor' }])
    expect(await invitedRole(token, now)).toBeNull()
  })

  it('opens nothing after a week, or once it is withdrawn', async () => {
    const old = await invited()
    expect(await invitedRole(old.token, later(week - 1))).toBe('editor')
    expect(await invitedRole(old.token, later(week))).toBeNull()
    expect(await consume(old.token, later(week))).toBeNull()
    const { id, token } = await invited()
    expect(await write((tx) => withdrawInvitation(tx, 'boss', id, now))).toBe(true)
    expect(await invitedRole(token, now)).toBeNull()
    expect(await write((tx) => withdrawInvitation(tx, 'boss', id, now))).toBe(false)
  })

  it.each([{ role: 'editor' }, { suspendedAt: now }] as const)(
    'opens nothing when whoever made it is %j',
    async (change) => {
      const { token } = await invited('admin')
      await addUser('u', 'member')
      await write((tx) => tx.update(users).set(change).where(eq(users.id, 'boss')))
      expect(await invitedRole(token, now)).toBeNull()
      expect(await write((tx) => takeInvitedRole(tx, 'u', hashToken(token), now))).toBe('dead')
      expect(await openInvitations(now)).toMatchObject([{ label: 'Grace Hopper', inviter: 'boss', dead: true }])
      expect(await consume(token)).toBeNull()
      expect(await write((tx) => invite(tx, 'boss', { role: 'editor', label: 'x' }, now))).toBeNull()
    },
  )

  it('raises an account that is there, once, and never lowers one', async () => {
    await addUser('u', 'member')
    await addUser('v', 'member')
    const { token } = await invited()
    expect(await write((tx) => takeInvitedRole(tx, 'boss', hashToken(token), now))).toBe('no-raise')
    expect(await invitedRole(token, now)).toBe('editor')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        write((tx) => takeInvitedRole(tx, number % 2 ? 'u' : 'v', hashToken(token), now)),
      ),
    )
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    expect([await roleOf('u'), await roleOf('v')].sort()).toEqual(['editor', 'member'])
    expect(await roleOf('boss')).toBe('admin')
  })

  it('leaves no name in the log', async () => {
    const { id } = await invited()
    await write((tx) => withdrawInvitation(tx, 'boss', id, now))
    const entries = await read.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)
    expect(entries).toMatchObject([
      { event: 'user.invited', subject: 'invitation', label: '', detail: { role: 'editor', days: 7 } },
      { event: 'user.invitation-withdrawn', label: '', detail: { role: 'editor' } },
    ])
    expect(JSON.stringify(entries)).not.toContain('Grace')
  })
})

it('what has run out is cleared away, and nothing else', async () => {
  await write((tx) => renewFirstAdminInvitation(tx, now))
  await addUser('u', 'member')
  await write(async (tx) => {
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
