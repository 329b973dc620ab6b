import { weightPoints } from '#features/profile/scoring.ts'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { capitalised, counted, inWords, listed } from '#lib/format.ts'

/** A skill that two roles ask for, as each of them asks for it. */
export interface SharedSkill {
  a: RoleSkill
  b: RoleSkill
}

export interface RoleComparison {
  shared: SharedSkill[]
  onlyA: RoleSkill[]
  onlyB: RoleSkill[]
}

type Compared = Pick<RoleView, 'name' | 'skills'>

/**
 * What two roles ask for, skill by skill. Shared skills begin with what weighs most in both, then with what is asked for
 * at the most different levels; the others with must-haves, then with the higher target.
 */
export function compareRoles(a: Compared, b: Compared): RoleComparison {
  const inB = new Map(b.skills.map((skill) => [skill.slug, skill]))
  const inA = new Set(a.skills.map(({ slug }) => slug))
  const shared = a.skills.flatMap((skill): SharedSkill[] => {
    const other = inB.get(skill.slug)
    return other ? [{ a: skill, b: other }] : []
  })
  return {
    shared: shared.sort((one, two) => weightOf(two) - weightOf(one) || apart(two) - apart(one) || byName(one.a, two.a)),
    onlyA: a.skills.filter(({ slug }) => !inB.has(slug)).sort(byWeight),
    onlyB: b.skills.filter(({ slug }) => !inA.has(slug)).sort(byWeight),
  }
}

const weightOf = ({ a, b }: SharedSkill): number => weightPoints[a.weight] + weightPoints[b.weight]
const apart = ({ a, b }: SharedSkill): number => Math.abs(a.target - b.target)
const byName = (one: RoleSkill, two: RoleSkill): number => one.name.localeCompare(two.name, 'en-GB')
const byWeight = (one: RoleSkill, two: RoleSkill): number =>
  weightPoints[two.weight] - weightPoints[one.weight] || two.target - one.target || byName(one, two)

/** How many skills a sentence names before it counts the rest. */
const named = 3

/** A comparison in two to four sentences, without a word on which role is better. */
export function comparisonInWords(a: Compared, b: Compared, { shared, onlyA, onlyB }: RoleComparison): string[] {
  const all = shared.length + onlyA.length + onlyB.length
  if (shared.length === 0) return [`They have no skill in common.`, ...ownMusts(a, onlyA), ...ownMusts(b, onlyB)]
  const common =
    shared.length === all
      ? `They ask for the same ${counted(all, 'skill')}`
      : `${capitalised(inWords(shared.length))} of their ${inWords(all)} skills ${shared.length === 1 ? 'is' : 'are'} shared`
  return [`${common}${moreOfEach(a, b, shared)}.`, ...ownMusts(a, onlyA), ...ownMusts(b, onlyB)]
}

function moreOfEach(a: Compared, b: Compared, shared: readonly SharedSkill[]): string {
  const ofA = shared.filter((pair) => pair.a.target > pair.b.target).map((pair) => pair.a)
  const ofB = shared.filter((pair) => pair.b.target > pair.a.target).map((pair) => pair.b)
  const [first, second] = [
    ofA.length > 0 ? `${a.name} asks for a higher level in ${some(ofA)}` : '',
    ofB.length > 0 ? `${b.name} ${ofA.length > 0 ? '' : 'asks '}for a higher level in ${some(ofB)}` : '',
  ]
  if (!first && !second) return shared.length === 1 ? ', at the same level' : ', at the same levels'
  return `; ${[first, second].filter(Boolean).join(', ')}`
}

function ownMusts(role: Compared, own: readonly RoleSkill[]): string[] {
  const musts = own.filter(({ weight }) => weight === 'must')
  return musts.length === 0 ? [] : [`Must-haves of ${role.name} alone: ${some(musts)}.`]
}

/** "SQL, testing and two others": names are left as they are written, since many are proper ones. */
function some(skills: readonly RoleSkill[]): string {
  const names = skills.map(({ name }) => name)
  if (names.length <= named + 1) return listed(names)
  return listed([...names.slice(0, named), counted(names.length - named, 'other')])
}

/** Two roles that are worth laying side by side. */
export interface RolePair {
  a: Pick<RoleView, 'slug' | 'name'>
  b: Pick<RoleView, 'slug' | 'name'>
  shared: number
}

/**
 * The pairs of roles that are most alike without being the same, by the share of their skills that is common to both.
 * Each role stands in one pair only, so that the list is not one role against all others.
 * @param around keep to the pairs of this role, in which case it may stand in all of them
 */
export function alikePairs(roles: readonly RoleView[], count: number, around?: string): RolePair[] {
  const pairs = roles.flatMap((a, index) =>
    roles.slice(index + 1).flatMap((b) => {
      if (around !== undefined && a.slug !== around && b.slug !== around) return []
      const { shared, onlyA, onlyB } = compareRoles(a, b)
      const likeness = shared.length / Math.max(1, shared.length + onlyA.length + onlyB.length)
      const [first, second] = b.slug === around ? [b, a] : [a, b]
      return shared.length === 0 ? [] : [{ a: first, b: second, shared: shared.length, likeness }]
    }),
  )
  pairs.sort((one, two) => two.likeness - one.likeness || one.a.name.localeCompare(two.a.name, 'en-GB'))
  const taken = new Set<string>()
  return pairs
    .filter(({ a, b }) => {
      if (around !== undefined) return true
      if (taken.has(a.slug) || taken.has(b.slug)) return false
      taken.add(a.slug).add(b.slug)
      return true
    })
    .slice(0, count)
}
