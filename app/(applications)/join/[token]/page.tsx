import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { currentUser } from '#features/account/account-queries.ts'
import { TakeRoleForm } from '#features/account/components/take-role-form.tsx'
import { invitedRole } from '#features/account/invitation-queries.ts'
import { asRole, isRaise, roleRights } from '#features/account/role-rules.ts'
import { JoinForm } from '#features/profile/components/join-form.tsx'
import { currentGuest } from '#features/profile/person-queries.ts'
import { Frame } from '../../../frame.tsx'

export const metadata: Metadata = {
  title: 'An invitation',
  description: 'Join this site with the link that somebody sent you.',
  robots: { index: false },
  // The address is a secret until it is used. (no-referrer would make the form's own Origin null.)
  referrer: 'same-origin',
}

const link = 'text-accent underline underline-offset-4'

export default async function JoinPage({ params }: PageProps<'/join/[token]'>) {
  const { token } = await params
  const role = await invitedRole(token, new Date())
  const user = await currentUser()
  return (
    <Frame path="/">
      <Column>
        {role === null ? (
          <PageHead
            title="This link opens nothing"
            standfirst="It was used already, was withdrawn or has run out. Ask whoever sent it to you for a new one."
          />
        ) : user ? (
          <ForAccount token={token} role={role} user={user} />
        ) : (
          <ForStranger token={token} role={role} />
        )}
      </Column>
    </Frame>
  )
}

type Role = keyof typeof asRole

function ForAccount({ token, role, user }: { token: string; role: Role; user: { email: string; role: Role } }) {
  if (!isRaise(user.role, role)) {
    return (
      <PageHead
        title="You have this already"
        standfirst={`The invitation is to become ${asRole[role]}, and your account is ${asRole[user.role]}. The link still works: send it on to whom it is for, or sign out to make another account.`}
      />
    )
  }
  return (
    <>
      <PageHead title={`Become ${asRole[role]}`} standfirst={roleRights[role]} />
      <div className="mt-8 grid max-w-[30rem] gap-6">
        <p className="wrap-anywhere">
          You are signed in as <strong>{user.email}</strong>. This account gets the role, and keeps everything it has.
          The link works once.
        </p>
        <TakeRoleForm token={token} role={role} />
      </div>
    </>
  )
}

async function ForStranger({ token, role }: { token: string; role: Role }) {
  return (
    <>
      <PageHead
        title="You are invited"
        standfirst={`Make an account here: it has the rights of ${asRole[role]} from the start. ${roleRights[role]}`}
      />
      <div className="mt-8 max-w-[30rem]">
        <p className="mb-8">
          {(await currentGuest()) && 'Everything you have done here as a guest comes along. '}
          Have you an account already?{' '}
          <a href={`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`} className={link}>
            Sign in
          </a>{' '}
          and take the role for it. The link works once.
        </p>
        <JoinForm token={token} />
      </div>
    </>
  )
}
