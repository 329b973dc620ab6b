import type { Route } from 'next'
import type { SearchKind } from '#db/schema/words.ts'
import { quoted } from '#lib/quotation.ts'
import { searchAddress, searchKindNames } from '../search-address.ts'
import { SearchExamples } from './search-examples.tsx'

/** Where to go on from a search that found nothing at all. */
export function NothingFound({ query, kind }: { query: string; kind: SearchKind | null }) {
  return (
    <div className="mt-8">
      <p role="status">
        {kind ? (
          <>
            No {searchKindNames[kind].one} has these words.{' '}
            <a href={searchAddress(query, null) as Route} className="text-accent underline underline-offset-4">
              Look through everything
            </a>
          </>
        ) : (
          <>Nothing here fits {quoted(query)} yet. The editors will see that somebody looked for it.</>
        )}
      </p>
      {!kind && <SearchExamples />}
    </div>
  )
}
