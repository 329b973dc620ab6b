import type { GuideBody } from './guide-body.ts'
import type { Front } from './guide-schema.ts'

/** A guide as it is published: front matter, body as it was written, and the body read. */
export interface GuideInput {
  slug: string
  front: Front
  markdown: string
  body: GuideBody
}
