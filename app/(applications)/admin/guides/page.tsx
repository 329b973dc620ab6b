import type { Metadata, Route } from 'next'
import { ButtonLink, buttonClasses } from '#components/ui/button.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { BulkForm } from '#features/draft/components/bulk-form.tsx'
import { DraftRow } from '#features/draft/components/draft-row.tsx'
import { ListFilters, StatusLinks } from '#features/draft/components/list-filters.tsx'
import { listAuthors } from '#features/draft/draft-queries.ts'
import { isNarrowed, type ListFilter, listAddress, pageSize, readFilter } from '#features/draft/list-filter.ts'
import { countDrafts, listDrafts } from '#features/draft/list-queries.ts'
import { AdminFrame } from '../admin-frame.tsx'
import './guide-list.css'

export const metadata: Metadata = { title: 'Guides' }

const actionsFor = ({ status }: ListFilter) =>
  status === 'archived' ? (['unarchive'] as const) : (['publish', 'archive'] as const)

export default async function GuidesPage({ searchParams }: PageProps<'/admin/guides'>) {
  const filter = readFilter(await searchParams)
  const path = listAddress(filter, { page: filter.page })
  const user = await requireStaff('guide.edit', path)
  const [rows, counts, authors] = await Promise.all([listDrafts(filter, user.id), countDrafts(filter), listAuthors()])
  const names = new Map(authors.map(({ slug, name }) => [slug, name]))
  return (
    <AdminFrame
      user={user}
      section="guides"
      path={path}
      title="Guides"
      actions={<ButtonLink href={'/admin/guides/new' as Route}>New guide</ButtonLink>}
    >
      <ListFilters filter={filter} authors={authors} />
      <div className="mt-4">
        <StatusLinks filter={filter} counts={counts} />
      </div>
      <BulkForm actions={rows.length === 0 ? [] : actionsFor(filter)}>
        {rows.length === 0 ? (
          <Nothing filter={filter} />
        ) : (
          <ul>
            {rows.map((row) => (
              <DraftRow key={row.id} row={row} author={names.get(row.author) ?? row.author} />
            ))}
          </ul>
        )}
      </BulkForm>
      <Pages filter={filter} total={counts[filter.status ?? 'all']} />
    </AdminFrame>
  )
}

function Nothing({ filter }: { filter: ListFilter }) {
  if (isNarrowed(filter) || filter.page > 1)
    return (
      <p className="mt-6 text-base">
        No guide is like this.{' '}
        <a href={'/admin/guides' as Route} className="text-accent underline underline-offset-4">
          Show all guides
        </a>
      </p>
    )
  return (
    <p className="mt-6 max-w-[60ch] text-base">
      Here will be every guide of the site, public or not.{' '}
      <a href={'/admin/guides/new' as Route} className="text-accent underline underline-offset-4">
        Begin the first one
      </a>
      : it starts with the sections that its kind must have.
    </p>
  )
}

function Pages({ filter, total }: { filter: ListFilter; total: number }) {
  const last = Math.ceil(total / pageSize)
  if (last <= 1) return null
  const { page } = filter
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap items-center gap-x-6">
      {page > 1 && (
        <a href={listAddress(filter, { page: page - 1 }) as Route} rel="prev" className={buttonClasses('plain')}>
          Previous
        </a>
      )}
      <p className="tabular">
        Page {page} of {last}
      </p>
      {page < last && (
        <a href={listAddress(filter, { page: page + 1 }) as Route} rel="next" className={buttonClasses('plain')}>
          Next
        </a>
      )}
    </nav>
  )
}
