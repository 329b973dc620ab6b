'use client'

import { useActionState } from 'react'
import { ConfirmButton } from '#components/ui/confirm-button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { type FormState, idle } from '#lib/form-state.ts'
import { changeRole, endAllSessions, setSuspension } from '../people-actions.ts'
import { asRole, roleRights } from '../role-rules.ts'

type Role = keyof typeof asRole

interface Account {
  id: string
  name: string
  role: Role
  suspended: boolean
  sessions: number
  /** Whether it is the account of whoever looks at it. */
  own: boolean
  /** Whether nobody else could run the site: then it stays as it is. */
  lastAdmin: boolean
}

export function ManageRole({ account }: { account: Account }) {
  const [state, action] = useActionState(changeRole, idle)
  const { id, name, role, own, lastAdmin } = account
  const others = (['admin', 'editor', 'member'] as const).filter((other) => other !== role)
  return (
    <AccountForm action={action} state={state} userId={id}>
      <p>
        {own ? 'You are' : `${name} is`} <strong>{asRole[role]}</strong>. {roleRights[role]}
      </p>
      {lastAdmin ? (
        <LastAdmin own={own} />
      ) : (
        <div className="flex flex-wrap gap-3">
          {others.map((other) => (
            <ConfirmButton
              key={other}
              name="role"
              value={other}
              confirm={`Yes, make ${own ? 'me' : name} ${asRole[other]}`}
              pendingText="Changing …"
              question={
                <>
                  <p>{roleRights[other]} This holds at once, also where somebody is signed in already.</p>
                  {own && (
                    <p className="mt-3 font-semibold">
                      This is your own account: you will be out of these pages, and only another admin can let you back.
                    </p>
                  )}
                </>
              }
            >
              {`Make ${own ? 'me' : 'this account'} ${asRole[other]}`}
            </ConfirmButton>
          ))}
        </div>
      )}
    </AccountForm>
  )
}

export function ManageSuspension({ account }: { account: Account }) {
  const [state, action] = useActionState(setSuspension, idle)
  return (
    <AccountForm action={action} state={state} userId={account.id}>
      {account.suspended ? <LetIn name={account.name} /> : <Suspend account={account} />}
    </AccountForm>
  )
}

function Suspend({ account: { name, own, lastAdmin } }: { account: Account }) {
  return (
    <>
      <p>A suspended account opens nothing and keeps everything: profile, results, and what it wrote here.</p>
      {lastAdmin ? (
        <LastAdmin own={own} />
      ) : (
        <div>
          <ConfirmButton
            name="to"
            value="suspended"
            confirm="Yes, suspend it"
            pendingText="Suspending …"
            question={
              <>
                <p>
                  {own ? 'You are' : `${name} is`} signed out everywhere at once and cannot sign in until an admin lets{' '}
                  {own ? 'you' : 'the account'} in again. Nothing is deleted.
                </p>
                {own && (
                  <p className="mt-3 font-semibold">This is your own account: you cannot let yourself in again.</p>
                )}
              </>
            }
          >
            {own ? 'Suspend my own account' : 'Suspend this account'}
          </ConfirmButton>
        </div>
      )}
    </>
  )
}

function LetIn({ name }: { name: string }) {
  return (
    <>
      <p>This account is suspended: it opens nothing and keeps everything.</p>
      <div>
        <ConfirmButton
          name="to"
          value="in use"
          confirm="Yes, let it in again"
          pendingText="Letting in …"
          question={<p>{name} can sign in again with the password of before, and has the same rights as before.</p>}
        >
          Let this account in again
        </ConfirmButton>
      </div>
    </>
  )
}

function LastAdmin({ own }: { own: boolean }) {
  return (
    <p className="text-ink-soft">
      {own ? 'You are' : 'This is'} the only admin who can sign in, and a site needs one. Make somebody else an admin
      first.
    </p>
  )
}

export function ManageSessions({ account: { id, name, own, sessions } }: { account: Account }) {
  const [state, action] = useActionState(endAllSessions, idle)
  return (
    <AccountForm action={action} state={state} userId={id}>
      <p>
        {sessions === 0
          ? 'Signed in nowhere.'
          : sessions === 1
            ? 'One browser is signed in.'
            : `${sessions} browsers are signed in.`}
      </p>
      {sessions > 0 && (
        <div>
          <ConfirmButton
            confirm="Yes, end all sessions"
            pendingText="Ending …"
            question={
              <p>
                {own ? 'You are' : `${name} is`} signed out everywhere{own && ', here too,'} and can sign in again with
                the password.
              </p>
            }
          >
            End all sessions
          </ConfirmButton>
        </div>
      )}
    </AccountForm>
  )
}

interface AccountFormProps {
  action: (form: FormData) => void
  state: FormState
  userId: string
  children: React.ReactNode
}

function AccountForm({ action, state, userId, children }: AccountFormProps) {
  return (
    <form action={action} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="userId" value={userId} />
      {children}
    </form>
  )
}
