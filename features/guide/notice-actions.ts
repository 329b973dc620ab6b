'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { write } from '#db/client.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { formAction, Refusal } from '#lib/action.ts'
import { markNoticesSeen } from './notice-writes.ts'

const seenSchema = z.object({
  until: z.iso.datetime({ error: 'This form is damaged. Open your profile again.' }).transform((at) => new Date(at)),
})

/** "Got it": one's own notices, up to the newest one that was on the page. */
export const gotIt = formAction(seenSchema, async ({ until }) => {
  const person = await currentPerson()
  if (!person) throw new Refusal('You are signed out. Sign in again, and your profile will ask once more.')
  await write((tx) => markNoticesSeen(tx, person.id, until))
  redirect('/me')
})
