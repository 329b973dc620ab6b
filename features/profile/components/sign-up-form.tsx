'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle, valuesOf } from '#lib/form-state.ts'
import { signUp } from '../entry-actions.ts'
import { NewAccountFields } from './new-account-fields.tsx'

export function SignUpForm({ next }: { next: string }) {
  const [state, action] = useActionState(signUp, idle)
  return (
    <form action={action} noValidate className="grid gap-6">
      <FormMessage state={state} />
      <NewAccountFields errors={errorsOf(state)} values={valuesOf(state)} />
      <input type="hidden" name="next" value={next} />
      <div>
        <SubmitButton pendingText="Making your account …">Make an account</SubmitButton>
      </div>
    </form>
  )
}
