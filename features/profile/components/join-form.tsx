'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle, valuesOf } from '#lib/form-state.ts'
import { join } from '../entry-actions.ts'
import { NewAccountFields } from './new-account-fields.tsx'

/** @param token of the link that an admin sent */
export function JoinForm({ token }: { token: string }) {
  const [state, action] = useActionState(join, idle)
  return (
    <form action={action} noValidate className="grid gap-6">
      <FormMessage state={state} />
      <NewAccountFields errors={errorsOf(state)} values={valuesOf(state)} />
      <input type="hidden" name="token" value={token} />
      <div>
        <SubmitButton pendingText="Making your account …">Make my account</SubmitButton>
      </div>
    </form>
  )
}
