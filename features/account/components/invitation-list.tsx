'use client'

import { useActionState } from 'react'
import { ConfirmButton } from '#components/ui/confirm-button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { idle } from '#lib/form-state.ts'
import { endInvitation } from '../invitation-actions.ts'
import { asRole } from '../role-rules.ts'

interface InvitationListProps {
  invitations: {
    id: string
    role: keyof typeof asRole
    label: string
    inviter: string
    dead: boolean
    expiresAt: string
  }[]
}

/** The invitations that nobody has used yet. One form around the list, so that its message outlives the row it is about. */
export function InvitationList({ invitations }: InvitationListProps) {
  const [state, action] = useActionState(endInvitation, idle)
  return (
    <form action={action} className="grid gap-3">
      <FormMessage state={state} />
      {invitations.length === 0 ? (
        <p className="text-ink-soft">None. An invitation stands here until it is used, withdrawn or run out.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {invitations.map(({ id, role, label, inviter, dead, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
              <div className="min-w-0 wrap-anywhere">
                <p>
                  <strong>{label}</strong>, as {asRole[role]}
                </p>
                <p className="text-tiny text-ink-soft">
                  By {inviter}; until <Moment at={expiresAt} withTime />
                </p>
                {dead && (
                  <p className="text-tiny font-semibold text-error">
                    The link opens nothing: {inviter} is no admin any more, or is suspended.
                  </p>
                )}
              </div>
              <ConfirmButton
                name="invitationId"
                value={id}
                variant="plain"
                confirm="Yes, withdraw it"
                pendingText="Withdrawing …"
                question={<p>The link that was made for {label} opens nothing any more. Nobody is told.</p>}
              >
                Withdraw <span className="sr-only">the invitation for {label}</span>
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
