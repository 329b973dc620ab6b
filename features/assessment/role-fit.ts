import { type Fit, fitOf, type Gap, gapsOf, strengthsOf } from '#features/profile/scoring.ts'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { capitalised, counted, listed } from '#lib/format.ts'
import { type Level, levelNames, type Rank } from '#lib/levels.ts'
import { type Bridge, cheapestBridge, fewestHours, type OfferedStep } from './bridge.ts'
import { levelAsked } from './questionnaire.ts'

export interface RoleFit {
  role: RoleView
  fit: Fit<RoleSkill>
  /** How many of the role's skills were ever rated. */
  rated: number
}

/** One profile against every role, the best fit first. */
export function roleFits(roles: readonly RoleView[], levels: ReadonlyMap<string, Level>): RoleFit[] {
  return roles
    .map((role) => ({
      role,
      fit: fitOf(role.skills, (slug) => levels.get(slug)),
      rated: role.skills.filter(({ slug }) => levels.has(slug)).length,
    }))
    .sort((a, b) => b.fit.percent - a.fit.percent || byName(a, b))
}

const byName = (a: RoleFit, b: RoleFit) => a.role.name.localeCompare(b.role.name, 'en-GB')

/** How many skills have to be rated before roles stand in an order of fit. */
const fewestRated = 5

/**
 * Whether a profile says enough to order roles by it: not if little is rated, and not if nothing stands higher than the
 * ticks of the questionnaire, which orders roles itself, and better by so little.
 */
export function enoughToOrder(roles: readonly RoleView[], levels: ReadonlyMap<string, Level>): boolean {
  const kinds = new Map(roles.flatMap(({ skills }) => skills.map(({ slug, kind }) => [slug, kind] as const)))
  const rated = [...levels].flatMap(([slug, level]) => {
    const kind = kinds.get(slug)
    return kind ? [{ kind, level }] : []
  })
  return rated.length >= fewestRated && rated.some(({ kind, level }) => level > levelAsked[kind])
}

/** A role with the shortest way to it. */
export interface RoleWay extends RoleFit {
  /** The must-haves below their target, in the order in which to learn them. */
  missing: Gap<RoleSkill>[]
  /** To the target of every must-have. */
  bridge: Bridge
}

/** How many roles count as near, however many fit about as well. */
const mostNear = 6

/**
 * Every role with its fit and its bridge: by fit, then by fewest hours, then by name. Near are those that fit at least half
 * as well as the best one; without a single point nothing is near.
 */
export function rolesByWay(
  fits: readonly RoleFit[],
  steps: readonly OfferedStep[],
): { near: RoleWay[]; further: RoleWay[] } {
  const rungs = Map.groupBy(steps, ({ skill, reaches }) => `${skill} ${reaches}`)
  const hoursTo = (slug: string, rank: Rank) => fewestHours(rungs.get(`${slug} ${rank}`) ?? [])
  const ways = fits
    .map((each) => {
      // In the order of every other list of gaps, so that all of them name the same first step.
      const missing = gapsOf(each.fit, hoursTo).filter(({ skill }) => skill.weight === 'must')
      const gaps = missing.map(({ skill, level }) => ({ slug: skill.slug, level, target: skill.target }))
      return { ...each, missing, bridge: cheapestBridge(gaps, steps) }
    })
    .sort(
      (a, b) =>
        b.fit.percent - a.fit.percent ||
        a.bridge.open.length - b.bridge.open.length ||
        a.bridge.hours - b.bridge.hours ||
        byName(a, b),
    )
  const least = Math.max(1, (ways[0]?.fit.percent ?? 0) / 2)
  const near = ways.filter(({ fit }, index) => index < mostNear && fit.percent >= least)
  return { near, further: ways.slice(near.length) }
}

/** How many skills a sentence names before it counts the rest. */
const named = 4

function some(names: readonly string[]): string {
  if (names.length <= named + 1) return listed(names)
  return listed([...names.slice(0, named), counted(names.length - named, 'other')])
}

/** Why a role fits as it does, in two or three sentences: what is there, and what is missing. */
export function fitReasons({ role, fit, rated, missing: open }: RoleWay): string[] {
  const reached = strengthsOf(fit).map(({ skill }) => skill.name)
  const missing = open.map(({ skill, level }) =>
    level ? `${skill.name} (${levelNames[level]}, not yet ${levelNames[skill.target]})` : skill.name,
  )
  return [
    reached.length > 0 ? `You reach what it asks of ${some(reached)}.` : 'None of its skills is at its target yet.',
    missing.length > 0
      ? `${capitalised(counted(missing.length, 'must-have'))} ${missing.length === 1 ? 'is' : 'are'} missing: ${some(missing)}.`
      : 'No must-have is missing.',
    ...(rated < role.skills.length
      ? [
          `${capitalised(counted(role.skills.length - rated, 'skill'))} of ${role.skills.length} you have not rated, so it may be up to ${fit.atBest}%.`,
        ]
      : []),
  ]
}
