'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type FormState, idle, valuesOf } from '#lib/form-state.ts'
import { undoArchiving } from '../bulk-actions.ts'

/** What became of something that was done with guides, and the way back where there is one. */
export function Outcome({ state }: { state: FormState }) {
  // An answer to the undoing of this, and not of something that was done before.
  const [undone, undo] = useActionState(
    async (_: unknown, form: FormData) => ({ of: state, answer: await undoArchiving(idle, form) }),
    null,
  )
  const shown = undone?.of === state ? undone.answer : state
  const { problems, undo: ids } = valuesOf(shown)
  return (
    <div className="grid gap-3 empty:hidden">
      <FormMessage state={shown} />
      {problems && (
        <ul className="list-disc pl-5">
          {problems.split('\n').map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {ids && (
        <form action={undo}>
          <input type="hidden" name="guides" value={ids} />
          <SubmitButton variant="secondary" pendingText="Bringing back …">
            Undo the archiving
          </SubmitButton>
        </form>
      )}
    </div>
  )
}
