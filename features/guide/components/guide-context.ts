import type { Question, SkillLink, SkillStatements } from '#features/taxonomy/taxonomy-types.ts'
import type { Level, Rank } from '#lib/levels.ts'

/** What the blocks of a guide need to know beyond its text: the taxonomy as it stands, and the reader. */
export interface GuideContext {
  slug: string
  /** The skills that the guide's blocks name, by slug. */
  skills: ReadonlyMap<string, SkillLink & { statements: SkillStatements }>
  /** By "skill/question". */
  questions: ReadonlyMap<string, Question>
  /** Titles of the guides that this one points to, by slug. */
  titles: ReadonlyMap<string, string>
  /** What the guide's role asks for, by skill. */
  targets: ReadonlyMap<string, Rank>
  /** The reader's levels, by skill; empty for a stranger. */
  levels: ReadonlyMap<string, Level>
  /** The skill that was rated a moment ago. */
  saved: string | null
}
