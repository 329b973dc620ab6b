import type { Gap } from '#features/profile/scoring.ts'
import { counted } from '#lib/format.ts'
import { levelNames } from '#lib/levels.ts'

/** Why a skill has no level: it was asked about and answered with "not sure", or nobody has rated it. */
export type Unknown = 'unsure' | 'unrated'

const unknownText: Record<Unknown, string> = {
  unsure: 'you were not sure about it',
  unrated: 'you have not rated it yet',
}

/** Why a gap stands where it stands in the list, in a sentence or two. */
export function gapReason(gap: Gap, unknown: Unknown): string {
  const weight = gap.skill.weight === 'must' ? 'A must-have' : 'Nice to have'
  const distance =
    gap.level === null ? `and ${unknownText[unknown]}` : `${counted(gap.missing, 'level')} below its target`
  const points = Math.round(gap.gain)
  const worth = `Reaching ${levelNames[gap.next]} adds ${points < 1 ? 'less than a point' : points === 1 ? 'about one point' : `about ${points} points`}`
  const effort =
    gap.hours === null
      ? ''
      : `, and the shortest step there takes ${gap.hours === 1 ? 'an hour' : `${gap.hours} hours`}`
  return `${weight}, ${distance}. ${worth}${effort}.`
}
