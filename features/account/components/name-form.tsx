'use client'

import { useActionState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle, valuesOf } from '#lib/form-state.ts'
import { changeName } from '../account-actions.ts'

export function NameForm({ name }: { name: string }) {
  const [state, action] = useActionState(changeName, idle)
  return (
    <form action={action} noValidate className="grid gap-6">
      <FormMessage state={state} />
      <Field
        label="Your name"
        name="name"
        autoComplete="name"
        required
        defaultValue={valuesOf(state).name ?? name}
        error={errorsOf(state).name}
      />
      <div>
        <SubmitButton variant="secondary" pendingText="Saving …">
          Save the name
        </SubmitButton>
      </div>
    </form>
  )
}
