import type { Level, Rank } from '#lib/levels.ts'

/*
 * The cheapest bridge to a role: which practice steps lift every open must-have to its target in the fewest hours.
 *
 * A step leads to its level from the one below. Where nothing is written for the level below, it leads there from the next
 * lower level for which something is, so that a rung without a step stops nobody. What a skill is not rated at counts as
 * none yet. So the rungs of a skill are climbed one after the other, each by whichever of its steps takes fewest hours;
 * nobody is sent to Practitioner by a step of six hours who has never done the Working ones.
 */

export interface BridgeGap {
  slug: string
  level: Level | null
  target: Rank
}

/** A practice step as far as this goes. */
export interface OfferedStep {
  skill: string
  key: string
  title: string
  reaches: Rank
  hours: number
}

export interface Bridge<Step extends OfferedStep = OfferedStep> {
  /** In the order of the gaps, and within a skill from the bottom up. */
  steps: Step[]
  hours: number
  /** The skills whose target no written step leads up to; what there is for them is in `steps` all the same. */
  open: string[]
}

/** The hours of the quickest of these steps; null where there is none. */
export const fewestHours = (steps: readonly Pick<OfferedStep, 'hours'>[]): number | null =>
  steps.length > 0 ? Math.min(...steps.map(({ hours }) => hours)) : null

/**
 * @param gaps in the order in which they are to be closed
 * @param offered of two steps with the same hours the first one is taken
 */
export function cheapestBridge<Step extends OfferedStep>(
  gaps: readonly BridgeGap[],
  offered: readonly Step[],
): Bridge<Step> {
  const ofSkill = Map.groupBy(offered, ({ skill }) => skill)
  const steps: Step[] = []
  const open: string[] = []
  for (const { slug, level, target } of gaps) {
    const rungs = Map.groupBy(ofSkill.get(slug) ?? [], ({ reaches }) => reaches)
    let at: Level = level ?? 0
    for (const [rank, leading] of [...rungs].sort(([a], [b]) => a - b)) {
      const [first, ...others] = leading
      if (rank <= at || at >= target || !first) continue
      steps.push(others.reduce((best, step) => (step.hours < best.hours ? step : best), first))
      at = rank
    }
    if (at < target) open.push(slug)
  }
  return { steps, hours: steps.reduce((sum, step) => sum + step.hours, 0), open }
}
