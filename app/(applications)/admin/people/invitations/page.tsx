import type { Metadata, Route } from 'next'
import { InvitationList } from '#features/account/components/invitation-list.tsx'
import { InviteForm } from '#features/account/components/invite-form.tsx'
import { openInvitations } from '#features/account/invitation-queries.ts'
import { invitationDays } from '#features/account/invitation-writes.ts'
import { requireStaff } from '#features/account/staff.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Invitations' }

const path = '/admin/people/invitations'

export default async function InvitationsPage() {
  const user = await requireStaff('people.manage', path)
  const invitations = (await openInvitations(new Date())).map((invitation) => ({
    ...invitation,
    expiresAt: invitation.expiresAt.toISOString(),
  }))
  return (
    <AdminFrame
      user={user}
      section="people"
      path={path}
      title="Invite somebody"
      kicker={
        <a href={'/admin/people' as Route} className="text-accent underline underline-offset-4">
          People
        </a>
      }
    >
      <div className="grid gap-x-16 gap-y-12 desktop:grid-cols-2">
        <div className="max-w-[34rem]">
          <p className="mb-6">
            You get a link to send yourself, as the site sends no email. Whoever opens it makes an account with the role
            you choose here; whoever has an account already can take the role for it.
          </p>
          <InviteForm days={invitationDays} />
        </div>
        <section aria-labelledby="open-title">
          <h2 id="open-title" className="mb-3 text-h3">
            Open invitations
          </h2>
          <InvitationList invitations={invitations} />
        </section>
      </div>
    </AdminFrame>
  )
}
