import type { Metadata, Route } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { PlanView } from '#features/content/components/plan-view.tsx'
import { bringInStartingContent } from '#features/content/import-actions.ts'
import { planOfStartingContent } from '#features/content/transfer-queries.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Newer starting content' }

const path = '/admin/transfer/starting-content'

export default async function StartingContentPage() {
  const user = await requireStaff('content.import', path)
  return (
    <AdminFrame
      user={user}
      section="transfer"
      path={path}
      title="The content of this version"
      kicker={
        <a href={'/admin/transfer' as Route} className="text-accent underline underline-offset-4">
          In and out
        </a>
      }
    >
      <PlanView plan={await planOfStartingContent()} action={bringInStartingContent} />
    </AdminFrame>
  )
}
