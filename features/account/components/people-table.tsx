import type { Route } from 'next'
import { classes } from '#components/classes.ts'
import { Moment } from '#components/ui/moment.tsx'
import { type PeopleFilter, type PeopleSort, peopleHref } from '../people-filter.ts'
import type { AccountSummary } from '../people-queries.ts'
import { roleNames } from '../role-rules.ts'

const columns: { key: 'name' | 'role' | 'since' | 'seen'; label: string; wideOnly?: boolean }[] = [
  { key: 'name', label: 'Name' },
  { key: 'role', label: 'Role' },
  { key: 'since', label: 'Since', wideOnly: true },
  { key: 'seen', label: 'Last seen', wideOnly: true },
]

const cell = 'py-2.5 pr-4 align-top'
const wide = 'hidden tablet:table-cell'

/** The accounts of the site. On a phone, what has no column of its own stands below the name. */
export function PeopleTable({
  people,
  filter,
  ownId,
}: {
  people: AccountSummary[]
  filter: PeopleFilter
  ownId: string
}) {
  return (
    <table className="w-full text-left">
      <thead>
        <tr className="border-b border-line-strong">
          {columns.map(({ key, label, wideOnly }) => (
            <th
              key={key}
              scope="col"
              aria-sort={ariaSort(filter.sort, key)}
              className={classes('py-1 pr-4 font-semibold', wideOnly && wide)}
            >
              <a
                href={peopleHref({ ...filter, sort: nextSort(filter.sort, key), page: 1 }) as Route}
                className="inline-flex min-h-8 items-center gap-1 text-ink no-underline hover:text-accent"
              >
                {label}
                <span aria-hidden="true" className="w-3 text-tiny">
                  {filter.sort === key ? '↑' : filter.sort === `-${key}` ? '↓' : ''}
                </span>
              </a>
            </th>
          ))}
          <th scope="col" className={classes('py-1 text-right font-semibold', wide)}>
            Sessions
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className="border-b border-line">
            <th scope="row" className={classes(cell, 'w-full max-w-0 font-normal wrap-anywhere tablet:w-[45%]')}>
              <a
                href={`/admin/people/${person.id}` as Route}
                className="inline-block min-h-6 font-semibold text-ink underline decoration-line-strong underline-offset-4 hover:decoration-accent"
              >
                {person.name}
              </a>
              {person.id === ownId && <span className="text-ink-soft"> (you)</span>}
              <span className="block text-ink-soft">{person.email}</span>
              <span className="block text-tiny text-ink-soft tablet:hidden">
                {person.lastSeenAt && 'Seen '}
                <LastSeen at={person.lastSeenAt} />
              </span>
            </th>
            <td className={classes(cell, 'whitespace-nowrap')}>
              <span className={person.role === 'member' ? 'text-ink-soft' : 'font-semibold'}>
                {roleNames[person.role]}
              </span>
              {person.suspendedAt && <span className="block font-semibold text-error">Suspended</span>}
            </td>
            <td className={classes(cell, wide, 'whitespace-nowrap')}>
              <Moment at={person.createdAt.toISOString()} />
            </td>
            <td className={classes(cell, wide, 'whitespace-nowrap')}>
              <LastSeen at={person.lastSeenAt} />
            </td>
            <td className={classes('tabular py-2.5 text-right align-top', wide)}>{person.sessions}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function LastSeen({ at }: { at: Date | null }) {
  if (!at) return <span className="text-ink-soft">Not signed in</span>
  return <Moment at={at.toISOString()} withTime />
}

/** Names and roles begin at the start; of dates the newest is what one looks for. */
function nextSort(sort: PeopleSort, key: 'name' | 'role' | 'since' | 'seen'): PeopleSort {
  const first = key === 'name' || key === 'role' ? key : (`-${key}` as const)
  const second = first === key ? (`-${key}` as const) : key
  return sort === first ? second : first
}

function ariaSort(sort: PeopleSort, key: string): 'ascending' | 'descending' | undefined {
  if (sort === key) return 'ascending'
  return sort === `-${key}` ? 'descending' : undefined
}
