'use client'

import { useActionState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle, valuesOf } from '#lib/form-state.ts'
import { createGuide } from '../draft-actions.ts'

interface NewGuideFormProps {
  kinds: readonly { kind: string; name: string; answers: string }[]
}

/** The two things that a guide begins with. Everything else is there to be filled in. */
export function NewGuideForm({ kinds }: NewGuideFormProps) {
  const [state, action] = useActionState(createGuide, idle)
  const { title, kind } = valuesOf(state)
  const errors = errorsOf(state)
  return (
    <form action={action} noValidate className="grid max-w-[38rem] gap-6">
      <FormMessage state={state} />
      <Field
        label="Title"
        name="title"
        required
        maxLength={100}
        hint="As readers will see it. It can be changed at any time."
        defaultValue={title}
        error={errors.title}
      />
      <fieldset>
        <legend className="text-small font-semibold">What kind of guide is it?</legend>
        {errors.kind && (
          <p id="kind" tabIndex={-1} className="mt-1 text-small font-semibold text-error">
            {errors.kind}
          </p>
        )}
        <div className="mt-2 grid gap-1">
          {kinds.map(({ kind: value, name, answers }) => (
            <label
              key={value}
              className="grid min-h-11 cursor-pointer grid-cols-[1.5rem_1fr] items-baseline gap-x-2 py-1.5"
            >
              <input
                type="radio"
                name="kind"
                value={value}
                defaultChecked={value === kind}
                className="size-4 translate-y-0.5 accent-accent"
              />
              <span>
                <span className="text-base font-semibold">{name}</span>
                <span className="block text-ink-soft">{answers}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <SubmitButton pendingText="Beginning …">Begin the guide</SubmitButton>
      </div>
    </form>
  )
}
