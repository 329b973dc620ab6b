import type { Metadata, Route } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { PlanView } from '#features/content/components/plan-view.tsx'
import { bringInUpload } from '#features/content/import-actions.ts'
import { planOfUpload } from '#features/content/transfer-queries.ts'
import { AdminFrame } from '../../../admin-frame.tsx'

export const metadata: Metadata = { title: 'What this would change' }

export default async function ImportPage({ params }: PageProps<'/admin/transfer/import/[id]'>) {
  const { id } = await params
  const path = `/admin/transfer/import/${id}`
  const user = await requireStaff('content.import', path)
  const plan = await planOfUpload(user.id, id)
  return (
    <AdminFrame
      user={user}
      section="transfer"
      path={path}
      title="What this would change"
      kicker={
        <a href={'/admin/transfer' as Route} className="text-accent underline underline-offset-4">
          In and out
        </a>
      }
    >
      {plan ? (
        <PlanView plan={plan} action={bringInUpload} id={id} />
      ) : (
        <p className="max-w-[42rem] text-base">
          This zip is not kept any more: it is thrown away after an hour, or once it was brought in.{' '}
          <a href={'/admin/transfer' as Route} className="text-accent underline underline-offset-4">
            Upload it again
          </a>
        </p>
      )}
    </AdminFrame>
  )
}
