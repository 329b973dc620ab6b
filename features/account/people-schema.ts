import { z } from 'zod'
import { userRoles } from '#db/schema/account.ts'
import { line } from '#lib/action.ts'

const id = (missing: string) => z.string({ error: missing }).min(1, { error: missing }).max(40, { error: missing })
const role = z.enum(userRoles, { error: 'Choose a role.' })

export const accountSchema = z.object({ userId: id('It is not clear which account you mean.') })

export const changeRoleSchema = accountSchema.extend({ role })

export const suspensionSchema = accountSchema.extend({
  to: z.enum(['suspended', 'in use'], { error: 'Choose whether the account is suspended or in use.' }),
})

export const inviteSchema = z.object({ label: line('whom the invitation is for', 80), role })

export const invitationSchema = z.object({ invitationId: id('It is not clear which invitation you mean.') })

export const takeRoleSchema = z.object({ token: z.string({ error: 'The link is incomplete.' }).max(100) })
