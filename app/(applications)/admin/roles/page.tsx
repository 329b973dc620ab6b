import type { Metadata, Route } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { SavedNote } from '#features/taxonomy/components/saved-note.tsx'
import { roleRows } from '#features/taxonomy/editor-queries.ts'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'Roles' }

const cell = 'py-2.5 pr-4 align-top'
const wide = 'hidden tablet:table-cell'

export default async function RolesPage({ searchParams }: PageProps<'/admin/roles'>) {
  const user = await requireStaff('taxonomy.edit', '/admin/roles')
  const roles = await roleRows()
  return (
    <AdminFrame
      user={user}
      section="roles"
      path="/admin/roles"
      title="Roles"
      actions={<ButtonLink href={'/admin/roles/new' as Route}>New role</ButtonLink>}
    >
      {firstParam((await searchParams).deleted) === 'yes' && <SavedNote>The role is deleted.</SavedNote>}
      {roles.length === 0 ? (
        <p>No role yet. A role is a job, taken apart into its skills and the level that it asks of each.</p>
      ) : (
        <table className="w-full text-left">
          <thead>
            <tr className="border-b border-line-strong">
              <th scope="col" className="py-1 pr-4">
                Role
              </th>
              <th scope="col" className={`py-1 pr-4 ${wide}`}>
                Field of work
              </th>
              <th scope="col" className="py-1 pr-4">
                Skills
              </th>
              <th scope="col" className="py-1">
                Guides
              </th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.id} className="border-b border-line">
                <th scope="row" className={`${cell} w-full font-normal tablet:w-[55%]`}>
                  <a
                    href={`/admin/roles/${role.id}` as Route}
                    className="inline-block min-h-6 font-semibold text-ink underline decoration-line-strong underline-offset-4 hover:decoration-accent"
                  >
                    {role.name}
                  </a>
                  <span className="block text-ink-soft">{role.summary}</span>
                  {role.category && <span className="block text-tiny tablet:hidden">{role.category}</span>}
                </th>
                <td className={`${cell} ${wide}`}>{role.category ?? <span className="text-ink-soft">None</span>}</td>
                <td className={`${cell} tabular`}>{role.skills}</td>
                <td className={`${cell} tabular`}>{role.guides}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminFrame>
  )
}
