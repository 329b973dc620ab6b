'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle } from '#lib/form-state.ts'
import { takeRole } from '../invitation-actions.ts'
import { asRole } from '../role-rules.ts'

/** Gives the role of an invitation to the account that is signed in. */
export function TakeRoleForm({ token, role }: { token: string; role: keyof typeof asRole }) {
  const [state, action] = useActionState(takeRole, idle)
  return (
    <form action={action} className="grid gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <div>
        <SubmitButton pendingText="Just a moment …">Make me {asRole[role]}</SubmitButton>
      </div>
    </form>
  )
}
