import type { RoleInput, SkillInput } from '#features/taxonomy/taxonomy-schema.ts'
import type { Lines } from './content-yaml.ts'
import type { GuideBody } from './guide-body.ts'
import type { AuthorInput, Front } from './guide-schema.ts'

/** A guide as it is published: front matter, body as it was written, and the body read. */
export interface GuideInput {
  slug: string
  front: Front
  markdown: string
  body: GuideBody
}

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
