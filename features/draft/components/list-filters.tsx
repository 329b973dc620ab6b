import type { Route } from 'next'
import { buttonClasses } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { guideKindNames } from '#features/guide/guide-kinds.ts'
import {
  isNarrowed,
  type ListFilter,
  type ListStatus,
  lintStates,
  listAddress,
  listSorts,
  listStatuses,
} from '../list-filter.ts'

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
const anyKind = { value: '', label: 'Any kind' }
const kinds = [
  anyKind,
  ...optionsOf(Object.fromEntries(Object.entries(guideKindNames).map(([kind, { one }]) => [kind, one]))),
]

interface ListFiltersProps {
  filter: ListFilter
  authors: readonly { slug: string; name: string }[]
}

/** What narrows and sorts the list, in its address: a form of the browser's own. */
export function ListFilters({ filter, authors }: ListFiltersProps) {
  return (
    <search>
      <form action="/admin/guides" className="grid gap-3">
        {filter.status && <input type="hidden" name="status" value={filter.status} />}
        <div className="flex flex-wrap items-end gap-3">
          <div className="max-w-[36rem] min-w-0 flex-1 basis-56">
            <label htmlFor="q" className="block text-small font-semibold">
              Title or address
            </label>
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={filter.q}
              maxLength={100}
              className="mt-1.5 block min-h-11 w-full rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 text-base"
            />
          </div>
          <button type="submit" className={buttonClasses('secondary')}>
            Show
          </button>
          {isNarrowed(filter) && (
            <a href={'/admin/guides' as Route} className={buttonClasses('plain')}>
              Show all
            </a>
          )}
        </div>
        <div className="grid grid-cols-2 gap-3 tablet:grid-cols-3 desktop:grid-cols-5">
          <Select label="Kind" name="kind" options={kinds} defaultValue={filter.kind ?? ''} />
          <Select
            label="Author"
            name="author"
            options={[
              { value: '', label: 'Anybody' },
              ...authors.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
            defaultValue={filter.author ?? ''}
          />
          <Select
            label="Review"
            name="due"
            options={[
              { value: '', label: 'Whenever it was' },
              { value: 'yes', label: 'Due: over a year ago' },
            ]}
            defaultValue={filter.due ? 'yes' : ''}
          />
          <Select
            label="What the checks found"
            name="lint"
            options={[{ value: '', label: 'Anything' }, ...optionsOf(lintStates)]}
            defaultValue={filter.lint ?? ''}
          />
          <Select label="In the order of" name="sort" options={optionsOf(listSorts)} defaultValue={filter.sort} />
        </div>
      </form>
    </search>
  )
}

interface StatusLinksProps {
  filter: ListFilter
  counts: Record<ListStatus | 'all', number>
}

/** The states that guides are in, with how many are in each. */
export function StatusLinks({ filter, counts }: StatusLinksProps) {
  const links = [
    { status: null, label: 'All', count: counts.all },
    ...(Object.keys(listStatuses) as ListStatus[]).map((status) => ({
      status,
      label: listStatuses[status],
      count: counts[status],
    })),
  ]
  return (
    <nav aria-label="State">
      <ul className="flex flex-wrap gap-x-5">
        {links.map(({ status, label, count }) => (
          <li key={label}>
            <a
              href={listAddress(filter, { status }) as Route}
              aria-current={status === filter.status ? 'true' : undefined}
              className="inline-flex min-h-11 items-center gap-1.5 text-ink-soft no-underline hover:text-accent aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:underline-offset-8"
            >
              {label} <span className="tabular font-normal">{count.toLocaleString('en-GB')}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
