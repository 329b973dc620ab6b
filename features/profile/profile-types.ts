import type { RatingSource, SkillKind } from '#db/schema/index.ts'
import type { Level } from '#lib/levels.ts'

/** A skill in someone's profile, with the newest rating. */
export interface SkillRating {
  slug: string
  name: string
  kind: SkillKind
  level: Level
  source: RatingSource
  at: Date
}

/** Where a rating came from, in words. */
export const sourceNames: Record<RatingSource, string> = {
  guide: 'in a guide',
  skill: 'on the skill’s page',
  assessment: 'in an assessment',
  profile: 'in your profile',
}
