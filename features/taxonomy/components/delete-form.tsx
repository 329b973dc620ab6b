'use client'

import { useActionState } from 'react'
import { ConfirmButton } from '#components/ui/confirm-button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { type FormState, idle } from '#lib/form-state.ts'

interface DeleteFormProps {
  action(previous: FormState, form: FormData): Promise<FormState>
  id: string
  /** "Delete this skill". */
  label: string
  name: string
  /** Why it cannot be deleted; null for something that may go. */
  inTheWay: string | null
}

/** Takes something away for good, if nothing uses it. */
export function DeleteForm({ action, id, label, name, inTheWay }: DeleteFormProps) {
  const [state, send] = useActionState(action, idle)
  if (inTheWay) return <p className="max-w-[44rem] text-ink-soft">{inTheWay}</p>
  return (
    <form action={send} className="grid justify-items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <ConfirmButton
        question={<p>“{name}” is used nowhere. Once deleted it cannot be brought back.</p>}
        confirm="Delete it"
        pendingText="Deleting …"
      >
        {label}
      </ConfirmButton>
    </form>
  )
}
