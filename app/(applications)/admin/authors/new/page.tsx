import type { Metadata, Route } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { AuthorForm } from '#features/guide/components/author-form.tsx'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'New author' }

export default async function NewAuthorPage() {
  const user = await requireStaff('taxonomy.edit', '/admin/authors/new')
  return (
    <AdminFrame
      user={user}
      section="authors"
      path="/admin/authors/new"
      title="New author"
      kicker={
        <a href={'/admin/authors' as Route} className="text-accent underline underline-offset-4">
          Authors
        </a>
      }
    >
      <AuthorForm />
    </AdminFrame>
  )
}
