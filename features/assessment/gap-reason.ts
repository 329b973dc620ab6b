import type { Gap } from '#features/profile/scoring.ts'
import { counted } from '#lib/format.ts'
import { levelNames } from '#lib/levels.ts'

/** Why a gap stands where it stands in the list, in a sentence or two. */
export function gapReason(gap: Gap): string {
  const weight = gap.skill.weight === 'must' ? 'A must-have' : 'Nice to have'
  const distance =
    gap.level === null ? 'and you were not sure about it' : `${counted(gap.missing, 'level')} below its target`
  const points = Math.round(gap.gain)
  const worth = `Reaching ${levelNames[gap.next]} adds ${points < 1 ? 'less than a point' : points === 1 ? 'about one point' : `about ${points} points`}`
  const effort =
    gap.hours === null
      ? ''
      : `, and the shortest step there takes ${gap.hours === 1 ? 'an hour' : `${gap.hours} hours`}`
  return `${weight}, ${distance}. ${worth}${effort}.`
}
