import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { deleteAuthorForm } from '#features/guide/author-actions.ts'
import { authorById } from '#features/guide/author-queries.ts'
import { AuthorForm } from '#features/guide/components/author-form.tsx'
import { DeleteForm } from '#features/taxonomy/components/delete-form.tsx'
import { SavedNote } from '#features/taxonomy/components/saved-note.tsx'
import { UseList } from '#features/taxonomy/components/use-list.tsx'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Edit an author' }

export default async function AuthorEditorPage({ params, searchParams }: PageProps<'/admin/authors/[id]'>) {
  const { id } = await params
  const path = `/admin/authors/${id}`
  const user = await requireStaff('taxonomy.edit', path)
  const author = await authorById(id)
  if (!author) notFound()
  return (
    <AdminFrame
      user={user}
      section="authors"
      path={path}
      title={author.name}
      kicker={
        <a href={'/admin/authors' as Route} className="text-accent underline underline-offset-4">
          Authors
        </a>
      }
      actions={
        <ButtonLink href={`/authors/${author.slug}`} variant="plain">
          See their page
        </ButtonLink>
      }
    >
      {firstParam((await searchParams).saved) === 'yes' && <SavedNote>Saved. Readers see it as it is here.</SavedNote>}
      <AuthorForm key={`${author.slug} ${author.name} ${author.title} ${author.bio}`} author={author} />
      <UseList uses={{ roles: [], guides: author.guides }} />
      <section aria-labelledby="delete-title" className="mt-14 border-t border-line pt-6">
        <h2 id="delete-title" className="mb-3 text-h3">
          Delete
        </h2>
        <DeleteForm
          action={deleteAuthorForm}
          id={id}
          label="Delete this author"
          name={author.name}
          inTheWay={
            author.guides.length > 0
              ? 'An author can be deleted once no guide names them: give those another author first.'
              : null
          }
        />
      </section>
    </AdminFrame>
  )
}
