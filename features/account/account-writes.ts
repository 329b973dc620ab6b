import { and, eq, isNull, lte, ne } from 'drizzle-orm'
import { type Tx, write } from '#db/client.ts'
import { sessions, type UserRole, users } from '#db/schema/account.ts'
import { newId } from '#lib/ids.ts'
import { ageLimit, touchInterval } from './session-rules.ts'

export interface NewUser {
  email: string
  name: string
  passwordHash: string
  role: UserRole
}

/**
 * @param user with its email address as normaliseEmail wrote it
 * @returns the new id, or null if the address has an account
 */
export async function createUser(tx: Tx, user: NewUser, now: Date): Promise<string | null> {
  const rows = await tx
    .insert(users)
    .values({ id: newId(), ...user, createdAt: now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id })
  return rows[0]?.id ?? null
}

export async function changeUserName(tx: Tx, userId: string, name: string): Promise<void> {
  await tx.update(users).set({ name }).where(eq(users.id, userId))
}

/** Whoever knew the old password may be signed in somewhere: every session but the given one ends. */
export async function changePasswordHash(
  tx: Tx,
  userId: string,
  passwordHash: string,
  keepSessionId: string | null,
): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
  await endOtherSessions(tx, userId, keepSessionId)
}

/** @returns the id of the new session, or null if the account is suspended. What ran out of this user's is cleared away. */
export async function addSession(tx: Tx, userId: string, device: string, now: Date): Promise<string | null> {
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, now)))
  // Asked here once more: the account may have been suspended since its password was looked at.
  if ((await tx.$count(users, and(eq(users.id, userId), isNull(users.suspendedAt)))) === 0) return null
  const id = newId()
  await tx.insert(sessions).values({
    id,
    userId,
    device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + ageLimit),
  })
  return id
}

/** addSession through the door, for where there is no transaction yet. */
export function startSession(userId: string, device: string, now: Date): Promise<string | null> {
  return write((tx) => addSession(tx, userId, device, now))
}

/** Writes down that a session is in use, unless another request did so already. */
export async function touchSession(sessionId: string, now: Date): Promise<void> {
  await write(async (tx) => {
    const stale = new Date(now.getTime() - touchInterval)
    await tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, sessionId), lte(sessions.lastSeenAt, stale)))
  })
}

/** @returns whether the user had such a session. Nobody else's is ever touched. */
export async function endSession(tx: Tx, userId: string, sessionId: string): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId)))
    .returning({ id: sessions.id })
  return ended.length > 0
}

/**
 * @param keepSessionId the one that stays, or null to end them all
 * @returns how many ended
 */
export async function endOtherSessions(tx: Tx, userId: string, keepSessionId: string | null): Promise<number> {
  const own = eq(sessions.userId, userId)
  const ended = await tx
    .delete(sessions)
    .where(keepSessionId === null ? own : and(own, ne(sessions.id, keepSessionId)))
    .returning({ id: sessions.id })
  return ended.length
}
