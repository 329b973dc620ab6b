import { type GuideKind, guideKinds } from '#db/schema/words.ts'
import { firstParam, wordParam } from '#lib/params.ts'

/** What the list can be narrowed to, and what each is called. Some hold others: a guide in review may be public as well. */
export const listStatuses = {
  draft: 'Drafts',
  review: 'In review',
  approved: 'Approved',
  scheduled: 'Scheduled',
  published: 'Published',
  changed: 'Published, with changes',
  private: 'Not public',
  archived: 'Archived',
} as const
export type ListStatus = keyof typeof listStatuses

export const lintStates = { errors: 'With errors', warnings: 'With warnings', clean: 'Clean' } as const
export type LintState = keyof typeof lintStates

export const listSorts = {
  title: 'Title',
  saved: 'Last saved',
  reviewed: 'Review longest ago',
  words: 'Most words',
} as const
export type ListSort = keyof typeof listSorts

export const pageSize = 50

export interface ListFilter {
  q: string
  kind: GuideKind | null
  status: ListStatus | null
  author: string | null
  /** Those whose last review is more than a year ago, or that had none. */
  due: boolean
  lint: LintState | null
  sort: ListSort
  page: number
}

type Params = Record<string, string | string[] | undefined>

const keysOf = <Key extends string>(words: Record<Key, string>) => Object.keys(words) as Key[]

/** What an address asks for. What it cannot ask for is as if it were not there. */
export function readFilter(params: Params): ListFilter {
  const page = Number(firstParam(params.page))
  return {
    q: (firstParam(params.q) ?? '').trim().slice(0, 100),
    kind: wordParam(params.kind, guideKinds),
    status: wordParam(params.status, keysOf(listStatuses)),
    author: firstParam(params.author)?.slice(0, 80) || null,
    due: firstParam(params.due) === 'yes',
    lint: wordParam(params.lint, keysOf(lintStates)),
    sort: wordParam(params.sort, keysOf(listSorts)) ?? 'title',
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1,
  }
}

/** The address of a list. Whatever narrows it differently begins at the first page. */
export function listAddress(filter: ListFilter, change: Partial<ListFilter> = {}): string {
  const { q, kind, status, author, due, lint, sort, page } = { ...filter, page: 1, ...change }
  const params = new URLSearchParams({
    ...(q && { q }),
    ...(kind && { kind }),
    ...(status && { status }),
    ...(author && { author }),
    ...(due && { due: 'yes' }),
    ...(lint && { lint }),
    ...(sort !== 'title' && { sort }),
    ...(page > 1 && { page: String(page) }),
  })
  return params.size > 0 ? `/admin/guides?${params}` : '/admin/guides'
}

/** Whether anything narrows the list. */
export const isNarrowed = ({ q, kind, status, author, due, lint }: ListFilter): boolean =>
  q !== '' || kind !== null || status !== null || author !== null || due || lint !== null

/** The day before which a review is too long ago. */
export function reviewedBefore(now: Date): string {
  const day = new Date(now)
  day.setUTCFullYear(day.getUTCFullYear() - 1)
  return day.toISOString().slice(0, 10)
}
