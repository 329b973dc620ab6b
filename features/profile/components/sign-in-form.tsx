'use client'

import { useActionState } from 'react'
import { Checkbox, Field } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle, valuesOf } from '#lib/form-state.ts'
import { signIn } from '../entry-actions.ts'

interface SignInFormProps {
  next: string
  /** Whether this browser has a guest whose work could come along. */
  hasGuest: boolean
}

export function SignInForm({ next, hasGuest }: SignInFormProps) {
  const [state, action] = useActionState(signIn, idle)
  const errors = errorsOf(state)
  const values = valuesOf(state)
  return (
    <form action={action} noValidate className="grid gap-6">
      <FormMessage state={state} />
      <Field
        label="Email address"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={values.email}
        error={errors.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={errors.password}
      />
      {hasGuest && (
        <Checkbox
          label="Add what I did here as a guest to my account"
          name="bringGuest"
          hint="Untick this if somebody else used this browser before you."
          defaultChecked={state.status === 'idle' || values.bringGuest === 'yes'}
        />
      )}
      <input type="hidden" name="next" value={next} />
      <div>
        <SubmitButton pendingText="Signing in …">Sign in</SubmitButton>
      </div>
    </form>
  )
}
