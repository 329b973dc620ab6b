import { firstParam, wordParam } from '#lib/params.ts'

export const pictureFilters = ['all', 'used', 'unused', 'no-text', 'archived'] as const
export type PictureFilter = (typeof pictureFilters)[number]

export const pictureSorts = ['newest', 'oldest', 'name', 'largest'] as const
export type PictureSort = (typeof pictureSorts)[number]

/** What the address of the library asks for. */
export interface PictureQuery {
  search: string
  filter: PictureFilter
  sort: PictureSort
  /** From 1. */
  page: number
}

const searchAtMost = 100

/** Reads the address; what means nothing counts as not given. */
export function pictureQuery(params: Record<string, string | string[] | undefined>): PictureQuery {
  const page = Number(firstParam(params.page) ?? 1)
  return {
    search: (firstParam(params.q) ?? '').toWellFormed().trim().slice(0, searchAtMost),
    filter: wordParam(params.filter, pictureFilters) ?? 'all',
    sort: wordParam(params.sort, pictureSorts) ?? 'newest',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}

/** The address of the library as it would be with a change; another filter starts at its first page. */
export function libraryAddress(query: PictureQuery, change: Partial<PictureQuery> = {}): string {
  const { search, filter, sort, page } = { ...query, page: 1, ...change }
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  if (filter !== 'all') params.set('filter', filter)
  if (sort !== 'newest') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  return params.size > 0 ? `/admin/pictures?${params}` : '/admin/pictures'
}
