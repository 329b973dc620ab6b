import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { type UserRole, users } from '#db/schema/account.ts'
import { endOtherSessions } from './account-writes.ts'
import { audit } from './audit-writes.ts'

/*
 * What admins do with accounts. Who may, and whether an admin would be left, is asked inside the transaction: two admins
 * who demote each other at the same moment come here one after the other.
 */

export type PeopleOutcome = 'done' | 'unchanged' | 'gone' | 'not-allowed' | 'last-admin'

const activeAdmin = and(eq(users.role, 'admin'), isNull(users.suspendedAt))

/** Whether an account is an admin's that can sign in, as of this transaction. */
export async function isActiveAdmin(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.$count(users, and(eq(users.id, userId), activeAdmin))) > 0
}

export async function changeUserRole(
  tx: Tx,
  actorId: string,
  userId: string,
  role: UserRole,
  now: Date,
): Promise<PeopleOutcome> {
  if (!(await isActiveAdmin(tx, actorId))) return 'not-allowed'
  const user = await accountOf(tx, userId)
  if (!user) return 'gone'
  if (user.role === role) return 'unchanged'
  if (await isLastAdmin(tx, userId)) return 'last-admin'
  await tx.update(users).set({ role }).where(eq(users.id, userId))
  const detail = { from: user.role, to: role }
  await audit(tx, actorId, { event: 'user.role-changed', subject: 'user', subjectId: userId, detail }, now)
  return 'done'
}

/** The account opens nothing from now on, and whoever is signed in to it is out at once. */
export async function suspendUser(tx: Tx, actorId: string, userId: string, now: Date): Promise<PeopleOutcome> {
  if (!(await isActiveAdmin(tx, actorId))) return 'not-allowed'
  const user = await accountOf(tx, userId)
  if (!user) return 'gone'
  if (user.suspendedAt) return 'unchanged'
  if (await isLastAdmin(tx, userId)) return 'last-admin'
  await tx.update(users).set({ suspendedAt: now }).where(eq(users.id, userId))
  const detail = { sessions: await endOtherSessions(tx, userId, null) }
  await audit(tx, actorId, { event: 'user.suspended', subject: 'user', subjectId: userId, detail }, now)
  return 'done'
}

export async function unsuspendUser(tx: Tx, actorId: string, userId: string, now: Date): Promise<PeopleOutcome> {
  if (!(await isActiveAdmin(tx, actorId))) return 'not-allowed'
  const user = await accountOf(tx, userId)
  if (!user) return 'gone'
  if (!user.suspendedAt) return 'unchanged'
  await tx.update(users).set({ suspendedAt: null }).where(eq(users.id, userId))
  await audit(tx, actorId, { event: 'user.unsuspended', subject: 'user', subjectId: userId }, now)
  return 'done'
}

export async function endSessionsOf(tx: Tx, actorId: string, userId: string, now: Date): Promise<PeopleOutcome> {
  if (!(await isActiveAdmin(tx, actorId))) return 'not-allowed'
  if (!(await accountOf(tx, userId))) return 'gone'
  const sessions = await endOtherSessions(tx, userId, null)
  if (sessions === 0) return 'unchanged'
  const detail = { sessions }
  await audit(tx, actorId, { event: 'user.sessions-ended', subject: 'user', subjectId: userId, detail }, now)
  return 'done'
}

async function accountOf(tx: Tx, userId: string) {
  const rows = await tx
    .select({ role: users.role, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.id, userId))
  return rows[0]
}

/** Whether nobody else could run the site. A suspended admin could not anyway, so is never the last. */
async function isLastAdmin(tx: Tx, userId: string): Promise<boolean> {
  if (!(await isActiveAdmin(tx, userId))) return false
  return (await tx.$count(users, and(activeAdmin, ne(users.id, userId)))) === 0
}
