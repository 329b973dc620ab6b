import { z } from 'zod'
import { line } from '#lib/action.ts'
import { normaliseEmail } from './email.ts'
import { passwordLengthProblem } from './password.ts'

export const longestName = 80

const emailHelp = 'Enter an email address, such as name@example.org.'

/** Any spelling of an email address; comes out normalised. */
export const emailField = z.string({ error: emailHelp }).transform((typed, context) => {
  const email = normaliseEmail(typed)
  if (email !== null) return email
  context.addIssue({ code: 'custom', message: emailHelp })
  return z.NEVER
})

/** A password as it was typed: nothing is trimmed. */
export const passwordField = (missing: string) => z.string({ error: missing }).min(1, { error: missing })

/** A password to be: its length is looked at here, beside the other fields; the rest is `passwordProblem`'s to say. */
export const newPasswordField = (missing: string) =>
  passwordField(missing).superRefine((typed, context) => {
    const problem = typed && passwordLengthProblem(typed)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

export const changeNameSchema = z.object({ name: line('your name', longestName) })

export const changePasswordSchema = z.object({
  currentPassword: passwordField('Enter your current password.'),
  newPassword: newPasswordField('Choose a new password.'),
})

export const endSessionSchema = z.object({ sessionId: z.string({ error: 'Choose a session.' }).min(1).max(40) })

export const nothingSchema = z.object({})
