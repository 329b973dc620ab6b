import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { RoleList } from '#features/taxonomy/components/role-list.tsx'
import { listRoles } from '#features/taxonomy/taxonomy-queries.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Assess yourself',
  description: 'Compare yourself with a role, skill by skill, and see what to learn first. No account needed.',
  alternates: { canonical: '/assess' },
}

export default async function AssessPage() {
  return (
    <Frame section="assess" path="/assess">
      <Column>
        <PageHead
          title="Assess yourself"
          standfirst="Choose a role. You get one question for each of its skills, and at the end a fit with its working shown, and what to learn first."
        />
        <p className="mt-5 text-small text-ink-soft">
          No account needed. Your answers are kept as you give them, and nobody but you sees them. No role in mind yet?{' '}
          <a href="/which-role" className="text-accent underline underline-offset-4">
            See which one suits you
          </a>
          .
        </p>
        <div className="mt-10">
          <RoleList roles={await listRoles()} base="/assess" />
        </div>
      </Column>
    </Frame>
  )
}
