import { z } from 'zod'
import { emailField, longestName, newPasswordField, passwordField } from '#features/account/account-schema.ts'
import { line } from '#lib/action.ts'
import { safeReturnPath } from '#lib/return-path.ts'
import { parseRecoveryCode } from './recovery-code.ts'

/** Where to go afterwards; whatever stands there, a path of this site comes out. */
const nextField = z.string().optional().transform(safeReturnPath)

const newAccount = {
  name: line('your name', longestName),
  email: emailField,
  password: newPasswordField('Choose a password.'),
}

export const signUpSchema = z.object({ ...newAccount, next: nextField })

export const signInSchema = z.object({
  email: emailField,
  password: passwordField('Enter your password.'),
  bringGuest: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
  next: nextField,
})

const tokenField = z.string({ error: 'The link is incomplete.' }).max(100, { error: 'The link is damaged.' })

export const setUpSchema = z.object({ ...newAccount, token: tokenField })

export const joinSchema = setUpSchema

export const recoverSchema = z.object({
  recoveryCode: z.string({ error: 'Enter your recovery code.' }).transform((typed, context) => {
    const code = parseRecoveryCode(typed)
    if (code !== null) return code
    context.addIssue({ code: 'custom', message: 'A recovery code has 16 letters and digits, in four groups of four.' })
    return z.NEVER
  }),
  next: nextField,
})
