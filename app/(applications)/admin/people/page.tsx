import type { Metadata, Route } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { PeopleFilters } from '#features/account/components/people-filters.tsx'
import { PeopleTable } from '#features/account/components/people-table.tsx'
import { type PeopleFilter, peopleHref, readPeopleFilter } from '#features/account/people-filter.ts'
import { listPeople, peoplePerPage } from '#features/account/people-queries.ts'
import { requireStaff } from '#features/account/staff.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'People' }

const link = 'text-accent underline underline-offset-4'

export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  const filter = readPeopleFilter(await searchParams)
  const path = peopleHref(filter)
  const user = await requireStaff('people.manage', path)
  const { people, total } = await listPeople(filter)
  return (
    <AdminFrame
      user={user}
      section="people"
      path={path}
      title="People"
      actions={<ButtonLink href={'/admin/people/invitations' as Route}>Invite somebody</ButtonLink>}
    >
      <PeopleFilters filter={filter} />
      <p className="mt-6 mb-2 text-ink-soft">{total === 1 ? 'One account' : `${total} accounts`}</p>
      {people.length > 0 ? (
        <PeopleTable people={people} filter={filter} ownId={user.id} />
      ) : (
        <p>
          No account is like this.{' '}
          <a href={'/admin/people' as Route} className={link}>
            Show everybody
          </a>
        </p>
      )}
      <Pages filter={filter} total={total} />
    </AdminFrame>
  )
}

function Pages({ filter, total }: { filter: PeopleFilter; total: number }) {
  const last = Math.max(1, Math.ceil(total / peoplePerPage))
  if (last === 1) return null
  const to = (page: number, text: string) => (
    <a href={peopleHref({ ...filter, page }) as Route} className={`inline-flex min-h-11 items-center ${link}`}>
      {text}
    </a>
  )
  return (
    <nav aria-label="Pages of the list" className="mt-4 flex flex-wrap items-center gap-x-6">
      {filter.page > 1 && to(Math.min(filter.page - 1, last), 'Previous page')}
      <span className="tabular text-ink-soft">
        Page {filter.page} of {last}
      </span>
      {filter.page < last && to(filter.page + 1, 'Next page')}
    </nav>
  )
}
