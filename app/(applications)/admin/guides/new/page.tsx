import type { Metadata, Route } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { NewGuideForm } from '#features/draft/components/new-guide-form.tsx'
import { guideKindNames } from '#features/guide/guide-kinds.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'New guide' }

export default async function NewGuidePage() {
  const path = '/admin/guides/new'
  const user = await requireStaff('guide.edit', path)
  const kinds = Object.entries(guideKindNames).map(([kind, { one, answers }]) => ({ kind, name: one, answers }))
  return (
    <AdminFrame
      user={user}
      section="guides"
      path={path}
      title="New guide"
      kicker={
        <a href={'/admin/guides' as Route} className="text-accent underline underline-offset-4">
          Guides
        </a>
      }
    >
      <p className="mb-6 max-w-[60ch] text-base text-ink-soft">
        It begins as a draft that nobody but editors sees, with the sections and blocks that its kind must have.
      </p>
      <NewGuideForm kinds={kinds} />
    </AdminFrame>
  )
}
