'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { write } from '#db/client.ts'
import { Refusal } from '#lib/action.ts'
import type { FormState } from '#lib/form-state.ts'
import { accountSchema, changeRoleSchema, suspensionSchema } from './people-schema.ts'
import { changeUserRole, endSessionsOf, type PeopleOutcome, suspendUser, unsuspendUser } from './people-writes.ts'
import { asRole } from './role-rules.ts'
import { securityEvent } from './security-log.ts'
import { staffAction } from './staff.ts'

export const changeRole = staffAction('people.manage', changeRoleSchema, async ({ userId, role }, user) => {
  const outcome = await write((tx) => changeUserRole(tx, user.id, userId, role, new Date()))
  if (!isDone(outcome)) return unchanged(`This account is ${asRole[role]} already.`)
  await securityEvent('role-changed', { userId, actorId: user.id })
  // An admin no more: these pages are not there for this account any longer.
  if (userId === user.id) redirect('/account')
  refresh()
  return { status: 'done', message: `This account is ${asRole[role]} now.` }
})

/** Suspends an account, or lets it in again. One action, so that what it answers outlives the button that was pressed. */
export const setSuspension = staffAction('people.manage', suspensionSchema, async ({ userId, to }, user) => {
  const suspending = to === 'suspended'
  const change = suspending ? suspendUser : unsuspendUser
  const outcome = await write((tx) => change(tx, user.id, userId, new Date()))
  if (!isDone(outcome)) return unchanged(`This account is ${suspending ? 'suspended already' : 'not suspended'}.`)
  await securityEvent(suspending ? 'user-suspended' : 'user-unsuspended', { userId, actorId: user.id })
  if (userId === user.id) redirect('/sign-in')
  refresh()
  return {
    status: 'done',
    message: suspending
      ? 'The account is suspended, and whoever was signed in to it is out.'
      : 'The account can sign in again.',
  }
})

export const endAllSessions = staffAction('people.manage', accountSchema, async ({ userId }, user) => {
  const outcome = await write((tx) => endSessionsOf(tx, user.id, userId, new Date()))
  if (!isDone(outcome)) return unchanged('This account is signed in nowhere.')
  await securityEvent('user-sessions-ended', { userId, actorId: user.id })
  if (userId === user.id) redirect('/sign-in')
  refresh()
  return { status: 'done', message: 'This account is signed out everywhere.' }
})

/** @throws Refusal in words for what could not be done */
function isDone(outcome: PeopleOutcome): boolean {
  switch (outcome) {
    case 'gone':
      throw new Refusal('There is no such account any more.')
    case 'not-allowed':
      throw new Refusal('Your account is not allowed to do this any more. Ask an admin of this site.')
    case 'last-admin':
      throw new Refusal('This is the only admin who can sign in. Make somebody else an admin first.')
    default:
      return outcome === 'done'
  }
}

function unchanged(message: string): FormState {
  refresh()
  return { status: 'done', message: `Nothing changed. ${message}` }
}
