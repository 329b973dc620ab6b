'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle, valuesOf } from '#lib/form-state.ts'
import { setUpFirstAdmin } from '../entry-actions.ts'
import { NewAccountFields } from './new-account-fields.tsx'

/** @param token of the link that the site printed when it was started */
export function SetUpForm({ token }: { token: string }) {
  const [state, action] = useActionState(setUpFirstAdmin, idle)
  return (
    <form action={action} noValidate className="grid gap-6">
      <FormMessage state={state} />
      <NewAccountFields errors={errorsOf(state)} values={valuesOf(state)} />
      <input type="hidden" name="token" value={token} />
      <div>
        <SubmitButton pendingText="Making the admin …">Make the first admin</SubmitButton>
      </div>
    </form>
  )
}
