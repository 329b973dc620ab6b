import type { Metadata } from 'next'
import { cache } from 'react'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { SearchBox } from '#components/furniture/search-box.tsx'
import { type SearchKind, searchKinds } from '#db/schema/words.ts'
import { FoundView } from '#features/search/components/found-view.tsx'
import { KindFilter } from '#features/search/components/kind-filter.tsx'
import { NothingFound } from '#features/search/components/nothing-found.tsx'
import { SearchExamples } from '#features/search/components/search-examples.tsx'
import { WhichRoleHint } from '#features/search/components/which-role-hint.tsx'
import { addMiss } from '#features/search/miss-writes.ts'
import { searchTitle } from '#features/search/search-address.ts'
import { pagesAtMost, search } from '#features/search/search-queries.ts'
import { wishOf } from '#features/search/search-wish.ts'
import { queryAtMost } from '#features/search/search-words.ts'
import { firstParam, wordParam } from '#lib/params.ts'
import { admit } from '#lib/rate-limit.ts'
import { requestFacts } from '#lib/request.ts'
import { Frame } from '../../frame.tsx'
import { searchSource } from '../../static-scripts.ts'

const queryOf = async (searchParams: PageProps<'/search'>['searchParams']) =>
  (firstParam((await searchParams).q) ?? '').trim().slice(0, queryAtMost)

/** What is asked, and what it came to: once for the title and the page. */
async function askedOf(searchParams: PageProps<'/search'>['searchParams']) {
  const params = await searchParams
  const query = await queryOf(searchParams)
  const kind = wordParam(params.type, searchKinds)
  const page = kind ? Math.min(Math.max(1, Number.parseInt(firstParam(params.page) ?? '1', 10) || 1), pagesAtMost) : 1
  const { admitted, found } = query === '' ? nothingAsked : await answerTo(query, kind, page)
  return { query, kind, page, admitted, found }
}

const nothingAsked = { admitted: true, found: null }

const answerTo = cache(async (query: string, kind: SearchKind | null, page: number) => {
  const { ok } = await admit('searchByAddress', (await requestFacts()).address)
  return { admitted: ok, found: ok ? await search(query, { kind, page }) : null }
})

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const { query, page, found } = await askedOf(searchParams)
  return {
    title: searchTitle(query, page, found),
    description: 'Find guides, skills, roles and interview questions, also by the names that job adverts use.',
    alternates: { canonical: '/search' },
    // What somebody looked for is nothing to be found elsewhere.
    ...(query !== '' && { robots: { index: false } }),
  }
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { query, kind, page, admitted, found } = await askedOf(searchParams)
  if (found && !kind && (found.loose || found.groups.length === 0)) await addMiss(query, (await requestFacts()).address)
  return (
    <Frame section="search" path="/search">
      <Column>
        <PageHead title="Search" />
        <div className="mt-6">
          <SearchBox id="search" script={searchSource} value={query} kept={kind ? { type: kind } : {}} large />
        </div>
        {!admitted && (
          <p role="alert" className="mt-8 border-l-2 border-mark pl-4">
            There were very many searches from your connection in a short time. Wait a few minutes, then send this one
            again.
          </p>
        )}
        {found ? (
          <>
            <KindFilter query={query} kind={kind} />
            {(wishOf(query).undecided || found.groups.length === 0) && <WhichRoleHint />}
            {found.groups.length > 0 ? (
              <FoundView found={found} query={query} kind={kind} page={page} />
            ) : (
              <NothingFound query={query} kind={kind} />
            )}
          </>
        ) : (
          admitted && <SearchExamples />
        )}
      </Column>
    </Frame>
  )
}
