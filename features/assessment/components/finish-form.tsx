'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle } from '#lib/form-state.ts'
import { finish, startAgain } from '../assessment-actions.ts'

/** Ends an assessment. */
export function FinishForm({ role }: { role: string }) {
  const [state, submit] = useActionState(finish, idle)
  return (
    <form action={submit} className="grid justify-items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="role" value={role} />
      <SubmitButton pendingText="Working it out …">Show my result</SubmitButton>
    </form>
  )
}

/** Begins an assessment again, without the answers so far. */
export function StartAgainForm({ role }: { role: string }) {
  const [state, submit] = useActionState(startAgain, idle)
  return (
    <form action={submit} className="contents">
      <FormMessage state={state} />
      <input type="hidden" name="role" value={role} />
      <SubmitButton pendingText="Starting …" variant="plain">
        Start again without these answers
      </SubmitButton>
    </form>
  )
}
