import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { cache } from 'react'
import { read } from '#db/client.ts'
import { persons } from '#db/schema/profile.ts'
import { currentUser } from '#features/account/account-queries.ts'
import { type Actor, stranger } from '#features/account/permissions.ts'
import { env } from '#lib/env.ts'
import { hashToken } from '#lib/ids.ts'
import { readGuestToken } from './guest-cookie.ts'
import { recoveryCode, recoveryHash } from './recovery-code.ts'

export interface CurrentPerson {
  id: string
  kind: 'guest' | 'user'
  /** Of the account; null for a guest. */
  userId: string | null
}

/** @returns whose profile this request is about: the signed-in user's, else the guest's in this browser, else nobody's */
export const currentPerson = cache(async (): Promise<CurrentPerson | null> => {
  const user = await currentUser()
  if (!user) return currentGuest()
  const rows = await read.select({ id: persons.id }).from(persons).where(eq(persons.userId, user.id))
  return rows[0] ? { id: rows[0].id, kind: 'user', userId: user.id } : null
})

/** @returns the guest whose cookie this browser has, also while somebody is signed in beside it */
export const currentGuest = cache(async (): Promise<CurrentPerson | null> => {
  const token = await readGuestToken()
  if (!token) return null
  const rows = await read
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.guestHash, hashToken(token)), isNull(persons.userId)))
  return rows[0] ? { id: rows[0].id, kind: 'guest', userId: null } : null
})

/** @returns who asks, for `can` */
export const currentActor = cache(async (): Promise<Actor> => {
  const user = await currentUser()
  const person = await currentPerson()
  if (user) return { role: user.role, userId: user.id, personId: person?.id ?? null }
  return person ? { role: 'guest', userId: null, personId: person.id } : stranger
})

/**
 * @param personId of a guest; check that it is the one who asks
 * @returns the code to show, or null if there is none that would work (a user's person, or the secret has changed since)
 */
export async function recoveryCodeOf(personId: string): Promise<string | null> {
  const rows = await read.select({ hash: persons.recoveryHash }).from(persons).where(eq(persons.id, personId))
  const code = recoveryCode(personId, env().authSecret)
  return rows[0]?.hash === recoveryHash(code) ? code : null
}
