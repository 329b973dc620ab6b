import { eq, isNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { invitations, sessions, users } from '#db/schema/account.ts'
import { hashToken, newId, newToken } from '#lib/ids.ts'

const lifetime = 24 * 60 * 60 * 1000

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
    expiresAt: new Date(now.getTime() + lifetime),
  })
  return token
}

/** Clears away the sessions and invitations that open nothing any more. */
export async function deleteExpired(tx: Tx, now: Date): Promise<void> {
  await tx.delete(sessions).where(lte(sessions.expiresAt, now))
  await tx.delete(invitations).where(lte(invitations.expiresAt, now))
}
