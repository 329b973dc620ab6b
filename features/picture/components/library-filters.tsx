import type { Route } from 'next'
import { classes } from '#components/classes.ts'
import { FilterForm } from '#components/ui/filter-form.tsx'
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

/** What of the library is shown. What the links and the form say comes to stand in the address. */
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
      <FilterForm
        action="/admin/pictures"
        label="Words in the name or the text"
        search={query.search}
        keep={{ filter: query.filter === 'all' ? null : query.filter }}
      >
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
      </FilterForm>
    </div>
  )
}
