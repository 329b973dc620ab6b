import 'server-only'
import { eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { invitations, sessions, users } from '#db/schema/account.ts'
import { hashToken } from '#lib/ids.ts'
import { isLive, type SessionTimes } from './session-rules.ts'

/** What a sign-in is checked against. The hash never leaves the server: only auth.ts asks for it. */
export async function credentialsOf(email: string): Promise<{ id: string; passwordHash: string } | undefined> {
  const rows = await read
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email))
  return rows[0]
}

/** @returns the hash of a user's own password, to check the current one before a change */
export async function passwordHashOf(userId: string): Promise<string | undefined> {
  const rows = await read.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId))
  return rows[0]?.passwordHash
}

/** @returns a session that is still good, with its user as of now, or undefined */
export async function liveSession(sessionId: string, now: Date) {
  const rows = await read
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sessionId))
  const found = rows[0]
  return found && isLive(found satisfies SessionTimes, now) ? found : undefined
}

/** @returns whether the token of a first-admin link still opens something */
export async function isInvitationOpen(token: string, now: Date): Promise<boolean> {
  const rows = await read
    .select({ expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)))
  return rows[0] !== undefined && now < rows[0].expiresAt
}
