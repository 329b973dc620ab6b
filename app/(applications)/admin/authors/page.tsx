import type { Metadata, Route } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { listAuthors } from '#features/guide/author-queries.ts'
import { SavedNote } from '#features/taxonomy/components/saved-note.tsx'
import { counted } from '#lib/format.ts'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'Authors' }

export default async function AuthorsPage({ searchParams }: PageProps<'/admin/authors'>) {
  const user = await requireStaff('taxonomy.edit', '/admin/authors')
  const authors = await listAuthors()
  return (
    <AdminFrame
      user={user}
      section="authors"
      path="/admin/authors"
      title="Authors"
      actions={<ButtonLink href={'/admin/authors/new' as Route}>New author</ButtonLink>}
    >
      {firstParam((await searchParams).deleted) === 'yes' && <SavedNote>The author is deleted.</SavedNote>}
      {authors.length === 0 ? (
        <p>No author yet. Every guide has one: readers see the name above it, and a page about them.</p>
      ) : (
        <ul className="border-t border-line">
          {authors.map((author) => (
            <li
              key={author.id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2.5"
            >
              <span>
                <a
                  href={`/admin/authors/${author.id}` as Route}
                  className="inline-block min-h-6 font-semibold text-ink underline decoration-line-strong underline-offset-4 hover:decoration-accent"
                >
                  {author.name}
                </a>
                <span className="text-ink-soft">, {author.title}</span>
              </span>
              <span className="text-ink-soft">{counted(author.guides, 'guide')}</span>
            </li>
          ))}
        </ul>
      )}
    </AdminFrame>
  )
}
