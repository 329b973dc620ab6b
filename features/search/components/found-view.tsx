import type { Route } from 'next'
import type { SearchKind } from '#db/schema/words.ts'
import { quoted } from '#lib/quotation.ts'
import { searchAddress, searchKindNames } from '../search-address.ts'
import type { Found, HitGroup } from '../search-types.ts'
import { HitList } from './hit-list.tsx'

interface FoundViewProps {
  found: Found
  query: string
  kind: SearchKind | null
  page: number
}

/** What a search came to, kind by kind, and in words where it is not quite what was asked. */
export function FoundView({ found, query, kind, page }: FoundViewProps) {
  return (
    <div className="mt-8">
      {found.corrected && (
        <p role="status" className="mb-6">
          Nothing here is written {quoted(query)}. This is what was found for <strong>{found.corrected}</strong>.
        </p>
      )}
      {found.loose && (
        <p role="status" className="mb-6">
          Nothing here has all of these words. The nearest things have some of them. The editors will see that somebody
          looked for this.
        </p>
      )}
      {kind ? (
        <OneKind groups={found.groups} query={found.corrected ?? query} kind={kind} page={page} />
      ) : (
        found.groups.map((group) => <Group key={group.kind} group={group} query={found.corrected ?? query} />)
      )}
      {found.nearby.length > 0 && (
        <section aria-labelledby="nearby" className="mb-12">
          <h2 id="nearby" className="mb-4 text-h3">
            With some of these words
          </h2>
          <HitList hits={found.nearby} headings="h3" />
        </section>
      )}
    </div>
  )
}

function Group({ group, query }: { group: HitGroup; query: string }) {
  const { many } = searchKindNames[group.kind]
  return (
    <section aria-labelledby={`found-${group.kind}`} className="mb-12">
      <h2 id={`found-${group.kind}`} className="mb-4 text-h3">
        {many}
      </h2>
      <HitList hits={group.hits} headings="h3" />
      {group.more && (
        <p className="mt-3">
          <a href={searchAddress(query, group.kind) as Route} className="text-accent underline underline-offset-4">
            More {many.toLowerCase()} with these words
          </a>
        </p>
      )}
    </section>
  )
}

interface OneKindProps {
  groups: readonly HitGroup[]
  query: string
  kind: SearchKind
  page: number
}

function OneKind({ groups: [group], query, kind, page }: OneKindProps) {
  if (!group) return null
  return (
    <>
      <h2 className="sr-only">{searchKindNames[kind].many}</h2>
      <HitList hits={group.hits} headings="h3" />
      {(page > 1 || group.more) && (
        <nav aria-label="Pages" className="mt-5 flex justify-between">
          {page > 1 ? (
            <PageLink href={searchAddress(query, kind, page - 1)}>Back to page {page - 1}</PageLink>
          ) : (
            <span />
          )}
          {group.more && <PageLink href={searchAddress(query, kind, page + 1)}>On to page {page + 1}</PageLink>}
        </nav>
      )}
    </>
  )
}

function PageLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a href={href as Route} className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
      {children}
    </a>
  )
}
