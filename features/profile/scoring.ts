import type { Weight } from '#db/schema/index.ts'
import type { Level, Rank } from '#lib/levels.ts'

/*
 * How well a profile fits a role. Ours, and plain enough to be worked out by hand, since the page shows the working:
 * each skill earns the share of its target that is reached, a must-have counts three times, and more than the
 * target earns nothing extra (one strong skill does not hide a missing one).
 */

/** How often a skill counts. */
export const weightPoints: Record<Weight, number> = { must: 3, nice: 1 }

export interface AskedSkill {
  slug: string
  name: string
  target: Rank
  weight: Weight
}

/** One skill's part in a fit. */
export interface FitPart<Skill extends AskedSkill = AskedSkill> {
  skill: Skill
  /** Null when the person is not sure, or never rated it: it earns nothing until then. */
  level: Level | null
  /** Points earned, of `possible`. */
  earned: number
  possible: number
}

export interface Fit<Skill extends AskedSkill = AskedSkill> {
  /** 0 to 100, rounded down, so that 100 means that every target is reached. */
  percent: number
  /** What it would be if every skill without an answer were at its target. */
  atBest: number
  /** Skills without an answer. */
  unknown: number
  /** Must-haves below their target. */
  openMusts: number
  parts: FitPart<Skill>[]
}

/**
 * @param skills what the role asks for
 * @param levelOf the person's level for a skill's slug; null or undefined when there is none
 */
export function fitOf<Skill extends AskedSkill>(
  skills: readonly Skill[],
  levelOf: (slug: string) => Level | null | undefined,
): Fit<Skill> {
  const parts = skills.map((skill) => {
    const level = levelOf(skill.slug) ?? null
    const possible = weightPoints[skill.weight]
    return { skill, level, earned: (possible * Math.min(level ?? 0, skill.target)) / skill.target, possible }
  })
  const possible = total(parts, (part) => part.possible)
  return {
    percent: percentage(
      total(parts, (part) => part.earned),
      possible,
    ),
    atBest: percentage(
      total(parts, (part) => (part.level === null ? part.possible : part.earned)),
      possible,
    ),
    unknown: parts.filter((part) => part.level === null).length,
    openMusts: parts.filter((part) => part.skill.weight === 'must' && !reached(part)).length,
    parts,
  }
}

export interface Gap<Skill extends AskedSkill = AskedSkill> {
  skill: Skill
  level: Level | null
  /** The level to go for now: one above the present one. */
  next: Rank
  /** Levels between here and the target. */
  missing: number
  /** Percentage points that the next level adds to the fit. */
  gain: number
  /** Hours of the quickest step that leads to the next level; null if none is written. */
  hours: number | null
}

/**
 * The skills below their target, in the order in which to learn them: must-haves first, then what adds most to the
 * fit with its next level, then what takes fewer hours, then by name.
 * @param hoursTo hours of the quickest practice step of a skill that leads to a level
 */
export function gapsOf<Skill extends AskedSkill>(
  fit: Fit<Skill>,
  hoursTo: (slug: string, rank: Rank) => number | null,
): Gap<Skill>[] {
  const possible = total(fit.parts, (part) => part.possible)
  return fit.parts
    .filter((part) => !reached(part))
    .map((part) => {
      const next = ((part.level ?? 0) + 1) as Rank
      return {
        skill: part.skill,
        level: part.level,
        next,
        missing: part.skill.target - (part.level ?? 0),
        gain: (100 * part.possible) / part.skill.target / possible,
        hours: hoursTo(part.skill.slug, next),
      }
    })
    .sort(
      (a, b) =>
        Number(b.skill.weight === 'must') - Number(a.skill.weight === 'must') ||
        b.gain - a.gain ||
        (a.hours ?? Number.POSITIVE_INFINITY) - (b.hours ?? Number.POSITIVE_INFINITY) ||
        a.skill.name.localeCompare(b.skill.name, 'en-GB'),
    )
}

/** The skills at or above their target: must-haves first, then those furthest above it, then the higher target. */
export function strengthsOf<Skill extends AskedSkill>(fit: Fit<Skill>): FitPart<Skill>[] {
  const above = (part: FitPart<Skill>) => (part.level ?? 0) - part.skill.target
  return fit.parts
    .filter(reached)
    .sort(
      (a, b) =>
        Number(b.skill.weight === 'must') - Number(a.skill.weight === 'must') ||
        above(b) - above(a) ||
        b.skill.target - a.skill.target ||
        a.skill.name.localeCompare(b.skill.name, 'en-GB'),
    )
}

const reached = (part: FitPart) => part.level !== null && part.level >= part.skill.target

function total<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}

/** Thirds and quarters add up to 99.999...; the tolerance keeps "all reached" at 100. */
function percentage(earned: number, possible: number): number {
  return possible === 0 ? 0 : Math.floor((100 * earned) / possible + 1e-9)
}
