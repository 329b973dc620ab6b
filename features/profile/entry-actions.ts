'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { type Tx, write } from '#db/client.ts'
import { currentUser } from '#features/account/account-queries.ts'
import { createUser, endSession } from '#features/account/account-writes.ts'
import { dropSessionCookie, openSession } from '#features/account/auth.ts'
import { auditJoined, consumeFirstAdminInvitation, consumeInvitation } from '#features/account/invitation-writes.ts'
import { insistOnLimit } from '#features/account/limit.ts'
import { hashPassword, passwordProblem } from '#features/account/password.ts'
import { securityEvent } from '#features/account/security-log.ts'
import { credentialsOf } from '#features/account/session-queries.ts'
import { formAction, Refusal } from '#lib/action.ts'
import { addressKey } from '#lib/address.ts'
import { hashToken } from '#lib/ids.ts'
import { forgive, isKnownAddress, type Limiter, rememberAddress } from '#lib/rate-limit.ts'
import { requestFacts } from '#lib/request.ts'
import { joinSchema, recoverSchema, setUpSchema, signInSchema, signUpSchema } from './entry-schema.ts'
import { clearGuestCookie, readGuestToken, setGuestCookie } from './guest-cookie.ts'
import {
  claimGuest,
  createUserPerson,
  guestOfHash,
  guestOfRecoveryHash,
  mergePersons,
  personOfUser,
  renewGuestToken,
} from './person-writes.ts'
import { recoveryHash } from './recovery-code.ts'

/** Makes an account and signs in. What this browser's guest did becomes the account's. */
export const signUp = formAction(signUpSchema, async ({ name, email, password, next }) => {
  const problem = await passwordProblem(password, { name, email })
  if (problem) throw new Refusal(problem, 'password')
  const { address } = await requestFacts()
  await insistOnLimit('signUpByAddress', address)
  await insistOnLimit('signUpByEmail', email)
  const account = { name, email, passwordHash: await hashPassword(password) }
  const userId = await makeAccount(async (tx, now) => createUser(tx, { ...account, role: 'member' }, now))
  await securityEvent('signed-up', { userId })
  await enter(email, password, address)
  redirect(next as Route)
})

/** Makes the first admin of a fresh site, with the link that its start printed. */
export const setUpFirstAdmin = formAction(setUpSchema, async ({ name, email, password, token }) => {
  const problem = await passwordProblem(password, { name, email })
  if (problem) throw new Refusal(problem, 'password')
  const { address } = await requestFacts()
  await insistOnLimit('setUpByAddress', address)
  const account = { name, email, passwordHash: await hashPassword(password) }
  const userId = await makeAccount(async (tx, now) => {
    const role = await consumeFirstAdminInvitation(tx, hashToken(token), now)
    if (role) return createUser(tx, { ...account, role }, now)
    await securityEvent('first-admin-link-refused')
    throw new Refusal('This link was used already or has run out. Start the site again to get a new one.')
  })
  await securityEvent('first-admin-made', { userId })
  await enter(email, password, address)
  redirect('/account')
})

/** Makes an account with the role of an admin's invitation, and signs in. This browser's guest comes along. */
export const join = formAction(joinSchema, async ({ name, email, password, token }) => {
  const problem = await passwordProblem(password, { name, email })
  if (problem) throw new Refusal(problem, 'password')
  const { address } = await requestFacts()
  await insistOnLimit('joinByAddress', address)
  const account = { name, email, passwordHash: await hashPassword(password) }
  const userId = await makeAccount(async (tx, now) => {
    const invitation = await consumeInvitation(tx, hashToken(token), now)
    if (!invitation) {
      await securityEvent('invitation-refused')
      throw new Refusal('This link was used already, was withdrawn or has run out. Ask for a new one.')
    }
    const made = await createUser(tx, { ...account, role: invitation.role }, now)
    if (made) await auditJoined(tx, made, invitation, now)
    return made
  })
  await securityEvent('joined', { userId })
  await enter(email, password, address)
  redirect('/account')
})

