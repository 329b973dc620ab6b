import { type SkillKind, skillKinds } from '#db/schema/words.ts'
import { firstParam, wordParam } from '#lib/params.ts'

export const skillSorts = ['name', '-name', 'roles', '-roles', 'guides', '-guides', 'changed', '-changed'] as const
export type SkillSort = (typeof skillSorts)[number]

export const skillStates = ['unfinished', 'unused'] as const
export type SkillState = (typeof skillStates)[number]

/** What the list of skills shows; the address of the page says all of it. */
export interface SkillFilter {
  search: string
  kind: SkillKind | null
  state: SkillState | null
  sort: SkillSort
}

type Params = Record<string, string | string[] | undefined>

const longestSearch = 100

export function readSkillFilter(params: Params): SkillFilter {
  return {
    search: (firstParam(params.q) ?? '').trim().slice(0, longestSearch),
    kind: wordParam(params.kind, skillKinds),
    state: wordParam(params.state, skillStates),
    sort: wordParam(params.sort, skillSorts) ?? 'name',
  }
}

/** @returns the address of the list with this filter, without what goes without saying */
export function skillsHref({ search, kind, state, sort }: SkillFilter): string {
  const query = new URLSearchParams({
    ...(search && { q: search }),
    ...(kind && { kind }),
    ...(state && { state }),
    ...(sort !== 'name' && { sort }),
  }).toString()
  return query ? `/admin/skills?${query}` : '/admin/skills'
}

/** A skill as the list of editors shows it. */
export interface SkillRow {
  id: string
  slug: string
  name: string
  kind: SkillKind
  unfinished: boolean
  updatedAt: Date
  aliases: string[]
  roles: number
  guides: number
}

/** The skills that fit, in the order asked for. */
export function filterSkills(all: readonly SkillRow[], filter: SkillFilter): SkillRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean)
  return sorted(all, filter, (text) => words.every((word) => text.includes(word)))
}

/** Where none has every word: those that have one that says something, as what readers looked for is often said otherwise. */
export function nearSkills(all: readonly SkillRow[], filter: SkillFilter): SkillRow[] {
  const words = filter.search.toLowerCase().match(/[\p{L}\p{N}+#]{3,}/gu) ?? []
  return sorted(all, filter, (text) => words.some((word) => text.includes(word)))
}

function sorted(
  all: readonly SkillRow[],
  { kind, state, sort }: SkillFilter,
  hasWords: (text: string) => boolean,
): SkillRow[] {
  const fits = (skill: SkillRow) => {
    const text = [skill.name, skill.slug, ...skill.aliases].join('\n').toLowerCase()
    return (
      hasWords(text) &&
      (!kind || skill.kind === kind) &&
      (state !== 'unfinished' || skill.unfinished) &&
      (state !== 'unused' || skill.roles + skill.guides === 0)
    )
  }
  const key = sort.replace('-', '')
  const turn = sort.startsWith('-') ? -1 : 1
  const compare = (a: SkillRow, b: SkillRow) => {
    if (key === 'roles') return a.roles - b.roles
    if (key === 'guides') return a.guides - b.guides
    return key === 'changed' ? a.updatedAt.getTime() - b.updatedAt.getTime() : a.name.localeCompare(b.name, 'en-GB')
  }
  return all.filter(fits).toSorted((a, b) => turn * compare(a, b) || a.name.localeCompare(b.name, 'en-GB'))
}
