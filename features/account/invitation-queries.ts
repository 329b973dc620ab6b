import 'server-only'
import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { invitations, type UserRole, users } from '#db/schema/account.ts'
import { hashToken } from '#lib/ids.ts'

/** @returns whether the token of the first admin's link still opens something */
export async function isFirstAdminInvitationOpen(token: string, now: Date): Promise<boolean> {
  const rows = await read
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(eq(invitations.tokenHash, hashToken(token)), isNull(invitations.invitedById), gt(invitations.expiresAt, now)),
    )
  return rows.length > 0 && (await read.$count(users, eq(users.role, 'admin'))) === 0
}

/** @returns the role that the token of an admin's invitation gives, or null if it opens nothing any more */
export async function invitedRole(token: string, now: Date): Promise<UserRole | null> {
  const rows = await read
    .select({ role: invitations.role })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedById))
    .where(
      and(
        eq(invitations.tokenHash, hashToken(token)),
        gt(invitations.expiresAt, now),
        eq(users.role, 'admin'),
        isNull(users.suspendedAt),
      ),
    )
  return rows[0]?.role ?? null
}

export interface OpenInvitation {
  id: string
  role: UserRole
  /** Whom it is for. */
  label: string
  inviter: string
  /** Opens nothing, because whoever made it is no admin any more or is suspended. */
  dead: boolean
  expiresAt: Date
}

/** @returns the invitations that have not run out, the one that runs out first at the top */
export async function openInvitations(now: Date): Promise<OpenInvitation[]> {
  const rows = await read
    .select({
      id: invitations.id,
      role: invitations.role,
      label: invitations.label,
      expiresAt: invitations.expiresAt,
      inviter: users.name,
      inviterRole: users.role,
      inviterSuspendedAt: users.suspendedAt,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedById))
    .where(and(isNotNull(invitations.invitedById), gt(invitations.expiresAt, now)))
    .orderBy(asc(invitations.expiresAt), asc(invitations.id))
  return rows.map(({ inviterRole, inviterSuspendedAt, ...row }) => ({
    ...row,
    dead: inviterRole !== 'admin' || inviterSuspendedAt !== null,
  }))
}
