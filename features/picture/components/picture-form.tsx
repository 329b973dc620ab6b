'use client'

import { useActionState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { errorsOf, idle, valuesOf } from '#lib/form-state.ts'
import { describePicture } from '../picture-actions.ts'
import { altAdvice } from '../picture-limits.ts'

interface PictureFormProps {
  id: string
  name: string
  alt: string
}

/** What is said of a picture: its name for editors, its text for whoever cannot see it. */
export function PictureForm({ id, name, alt }: PictureFormProps) {
  const [state, action] = useActionState(describePicture, idle)
  const values = valuesOf(state)
  return (
    <form action={action} noValidate className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <Field
        label="Name"
        name="name"
        hint="What editors find it by."
        required
        autoComplete="off"
        defaultValue={values.name ?? name}
        error={errorsOf(state).name}
      />
      <TextArea
        label="What it shows"
        name="alt"
        hint={altAdvice}
        required
        defaultValue={values.alt ?? alt}
        error={errorsOf(state).alt}
      />
      <div>
        <SubmitButton pendingText="Saving …">Save</SubmitButton>
      </div>
    </form>
  )
}
