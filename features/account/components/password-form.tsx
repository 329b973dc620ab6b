'use client'

import { useActionState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle } from '#lib/form-state.ts'
import { changePassword } from '../account-actions.ts'

/** @param email shown to password managers, so that they know which entry to change */
export function PasswordForm({ email }: { email: string }) {
  const [state, action] = useActionState(changePassword, idle)
  const errors = errorsOf(state)
  return (
    <form action={action} noValidate className="grid gap-6">
      <FormMessage state={state} />
      <input type="text" autoComplete="username" defaultValue={email} readOnly hidden />
      <Field
        label="Current password"
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={errors.currentPassword}
      />
      <Field
        label="New password"
        name="newPassword"
        type="password"
        hint="At least 8 characters of any kind. It signs you out everywhere but here."
        autoComplete="new-password"
        required
        error={errors.newPassword}
      />
      <div>
        <SubmitButton variant="secondary" pendingText="Changing …">
          Change the password
        </SubmitButton>
      </div>
    </form>
  )
}
