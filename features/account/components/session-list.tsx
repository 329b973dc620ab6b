'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/form-message.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { idle } from '#lib/form-state.ts'
import { endOtherSessions, endSession } from '../account-actions.ts'

interface SessionListProps {
  sessions: { id: string; device: string; lastSeenAt: string; current: boolean }[]
}

/** Where somebody is signed in. One form around the list, so that its message outlives the row it is about. */
export function SessionList({ sessions }: SessionListProps) {
  const [one, endOne] = useActionState(endSession, idle)
  const [others, endOthers] = useActionState(endOtherSessions, idle)
  return (
    <div className="grid gap-6">
      <form action={endOne}>
        <FormMessage state={one} />
        <ul className="divide-y divide-line">
          {sessions.map(({ id, device, lastSeenAt, current }) => (
            <li key={id} className="flex items-center justify-between gap-x-4 py-3">
              <div>
                <p className="font-semibold" id={`session-${id}`}>
                  {device}
                </p>
                <p className="text-small text-ink-soft">
                  {current ? (
                    'This browser, now'
                  ) : (
                    <>
                      Last used <Moment at={lastSeenAt} withTime />
                    </>
                  )}
                </p>
              </div>
              {!current && (
                <SubmitButton variant="plain" name="sessionId" value={id} pendingText="Ending …">
                  End <span className="sr-only">the session of {device}</span>
                </SubmitButton>
              )}
            </li>
          ))}
        </ul>
      </form>
      {(sessions.length > 1 || others.status !== 'idle') && (
        <form action={endOthers} className="grid gap-4">
          <FormMessage state={others} />
          {sessions.length > 1 && (
            <div>
              <SubmitButton variant="secondary" pendingText="Ending …">
                End all other sessions
              </SubmitButton>
            </div>
          )}
        </form>
      )}
    </div>
  )
}
