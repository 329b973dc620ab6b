import type { Metadata, Route } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { listCategories, skillChoices } from '#features/taxonomy/editor-queries.ts'
import { AdminFrame } from '../../admin-frame.tsx'
import { RoleEditor } from '../role-editor.tsx'

export const metadata: Metadata = { title: 'New role' }

export default async function NewRolePage() {
  const user = await requireStaff('taxonomy.edit', '/admin/roles/new')
  const [choices, categories] = await Promise.all([skillChoices(), listCategories()])
  return (
    <AdminFrame
      user={user}
      section="roles"
      path="/admin/roles/new"
      title="New role"
      kicker={
        <a href={'/admin/roles' as Route} className="text-accent underline underline-offset-4">
          Roles
        </a>
      }
    >
      <RoleEditor choices={choices} categories={categories.map(({ slug, name }) => ({ slug, name }))} />
    </AdminFrame>
  )
}
