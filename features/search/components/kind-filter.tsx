import type { Route } from 'next'
import { classes } from '#components/classes.ts'
import { type SearchKind, searchKinds } from '#db/schema/words.ts'
import { searchAddress, searchKindNames } from '../search-address.ts'

/** Narrows a search to one kind of thing. */
export function KindFilter({ query, kind }: { query: string; kind: SearchKind | null }) {
  return (
    <nav aria-label="What to show" className="mt-6">
      <ul className="flex flex-wrap gap-2">
        {[null, ...searchKinds].map((own) => (
          <li key={own ?? 'all'}>
            <a
              href={searchAddress(query, own) as Route}
              aria-current={own === kind ? 'true' : undefined}
              className={classes(
                'inline-flex min-h-9 items-center rounded-full border px-3.5 text-small no-underline',
                own === kind
                  ? 'border-ink bg-ink text-surface forced-colors:border-4'
                  : 'border-line text-ink hover:border-accent hover:text-accent',
              )}
            >
              {own ? searchKindNames[own].many : 'Everything'}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
