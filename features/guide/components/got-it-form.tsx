'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle } from '#lib/form-state.ts'
import { gotIt } from '../notice-actions.ts'

/** @param props.until the moment of the newest notice that is read with it */
export function GotItForm({ until }: { until: string }) {
  const [state, action] = useActionState(gotIt, idle)
  return (
    <form action={action} className="no-print mt-1">
      <FormMessage state={state} />
      <input type="hidden" name="until" value={until} />
      <SubmitButton variant="plain" pendingText="One moment …">
        Got it
      </SubmitButton>
    </form>
  )
}
