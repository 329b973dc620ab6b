import type { GuideInput } from '#features/guide/guide-input.ts'
import type { AuthorInput } from '#features/guide/guide-schema.ts'
import type { RoleInput, SkillInput } from '#features/taxonomy/taxonomy-schema.ts'
import type { Lines } from './content-yaml.ts'

export interface Content {
  skills: SkillInput[]
  roles: RoleInput[]
  authors: AuthorInput[]
  guides: GuideInput[]
}

/** Something that was read, with what is needed to say where it stands. */
export interface Placed<Value> {
  value: Value
  file: string
  lineOf: Lines
}