/** Signs in. What this browser's guest did is added to the account, unless the person says no. */
export const signIn = formAction(signInSchema, async ({ email, password, bringGuest, next }) => {
  const { address } = await requestFacts()
  await insistOnLimit('signInByAddress', address)
  // Failures from elsewhere must not lock a person out of where they always sign in.
  const known = await isKnownAddress(email, address)
  const limiter: Limiter = known ? 'signInByKnownAddress' : 'signInByAccount'
  const counted = known ? `${email} ${addressKey(address)}` : email
  await insistOnLimit(limiter, counted)
  const entered = await enter(email, password, address)
  if (entered === 'wrong') throw new Refusal('This email address and password do not go together.')
  if (entered === 'suspended') throw new Refusal('This account is suspended. Ask whoever runs this site.')
  await forgive(limiter, counted)
  // Only failures are worth slowing down: a whole class may sign in from one address.
  await forgive('signInByAddress', address)
  if (bringGuest) await bringGuestAlong(entered.userId)
  redirect(next as Route)
})

/** Ends the session here and on the server. A guest's cookie stays: it is not the account's. */
export async function signOut(): Promise<never> {
  const user = await currentUser()
  if (user) {
    await write((tx) => endSession(tx, user.id, user.sessionId))
    await securityEvent('signed-out', { userId: user.id, sessionId: user.sessionId })
  }
  await dropSessionCookie()
  redirect('/')
}

/** Finds a guest again. Whoever is signed in gets the guest's work into the account; else this browser becomes the guest. */
export const recover = formAction(recoverSchema, async ({ recoveryCode, next }) => {
  const { address } = await requestFacts()
  await insistOnLimit('recoveryByAddress', address)
  const user = await currentUser()
  const here = await readGuestToken()
  const now = new Date()
  const found = await write(async (tx) => {
    const guest = await guestOfRecoveryHash(tx, recoveryHash(recoveryCode))
    if (!guest) return null
    const other = here && (await guestOfHash(tx, hashToken(here)))
    if (user) {
      await mergePersons(tx, guest, await personOfUser(tx, user.id, now))
      return { guest, token: null, emptied: other === guest }
    }
    if (other && other !== guest) await mergePersons(tx, other, guest)
    return { guest, token: await renewGuestToken(tx, guest), emptied: false }
  })
  if (!found) {
    await securityEvent('recovery-failed')
    throw new Refusal(
      'No profile has this code. If you made an account since, its work is there: sign in instead.',
      'recoveryCode',
    )
  }
  await securityEvent('guest-recovered', { personId: found.guest, ...(user && { userId: user.id }) })
  if (found.token) await setGuestCookie(found.token)
  if (found.emptied) await clearGuestCookie()
  redirect(next as Route)
})

/**
 * One transaction: the account, and its person, who was this browser's guest if there is one.
 * @param make makes the user; null if the address has an account, and then nothing else that it did stays
 */
async function makeAccount(make: (tx: Tx, now: Date) => Promise<string | null>): Promise<string> {
  if (await currentUser()) throw new Refusal('You are signed in. Sign out first to make another account.')
  const token = await readGuestToken()
  const now = new Date()
  const { userId, guest } = await write(async (tx) => {
    const userId = await make(tx, now)
    if (!userId) throw new Refusal('There is an account with this address already. Sign in instead.', 'email')
    const guest = token && (await guestOfHash(tx, hashToken(token)))
    if (guest) await claimGuest(tx, guest, userId)
    else await createUserPerson(tx, userId, now)
    return { userId, guest }
  })
  if (token) await clearGuestCookie()
  if (guest) await securityEvent('guest-claimed', { userId, personId: guest })
  return userId
}

/** @returns the user who is signed in now, whose session of before in this browser is over; or why nobody is */
async function enter(
  email: string,
  password: string,
  address: string,
): Promise<{ userId: string } | 'wrong' | 'suspended'> {
  const before = await currentUser()
  const opened = await openSession(email, password)
  if (opened === 'wrong' || opened === 'suspended') {
    const target = await credentialsOf(email)
    await securityEvent(opened === 'wrong' ? 'sign-in-failed' : 'sign-in-suspended', target && { userId: target.id })
    return opened
  }
  if (before) await write((tx) => endSession(tx, before.id, before.sessionId))
  await rememberAddress(email, address)
  await securityEvent('signed-in', opened)
  return opened
}

async function bringGuestAlong(userId: string): Promise<void> {
  const token = await readGuestToken()
  if (!token) return
  const now = new Date()
  const guest = await write(async (tx) => {
    const found = await guestOfHash(tx, hashToken(token))
    if (found) await mergePersons(tx, found, await personOfUser(tx, userId, now))
    return found
  })
  await clearGuestCookie()
  if (guest) await securityEvent('guest-merged', { userId, personId: guest })
}
