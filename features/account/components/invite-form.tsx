'use client'

import { useActionState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { LinkShownOnce } from '#components/ui/link-shown-once.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { errorsOf, idle, valuesOf } from '#lib/form-state.ts'
import { makeInvitation } from '../invitation-actions.ts'

/** @param days how long the link works */
export function InviteForm({ days }: { days: number }) {
  const [state, action] = useActionState(makeInvitation, idle)
  const errors = errorsOf(state)
  const values = valuesOf(state)
  return (
    <div className="grid gap-6">
      <form action={action} noValidate className="grid gap-5">
        <FormMessage state={state} />
        <Field
          label="For whom"
          name="label"
          hint="Only the admins see it, in the list of open invitations."
          autoComplete="off"
          required
          defaultValue={values.label}
          error={errors.label}
        />
        <Select
          // A form that was sent starts anew, and a select would start with its first choice.
          key={values.role}
          label="Role"
          name="role"
          hint="What the account may do from the start. It can be changed later."
          defaultValue={values.role ?? 'editor'}
          error={errors.role}
          options={[
            { value: 'member', label: 'Member: keeps a profile, changes nothing' },
            { value: 'editor', label: 'Editor: writes and publishes' },
            { value: 'admin', label: 'Admin: does everything' },
          ]}
        />
        <div>
          <SubmitButton pendingText="Making the link …">Make a link</SubmitButton>
        </div>
      </form>
      {state.status === 'done' && values.link && (
        <LinkShownOnce key={values.link} label={`The link for ${values.for ?? ''}`} link={values.link}>
          Send it to nobody else: whoever opens it first gets the role. It works once, for {days} days, and is shown
          only now.
        </LinkShownOnce>
      )}
    </div>
  )
}
