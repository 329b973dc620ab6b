import type { QuestionKind, SkillKind, Weight } from '#db/schema/index.ts'
import type { Rank } from '#lib/levels.ts'

export interface SkillLink {
  id: string
  slug: string
  name: string
  kind: SkillKind
}

/** The "You can ..." statements of levels 1 to 4. */
export type SkillStatements = [string[], string[], string[], string[]]

/** A skill as a role asks for it. */
export interface RoleSkill extends SkillLink {
  definition: string
  target: Rank
  weight: Weight
  statements: SkillStatements
}

export interface RoleView {
  id: string
  slug: string
  name: string
  summary: string
  /** What people do all day in it, see activities.ts. */
  activities: string[]
  skills: RoleSkill[]
}

export interface PracticeStep {
  skillId: string
  key: string
  title: string
  body: string
  reaches: Rank
  hours: number
  doneMeans: string
}

export interface Question {
  key: string
  kind: QuestionKind
  level: Rank
  question: string
  why: string
  strong: string
  weak: string
  skillSlug: string
  skillName: string
}

export const kindNames: Record<SkillKind, string> = { technical: 'Technical', soft: 'Soft' }

export const weightNames: Record<Weight, string> = { must: 'Must have', nice: 'Nice to have' }

/** A skill that can be chosen, with the first statement of each level, 1 to 4. */
export interface SkillChoice extends SkillLink {
  statements: string[]
}
