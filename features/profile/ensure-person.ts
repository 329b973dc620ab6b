import { currentUser } from '#features/account/account-queries.ts'
import { setGuestCookie } from './guest-cookie.ts'
import { type CurrentPerson, currentPerson } from './person-queries.ts'
import { addGuest, addUserPerson } from './person-writes.ts'

/**
 * Whoever is about to keep something: the current person, or a new guest, whose cookie is set.
 * Only for actions and handlers that write, after their limit was asked, and not inside `write`.
 */
export async function ensurePerson(): Promise<CurrentPerson> {
  const known = await currentPerson()
  if (known) return known
  const user = await currentUser()
  const now = new Date()
  if (user) return { id: await addUserPerson(user.id, now), kind: 'user', userId: user.id }
  const { personId, token } = await addGuest(now)
  await setGuestCookie(token)
  return { id: personId, kind: 'guest', userId: null }
}
