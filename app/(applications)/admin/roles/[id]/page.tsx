import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { DeleteForm } from '#features/taxonomy/components/delete-form.tsx'
import { SavedNote } from '#features/taxonomy/components/saved-note.tsx'
import { UseList } from '#features/taxonomy/components/use-list.tsx'
import { listCategories, placesOfRole, roleForEditor, skillChoices } from '#features/taxonomy/editor-queries.ts'
import { deleteRoleForm } from '#features/taxonomy/role-actions.ts'
import { usesInWords } from '#features/taxonomy/use-queries.ts'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../../admin-frame.tsx'
import { RoleEditor } from '../role-editor.tsx'

export const metadata: Metadata = { title: 'Edit a role' }

export default async function RoleEditorPage({ params, searchParams }: PageProps<'/admin/roles/[id]'>) {
  const { id } = await params
  const path = `/admin/roles/${id}`
  const user = await requireStaff('taxonomy.edit', path)
  const role = await roleForEditor(id)
  if (!role) notFound()
  const [choices, categories, uses] = await Promise.all([skillChoices(), listCategories(), placesOfRole(role)])
  const inTheWay = usesInWords(uses)
  return (
    <AdminFrame
      user={user}
      section="roles"
      path={path}
      title={role.name}
      kicker={
        <a href={'/admin/roles' as Route} className="text-accent underline underline-offset-4">
          Roles
        </a>
      }
      actions={
        <ButtonLink href={`/roles/${role.slug}`} variant="plain">
          See its page
        </ButtonLink>
      }
    >
      {firstParam((await searchParams).saved) === 'yes' && <SavedNote>Saved. Readers see it as it is here.</SavedNote>}
      <RoleEditor
        key={role.updatedAt.getTime()}
        role={role}
        choices={choices}
        categories={categories.map(({ slug, name }) => ({ slug, name }))}
      >
        <UseList uses={uses} />
      </RoleEditor>
      <section aria-labelledby="delete-title" className="mt-14 border-t border-line pt-6">
        <h2 id="delete-title" className="mb-3 text-h3">
          Delete
        </h2>
        <DeleteForm
          action={deleteRoleForm}
          id={id}
          label="Delete this role"
          name={role.name}
          inTheWay={inTheWay && `It cannot be deleted: ${inTheWay}.`}
        />
      </section>
    </AdminFrame>
  )
}
