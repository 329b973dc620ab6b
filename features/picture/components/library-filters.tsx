import type { Route } from 'next'
import { classes } from '#components/classes.ts'
import { buttonClasses } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { libraryAddress, type PictureFilter, type PictureQuery, pictureFilters } from '../picture-filters.ts'

const names: Record<PictureFilter, string> = {
  all: 'All',
  used: 'In a guide',
  unused: 'In no guide',
  'no-text': 'Without a text',
  archived: 'Archived',
}

interface LibraryFiltersProps {
  query: PictureQuery
  counts: Record<PictureFilter, number>
}

/** What of the library is shown. Links and a plain form: what they say comes to stand in the address. */
export function LibraryFilters({ query, counts }: LibraryFiltersProps) {
  return (
    <div className="grid gap-4">
      <nav aria-label="Which pictures">
        <ul className="flex flex-wrap gap-2">
          {pictureFilters.map((filter) => (
            <li key={filter}>
              <a
                href={libraryAddress(query, { filter }) as Route}
                aria-current={filter === query.filter ? 'true' : undefined}
                className={classes(
                  'inline-flex min-h-9 items-center gap-2 rounded-full border px-3.5 no-underline',
                  filter === query.filter
                    ? 'border-ink bg-ink text-surface'
                    : 'border-line text-ink hover:border-accent hover:text-accent',
                )}
              >
                {names[filter]} <span className="tabular">{counts[filter]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <search>
        <form method="get" action="/admin/pictures" className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="min-w-0 grow basis-full tablet:max-w-[22rem] tablet:basis-0">
            <label htmlFor="q" className="block font-semibold">
              Words in the name or the text
            </label>
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={query.search}
              autoComplete="off"
              className="mt-1.5 block min-h-11 w-full rounded-medium border-[1.5px] border-line-strong bg-raised px-3 py-2 text-small"
            />
          </div>
          <div className="w-44">
            <Select
              label="Order"
              name="sort"
              defaultValue={query.sort}
              options={[
                { value: 'newest', label: 'Newest first' },
                { value: 'oldest', label: 'Oldest first' },
                { value: 'name', label: 'By name' },
                { value: 'largest', label: 'Largest first' },
              ]}
            />
          </div>
          {query.filter !== 'all' && <input type="hidden" name="filter" value={query.filter} />}
          <button type="submit" className={buttonClasses('secondary')}>
            Show
          </button>
        </form>
      </search>
    </div>
  )
}
