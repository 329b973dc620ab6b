'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { write } from '#db/client.ts'
import { formAction, Refusal } from '#lib/action.ts'
import { forgive } from '#lib/rate-limit.ts'
import { type CurrentUser, currentUser } from './account-queries.ts'
import { changeNameSchema, changePasswordSchema, endSessionSchema, nothingSchema } from './account-schema.ts'
import {
  changePasswordHash,
  changeUserName,
  endOtherSessions as endOtherSessionRows,
  endSession as endSessionRow,
} from './account-writes.ts'
import { insistOnLimit } from './limit.ts'
import { hashPassword, passwordProblem, verifyPassword } from './password.ts'
import { securityEvent } from './security-log.ts'
import { passwordHashOf } from './session-queries.ts'

// Whose account it is comes from the session alone: no form here names a user.

async function signedIn(): Promise<CurrentUser> {
  return (await currentUser()) ?? redirect('/sign-in?next=%2Faccount')
}

export const changeName = formAction(changeNameSchema, async ({ name }) => {
  const user = await signedIn()
  await write((tx) => changeUserName(tx, user.id, name))
  await securityEvent('name-changed', { userId: user.id })
  refresh()
  return { status: 'done', message: 'Your name is changed.', values: { name } }
})

export const changePassword = formAction(changePasswordSchema, async ({ currentPassword, newPassword }) => {
  const user = await signedIn()
  await insistOnLimit('passwordChangeByAccount', user.id)
  if (!(await verifyPassword(await passwordHashOf(user.id), currentPassword))) {
    await securityEvent('password-change-failed', { userId: user.id })
    throw new Refusal('This is not your current password.', 'currentPassword')
  }
  await forgive('passwordChangeByAccount', user.id)
  const problem = await passwordProblem(newPassword, user)
  if (problem) throw new Refusal(problem, 'newPassword')
  const hash = await hashPassword(newPassword)
  await write((tx) => changePasswordHash(tx, user.id, hash, user.sessionId))
  await securityEvent('password-changed', { userId: user.id })
  refresh()
  return { status: 'done', message: 'Your password is changed. You are signed out everywhere but here.' }
})

export const endSession = formAction(endSessionSchema, async ({ sessionId }) => {
  const user = await signedIn()
  const ended = await write((tx) => endSessionRow(tx, user.id, sessionId))
  refresh()
  // The same answer whether it never was, is over, or is somebody else's.
  if (!ended) throw new Refusal('That session has ended already.')
  await securityEvent('session-ended', { userId: user.id, sessionId })
  return { status: 'done', message: 'That session has ended.' }
})

export const endOtherSessions = formAction(nothingSchema, async () => {
  const user = await signedIn()
  const ended = await write((tx) => endOtherSessionRows(tx, user.id, user.sessionId))
  await securityEvent('other-sessions-ended', { userId: user.id })
  refresh()
  return {
    status: 'done',
    message: ended === 0 ? 'There was no other session.' : 'All your other sessions have ended.',
  }
})
