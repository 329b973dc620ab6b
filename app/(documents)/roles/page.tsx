import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { RoleList } from '#features/taxonomy/components/role-list.tsx'
import { listRoles } from '#features/taxonomy/taxonomy-queries.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Roles',
  description: 'Jobs by the skills that they ask for, each with the level to reach.',
  alternates: { canonical: '/roles' },
}

export default async function RolesPage() {
  return (
    <Frame section="roles" path="/roles">
      <Column>
        <PageHead
          title="Roles"
          standfirst="A job, taken apart into its skills and the level that it asks of each. See which of them you have already."
        />
        <p className="mt-5 text-small text-ink-soft">
          Not sure which?{' '}
          <a href="/which-role" className="text-accent underline underline-offset-4">
            See which role suits you
          </a>
          . Between two of them?{' '}
          <a href="/roles/compare" className="text-accent underline underline-offset-4">
            Compare them
          </a>{' '}
          skill by skill.
        </p>
        <div className="mt-12">
          <RoleList roles={await listRoles()} base="/roles" />
        </div>
      </Column>
    </Frame>
  )
}
