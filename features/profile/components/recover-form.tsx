'use client'

import { useActionState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle } from '#lib/form-state.ts'
import { recover } from '../entry-actions.ts'

export function RecoverForm({ next }: { next: string }) {
  const [state, action] = useActionState(recover, idle)
  return (
    <form action={action} noValidate className="grid gap-6">
      <FormMessage state={state} />
      <Field
        label="Recovery code"
        name="recoveryCode"
        hint="Four groups of four, such as 7K3M-Q0XA-92TR-HD5B. Small letters and spaces are fine."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        error={errorsOf(state).recoveryCode}
      />
      <input type="hidden" name="next" value={next} />
      <div>
        <SubmitButton pendingText="Looking for your profile …">Find my profile</SubmitButton>
      </div>
    </form>
  )
}
