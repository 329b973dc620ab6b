'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { write } from '#db/client.ts'
import { formAction, Refusal } from '#lib/action.ts'
import { env } from '#lib/env.ts'
import { hashToken } from '#lib/ids.ts'
import { requestFacts } from '#lib/request.ts'
import { currentUser } from './account-queries.ts'
import { invite, takeInvitedRole, withdrawInvitation } from './invitation-writes.ts'
import { insistOnLimit } from './limit.ts'
import { invitationSchema, inviteSchema, takeRoleSchema } from './people-schema.ts'
import { securityEvent } from './security-log.ts'
import { staffAction } from './staff.ts'

/** Makes an invitation. Its link stands in the answer (`values.link`) and nowhere else. */
export const makeInvitation = staffAction('people.manage', inviteSchema, async (input, user) => {
  const made = await write((tx) => invite(tx, user.id, input, new Date()))
  if (!made) throw new Refusal('Your account is not allowed to do this any more. Ask an admin of this site.')
  await securityEvent('user-invited', { userId: user.id, invitationId: made.id })
  refresh()
  const values = { link: `${env().siteOrigin}/join/${made.token}`, label: '', role: input.role, for: input.label }
  return { status: 'done', message: 'The invitation is made. Its link is below.', values }
})

export const endInvitation = staffAction('people.manage', invitationSchema, async ({ invitationId }, user) => {
  const withdrawn = await write((tx) => withdrawInvitation(tx, user.id, invitationId, new Date()))
  refresh()
  if (!withdrawn) throw new Refusal('That invitation is gone already: it was used, was withdrawn or has run out.')
  await securityEvent('invitation-withdrawn', { userId: user.id, invitationId })
  return { status: 'done', message: 'The invitation is withdrawn. Its link opens nothing any more.' }
})

/** Gives the account that is signed in the role of an invitation. Whose account it is comes from the session alone. */
export const takeRole = formAction(takeRoleSchema, async ({ token }) => {
  const user = await currentUser()
  if (!user) throw new Refusal('You are signed out. Sign in again, then open the link once more.')
  const { address } = await requestFacts()
  await insistOnLimit('joinByAddress', address)
  const outcome = await write((tx) => takeInvitedRole(tx, user.id, hashToken(token), new Date()))
  if (outcome === 'no-raise')
    throw new Refusal('Your account can do all that already. The link still works for others.')
  if (outcome === 'dead') {
    await securityEvent('invitation-refused', { userId: user.id })
    throw new Refusal('This link was used already, was withdrawn or has run out. Ask for a new one.')
  }
  await securityEvent('role-taken', { userId: user.id })
  redirect('/account')
})
