import type { Metadata } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { CategoryForm, DeleteCategory, MoveCategory } from '#features/taxonomy/components/category-form.tsx'
import { SavedNote } from '#features/taxonomy/components/saved-note.tsx'
import { listCategories } from '#features/taxonomy/editor-queries.ts'
import { counted } from '#lib/format.ts'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'Fields of work' }

export default async function CategoriesPage({ searchParams }: PageProps<'/admin/categories'>) {
  const user = await requireStaff('taxonomy.edit', '/admin/categories')
  const query = await searchParams
  const categories = await listCategories()
  return (
    <AdminFrame user={user} section="categories" path="/admin/categories" title="Fields of work">
      {firstParam(query.saved) === 'yes' && <SavedNote>Saved. Readers see it as it is here.</SavedNote>}
      {firstParam(query.deleted) === 'yes' && <SavedNote>The field of work is deleted.</SavedNote>}
      <p className="max-w-[44rem] text-ink-soft">
        {categories.length === 0
          ? 'No field of work yet. Once there are some, such as “Software” or “Care”, and roles are in them, the page of roles lists each role under its field.'
          : 'The page of roles lists each role under its field, in this order. A role’s own page here says which it is in.'}
      </p>
      <ul className="mt-6 border-t border-line">
        {categories.map((category, index) => (
          <li key={category.id} className="flex items-start gap-x-3 border-b border-line py-2">
            <details className="min-w-0 grow">
              <summary className="min-h-9 py-1.5">
                <span className="font-semibold">{category.name}</span>{' '}
                <span className="text-ink-soft">{counted(category.roles, 'role')}</span>
              </summary>
              <div className="grid gap-4 pt-3 pb-4 pl-4">
                <CategoryForm key={`${category.name} ${category.summary}`} category={category} />
                <DeleteCategory category={category} />
              </div>
            </details>
            <MoveCategory category={category} first={index === 0} last={index === categories.length - 1} />
          </li>
        ))}
      </ul>
      <section aria-labelledby="new-title" className="mt-10">
        <h2 id="new-title" className="mb-3 text-h3">
          New field of work
        </h2>
        <CategoryForm key={categories.length} />
      </section>
    </AdminFrame>
  )
}
