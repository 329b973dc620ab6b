import { z } from 'zod'
import { guideKinds } from '#db/schema/words.ts'
import { list, oneOf, slug, unlike, wording } from '#features/taxonomy/taxonomy-schema.ts'

/** A file of `authors/`. */
export const authorSchema = z.strictObject({
  name: wording(80),
  title: wording(80),
  bio: wording(800),
})

const day = z.iso.date({
  error: ({ input }) =>
    input === '' ? 'Say on which day it was last reviewed.' : 'Write a day that exists as YYYY-MM-DD.',
})

const sourceDateMessage =
  'Write the date of the source as YYYY, YYYY-MM or YYYY-MM-DD, or leave the line out for a page that is kept up to date.'

const sourceDate = z
  .union([z.string(), z.number().transform(String)], { error: sourceDateMessage })
  .refine((value) => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value), { error: sourceDateMessage })

const source = z.strictObject({
  title: wording(200),
  publisher: wording(120),
  url: z
    .url({ protocol: /^https?$/, error: 'Write the whole address, beginning with https://.' })
    .max(500, 'Use at most 500 characters.'),
  /** Left out for a page that its publisher keeps up to date. */
  date: sourceDate.default(''),
})

/** `sources:` with nothing after it is an empty list. */
const orNone = <Item>(value: Item | null | undefined): Item | [] => value ?? []

/** The front matter of a guide. One `role` and several `roles` come out as the same list. */
export const frontSchema = z
  .strictObject({
    kind: oneOf(guideKinds),
    title: wording(100),
    standfirst: wording(400),
    description: wording(160),
    author: slug,
    reviewed: day,
    role: slug.optional(),
    roles: list(slug, 1, 6, 'roles')
      .superRefine(unlike(String, (key) => `"${key}" stands here twice.`))
      .optional(),
    skill: slug.optional(),
    explore: z.preprocess(
      orNone,
      list(slug, 0, 8, 'guides').superRefine(unlike(String, (key) => `"${key}" stands here twice.`)),
    ),
    sources: z.preprocess(orNone, list(source, 0, 40, 'sources')),
  })
  .superRefine((front, context) => {
    if (front.role && front.roles) {
      context.addIssue({ code: 'custom', path: ['roles'], message: 'Use role for one or roles for several, not both.' })
    }
  })
  .transform(({ role, roles, ...front }) => ({ ...front, roles: roles ?? (role ? [role] : []) }))

export type Front = z.output<typeof frontSchema>
export type AuthorInput = z.output<typeof authorSchema> & { slug: string }
