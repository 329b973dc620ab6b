import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { sessions, users } from '#db/schema/account.ts'
import { isLive, type SessionTimes } from './session-rules.ts'

/** What a sign-in is checked against. The hash never leaves the server: only credentials.ts asks for it. */
export async function credentialsOf(
  email: string,
): Promise<{ id: string; passwordHash: string; suspended: boolean } | undefined> {
  const rows = await read
    .select({ id: users.id, passwordHash: users.passwordHash, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.email, email))
  const found = rows[0]
  return found && { id: found.id, passwordHash: found.passwordHash, suspended: found.suspendedAt !== null }
}

/** @returns the hash of a user's own password, to check the current one before a change */
export async function passwordHashOf(userId: string): Promise<string | undefined> {
  const rows = await read.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId))
  return rows[0]?.passwordHash
}

/** @returns a session that is still good, with its user as of now, or undefined. A suspended user has none. */
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
    .where(and(eq(sessions.id, sessionId), isNull(users.suspendedAt)))
  const found = rows[0]
  return found && isLive(found satisfies SessionTimes, now) ? found : undefined
}
