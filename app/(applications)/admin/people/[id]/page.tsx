import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { Moment } from '#components/ui/moment.tsx'
import { auditHref } from '#features/account/audit-filter.ts'
import { ManageRole, ManageSessions, ManageSuspension } from '#features/account/components/manage-account.tsx'
import { LastSeen } from '#features/account/components/people-table.tsx'
import { accountById } from '#features/account/people-queries.ts'
import { requireStaff } from '#features/account/staff.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'An account' }

const link = 'text-accent underline underline-offset-4'

export default async function AccountPage({ params }: PageProps<'/admin/people/[id]'>) {
  const { id } = await params
  const path = `/admin/people/${encodeURIComponent(id)}`
  const user = await requireStaff('people.manage', path)
  const found = await accountById(id)
  if (!found) notFound()
  const { name, role, sessions, lastAdmin, suspendedAt } = found
  const account = { id, name, role, sessions, lastAdmin, suspended: suspendedAt !== null, own: id === user.id }
  return (
    <AdminFrame
      user={user}
      section="people"
      path={path}
      title={<span className="wrap-anywhere">{name}</span>}
      kicker={
        <a href={'/admin/people' as Route} className={link}>
          People
        </a>
      }
    >
      <dl className="grid max-w-[44rem] gap-x-8 gap-y-3 tablet:grid-cols-[auto_auto_auto]">
        <Fact term="Email address">{found.email}</Fact>
        <Fact term="Here since">
          <Moment at={found.createdAt.toISOString()} />
        </Fact>
        <Fact term="Last seen">
          <LastSeen at={found.lastSeenAt} />
        </Fact>
        {suspendedAt && (
          <Fact term="Suspended">
            <span className="font-semibold text-error">
              Since <Moment at={suspendedAt.toISOString()} withTime />
            </span>
          </Fact>
        )}
      </dl>
      <div className="mt-10 grid max-w-[44rem] gap-10">
        <Part id="rights" title="Rights">
          <ManageRole account={account} />
        </Part>
        <Part id="sessions" title="Sessions">
          <ManageSessions account={account} />
        </Part>
        <Part id="suspension" title="Suspension">
          <ManageSuspension account={account} />
        </Part>
        <Part id="log" title="In the log">
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <a href={auditHref({ who: id }) as Route} className={link}>
              What {account.own ? 'you have' : 'this account has'} done
            </a>
            <a href={auditHref({ id }) as Route} className={link}>
              What was done with it
            </a>
          </p>
        </Part>
      </div>
    </AdminFrame>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-tiny text-ink-soft">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-3 text-h3">
        {title}
      </h2>
      {children}
    </section>
  )
}
