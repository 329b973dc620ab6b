import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { currentUser, sessionsOf } from '#features/account/account-queries.ts'
import { NameForm } from '#features/account/components/name-form.tsx'
import { PasswordForm } from '#features/account/components/password-form.tsx'
import { SessionList } from '#features/account/components/session-list.tsx'
import { roleRights } from '#features/account/role-rules.ts'
import { userCan } from '#features/account/staff.ts'
import { SignOutForm } from '#features/profile/components/sign-out-form.tsx'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Your account',
  description: 'Your name, your password, and where you are signed in.',
  robots: { index: false },
}

export default async function AccountPage() {
  const user = await currentUser()
  if (!user) redirect('/sign-in?next=%2Faccount')
  const sessions = (await sessionsOf(user.id)).map(({ id, device, lastSeenAt }) => ({
    id,
    device,
    lastSeenAt: lastSeenAt.toISOString(),
    current: id === user.sessionId,
  }))
  return (
    <Frame section="account" path="/account">
      <Column>
        <PageHead title="Your account" />
        <div className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
          <p>
            You are signed in as <strong>{user.email}</strong>
            {user.role === 'member' ? '.' : `, with the rights of an ${user.role}.`}
          </p>
          <SignOutForm />
        </div>
        {userCan(user, 'guide.edit') && (
          <p className="mt-4">
            {roleRights[user.role]}{' '}
            <a href={'/admin' as Route} className="text-accent underline underline-offset-4">
              Keep the site
            </a>
          </p>
        )}
        <AccountSection id="name" title="Name">
          <NameForm name={user.name} />
        </AccountSection>
        <AccountSection id="password" title="Password">
          <PasswordForm email={user.email} />
        </AccountSection>
        <AccountSection id="sessions" title="Where you are signed in">
          <SessionList sessions={sessions} />
        </AccountSection>
      </Column>
    </Frame>
  )
}

function AccountSection({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} className="mt-14">
      <h2 id={`${id}-title`} className="text-h3">
        {title}
      </h2>
      <div className="mt-5 max-w-[30rem]">{children}</div>
    </section>
  )
}
