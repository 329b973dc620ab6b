import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { invitations, sessions, type UserRole, users } from '#db/schema/account.ts'
import { hashToken, newId, newToken } from '#lib/ids.ts'
import { audit } from './audit-writes.ts'
import { isActiveAdmin } from './people-writes.ts'
import { isRaise } from './role-rules.ts'

const day = 24 * 60 * 60 * 1000
const firstAdminLifetime = day

/** How many days the link of an invitation works. */
export const invitationDays = 7

/**
 * As long as there is no admin, replaces the invitation that makes the first one.
 * @returns the token that belongs into the link and is kept nowhere; null if there is an admin
 */
export async function renewFirstAdminInvitation(tx: Tx, now: Date): Promise<string | null> {
  const [admin] = await tx.select({ id: users.id }).from(users).where(eq(users.role, 'admin')).limit(1)
  if (admin) return null
  const token = newToken()
  await tx.delete(invitations).where(isNull(invitations.invitedById))
  await tx.insert(invitations).values({
    id: newId(),
    tokenHash: hashToken(token),
    role: 'admin',
    label: '',
    createdAt: now,
    expiresAt: new Date(now.getTime() + firstAdminLifetime),
  })
  return token
}

/**
 * Uses the first admin's invitation up. It opens nothing any more once there is an admin, however that one came about.
 * @returns the role it gives, or null
 */
export async function consumeFirstAdminInvitation(tx: Tx, tokenHash: string, now: Date): Promise<UserRole | null> {
  const rows = await tx
    .delete(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), isNull(invitations.invitedById)))
    .returning({ role: invitations.role, expiresAt: invitations.expiresAt })
  const found = rows[0]
  if (!found || now >= found.expiresAt) return null
  return (await tx.$count(users, eq(users.role, 'admin'))) === 0 ? found.role : null
}

/** @returns the id and the token that belongs into the link and is kept nowhere; null if the inviter is no admin */
export async function invite(
  tx: Tx,
  inviterId: string,
  { role, label }: { role: UserRole; label: string },
  now: Date,
): Promise<{ id: string; token: string } | null> {
  if (!(await isActiveAdmin(tx, inviterId))) return null
  const id = newId()
  const token = newToken()
  await tx.insert(invitations).values({
    id,
    tokenHash: hashToken(token),
    role,
    label,
    invitedById: inviterId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationDays * day),
  })
  // Whom it is for is a person's name, and the log keeps none.
  const detail = { role, days: invitationDays }
  await audit(tx, inviterId, { event: 'user.invited', subject: 'invitation', subjectId: id, detail }, now)
  return { id, token }
}

/** @returns whether there was such an invitation. The first admin's is not an admin's to withdraw. */
export async function withdrawInvitation(tx: Tx, actorId: string, id: string, now: Date): Promise<boolean> {
  if (!(await isActiveAdmin(tx, actorId))) return false
  const gone = await tx
    .delete(invitations)
    .where(and(eq(invitations.id, id), isNotNull(invitations.invitedById)))
    .returning({ role: invitations.role })
  const [withdrawn] = gone
  if (!withdrawn) return false
  const entry = { subject: 'invitation', subjectId: id, detail: { role: withdrawn.role } } as const
  await audit(tx, actorId, { event: 'user.invitation-withdrawn', ...entry }, now)
  return true
}

/**
 * Uses an admin's invitation up. It opens nothing once whoever made it is no admin any more, or is suspended.
 * @returns what it gives, or null
 */
export async function consumeInvitation(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<{ id: string; role: UserRole } | null> {
  const [found] = await tx
    .select({
      id: invitations.id,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      invitedById: invitations.invitedById,
    })
    .from(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), isNotNull(invitations.invitedById)))
  if (!found?.invitedById || now >= found.expiresAt) return null
  if (!(await isActiveAdmin(tx, found.invitedById))) return null
  await tx.delete(invitations).where(eq(invitations.id, found.id))
  return { id: found.id, role: found.role }
}

/** Writes down that an invitation led to an account, or to a role. */
export async function auditJoined(
  tx: Tx,
  userId: string,
  invitation: { id: string; role: UserRole },
  now: Date,
): Promise<void> {
  const detail = { role: invitation.role, invitation: invitation.id }
  await audit(tx, userId, { event: 'user.joined', subject: 'user', subjectId: userId, detail }, now)
}

/**
 * Gives an account that is there already the role of an invitation, if that is more than it has; otherwise the
 * invitation is left for whom it was meant.
 */
export async function takeInvitedRole(
  tx: Tx,
  userId: string,
  tokenHash: string,
  now: Date,
): Promise<'done' | 'dead' | 'no-raise'> {
  const [user] = await tx
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)))
  const [offered] = await tx
    .select({ role: invitations.role })
    .from(invitations)
    .where(eq(invitations.tokenHash, tokenHash))
  if (!user || !offered) return 'dead'
  if (!isRaise(user.role, offered.role)) return 'no-raise'
  const invitation = await consumeInvitation(tx, tokenHash, now)
  if (!invitation) return 'dead'
  await tx.update(users).set({ role: invitation.role }).where(eq(users.id, userId))
  await auditJoined(tx, userId, invitation, now)
  return 'done'
}

/** Clears away the sessions and invitations that open nothing any more. */
export async function deleteExpired(tx: Tx, now: Date): Promise<void> {
  await tx.delete(sessions).where(lte(sessions.expiresAt, now))
  await tx.delete(invitations).where(lte(invitations.expiresAt, now))
}
