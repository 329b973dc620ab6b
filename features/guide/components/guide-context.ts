import type { PictureCard } from '#features/picture/upload-answers.ts'
import type { Question, SkillLink, SkillStatements } from '#features/taxonomy/taxonomy-types.ts'
import type { Level, Rank } from '#lib/levels.ts'

/** What the blocks of a guide need to know beyond its text: the taxonomy as it stands, and the reader. */
export interface GuideContext {
  slug: string
  /** The skills that the guide's blocks name, by the slug that they use. */
  skills: ReadonlyMap<string, SkillLink & { statements: SkillStatements }>
  /** By "skill/question", as the blocks have it. */
  questions: ReadonlyMap<string, Question>
  /** The guides that this one points to, by the slug that it uses. */
  related: ReadonlyMap<string, { slug: string; title: string }>
  /** The pictures of this site that it shows, by id. */
  pictures: ReadonlyMap<string, Pick<PictureCard, 'id' | 'width' | 'height' | 'widths' | 'alt'>>
  /** What the guide's role asks for, by skill. */
  targets: ReadonlyMap<string, Rank>
  /** The reader's levels, by skill; empty for a stranger. */
  levels: ReadonlyMap<string, Level>
  /** The skill that was rated a moment ago. */
  saved: string | null
  /** Whether this is a preview, in which nothing can be sent. */
  preview?: boolean
}
