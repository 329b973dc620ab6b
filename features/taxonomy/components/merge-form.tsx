'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle } from '#lib/form-state.ts'
import { mergeSkillForm } from '../skill-actions.ts'

interface MergeFormProps {
  id: string
  from: string
  into: { id: string; name: string }
}

/** Does it, once whoever does it has said so. */
export function MergeForm({ id, from, into }: MergeFormProps) {
  const [state, send] = useActionState(mergeSkillForm, idle)
  const error = errorsOf(state).sure
  return (
    <form
      action={send}
      noValidate
      className="mt-10 grid max-w-[44rem] justify-items-start gap-4 border-t border-line pt-6"
    >
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="into" value={into.id} />
      <div>
        {error && (
          <p id="sure-error" className="font-semibold text-error">
            {error}
          </p>
        )}
        <label htmlFor="sure" className="flex min-h-11 items-center gap-2.5">
          <input
            id="sure"
            type="checkbox"
            name="sure"
            value="yes"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'sure-error' : undefined}
            className="size-5 shrink-0 accent-accent"
          />
          <span>
            Yes, “{from}” becomes part of “{into.name}”, for every reader, at once
          </span>
        </label>
      </div>
      <SubmitButton pendingText="Merging …">Merge them</SubmitButton>
    </form>
  )
}
