import type { Snapshot } from '#db/schema/assessment.ts'
import { tellable } from '#features/profile/five-people.ts'

/** A finished assessment, as far as gaps go. */
export interface AssessedGaps {
  personId: string
  roleId: string
  /** The slugs of the skills below their target. */
  gaps: readonly string[]
}

export interface CommonGap {
  slug: string
  /** Who have it: five at least. */
  people: number
}

/** The skills of a snapshot that are below their target. "Not sure" says nothing about a level, and is not counted. */
export const gapsIn = ({ skills }: Snapshot): string[] =>
  skills.filter(({ answer, target }) => answer !== null && answer < target).map(({ slug }) => slug)

/**
 * The skills that most people are short of, over all roles and for each, the most common first. Of several assessments
 * of one role by one person the newest counts, so that a gap that was closed is none.
 * @param assessed newest first
 */
export function commonGaps(assessed: readonly AssessedGaps[]): {
  all: CommonGap[]
  byRole: Map<string, CommonGap[]>
} {
  const all = new Map<string, Set<string>>()
  const byRole = new Map<string, Map<string, Set<string>>>()
  const seen = new Set<string>()
  for (const { personId, roleId, gaps } of assessed) {
    const key = `${roleId} ${personId}`
    if (seen.has(key)) continue
    seen.add(key)
    const ofRole = byRole.get(roleId) ?? new Map<string, Set<string>>()
    byRole.set(roleId, ofRole)
    for (const slug of gaps) {
      note(all, slug, personId)
      note(ofRole, slug, personId)
    }
  }
  return { all: ranked(all), byRole: new Map([...byRole].map(([roleId, gaps]) => [roleId, ranked(gaps)])) }
}

function note(people: Map<string, Set<string>>, slug: string, personId: string): void {
  const known = people.get(slug)
  if (known) known.add(personId)
  else people.set(slug, new Set([personId]))
}

function ranked(people: ReadonlyMap<string, ReadonlySet<string>>): CommonGap[] {
  return [...people]
    .flatMap(([slug, { size }]) => {
      const told = tellable(size)
      return told === null ? [] : [{ slug, people: told }]
    })
    .sort((a, b) => b.people - a.people || a.slug.localeCompare(b.slug))
}
