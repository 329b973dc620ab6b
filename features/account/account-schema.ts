import { z } from 'zod'
import { line } from '#lib/action.ts'
import { normaliseEmail } from './email.ts'

export const longestName = 80

const emailHelp = 'Enter an e-mail address, such as name@example.org.'

/** Any spelling of an e-mail address; comes out normalised. */
export const emailField = z.string({ error: emailHelp }).transform((typed, context) => {
  const email = normaliseEmail(typed)
  if (email !== null) return email
  context.addIssue({ code: 'custom', message: emailHelp })
  return z.NEVER
})

/** A password as it was typed: nothing is trimmed. What a new one must be like is `passwordProblem`'s to say. */
export const passwordField = (missing: string) => z.string({ error: missing }).min(1, { error: missing })

export const changeNameSchema = z.object({ name: line('your name', longestName) })

export const changePasswordSchema = z.object({
  currentPassword: passwordField('Enter your current password.'),
  newPassword: passwordField('Choose a new password.'),
})

export const endSessionSchema = z.object({ sessionId: z.string({ error: 'Choose a session.' }).min(1).max(40) })

export const nothingSchema = z.object({})
