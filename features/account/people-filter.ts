import { type UserRole, userRoles } from '#db/schema/account.ts'
import { firstParam, wordParam } from '#lib/params.ts'

export const peopleSorts = ['name', '-name', 'role', '-role', 'since', '-since', 'seen', '-seen'] as const
export type PeopleSort = (typeof peopleSorts)[number]

/** What the list of people shows; the address of the page says all of it. */
export interface PeopleFilter {
  search: string
  role: UserRole | null
  suspended: boolean
  sort: PeopleSort
  /** From 1. */
  page: number
}

type Params = Record<string, string | string[] | undefined>

const longestSearch = 100
const lastPage = 100_000

export function readPeopleFilter(params: Params): PeopleFilter {
  const page = Number(firstParam(params.page) ?? '1')
  return {
    search: (firstParam(params.q) ?? '').trim().slice(0, longestSearch),
    role: wordParam(params.role, userRoles),
    suspended: firstParam(params.suspended) === 'yes',
    sort: wordParam(params.sort, peopleSorts) ?? 'name',
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  }
}

/** @returns the address of the list with this filter, without what goes without saying */
export function peopleHref({ search, role, suspended, sort, page }: PeopleFilter): string {
  const query = new URLSearchParams({
    ...(search && { q: search }),
    ...(role && { role }),
    ...(suspended && { suspended: 'yes' }),
    ...(sort !== 'name' && { sort }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return query ? `/admin/people?${query}` : '/admin/people'
}
