import type { SearchKind } from '#db/schema/words.ts'
import type { Found } from './search-types.ts'

/** What the kinds of things are called where they are found. */
export const searchKindNames: Record<SearchKind, { one: string; many: string }> = {
  guide: { one: 'guide', many: 'Guides' },
  skill: { one: 'skill', many: 'Skills' },
  role: { one: 'role', many: 'Roles' },
  question: { one: 'interview question', many: 'Questions' },
}

/** The address of a search. */
export function searchAddress(query: string, kind: SearchKind | null, page = 1): string {
  const given = new URLSearchParams({ q: query })
  if (kind) given.set('type', kind)
  if (page > 1) given.set('page', String(page))
  return `/search?${given}`
}

/** The title of a search's page, which a screen reader says first: what it came to. */
export function searchTitle(query: string, page: number, found: Found | null): string {
  if (!found) return 'Search'
  if (found.groups.length === 0) return `Nothing found: ${query}`
  const words = found.corrected ? `${found.corrected} (for ${query})` : query
  return page > 1 ? `${words}, page ${page} - search` : `${words} - search`
}
