'use client'

import { useActionState } from 'react'
import { ConfirmButton } from '#components/ui/confirm-button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { idle } from '#lib/form-state.ts'
import { undoMergeForm } from '../skill-actions.ts'

interface UndoMergeFormProps {
  merge: { id: string; fromName: string; at: string }
  /** The skill that it became part of. */
  into: string
}

/** One skill that became part of this one, with what takes that back. */
export function UndoMergeForm({ merge, into }: UndoMergeFormProps) {
  const [state, send] = useActionState(undoMergeForm, idle)
  return (
    <form action={send} className="grid gap-2 border-b border-line py-3">
      <FormMessage state={state} />
      <input type="hidden" name="merge" value={merge.id} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p>
          “{merge.fromName}” became part of it on <Moment at={merge.at} withTime />.
        </p>
        <ConfirmButton
          question={
            <p>
              “{merge.fromName}” stands by itself again, with the ratings, roles, guides and texts that it had. What
              people have rated since stays with “{into}”.
            </p>
          }
          confirm="Undo the merge"
          pendingText="Undoing …"
        >
          Undo
        </ConfirmButton>
      </div>
    </form>
  )
}
