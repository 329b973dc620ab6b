import { z } from 'zod'
import { guideKinds } from '#db/schema/guide.ts'
import { originKinds, redirectKinds } from '#db/schema/site.ts'
import { questionKinds, skillKinds } from '#db/schema/taxonomy.ts'
import { type Front, frontSchema } from '#features/guide/guide-schema.ts'
import { list, oneOf, roleSchema, slug, wording } from '#features/taxonomy/taxonomy-schema.ts'
import { levelKeys, rankOf } from '#lib/levels.ts'

/*
 * What the files of a content folder may hold, where that is more than the schemas of the things themselves say. What is
 * not finished (skills with `unfinished: true`, working copies) may lack nearly everything; what it has must have its shape.
 */

const moment = z.iso
  .datetime({ error: 'Write a moment as 2026-11-22T22:11:37.123Z.' })
  .transform((value) => new Date(value))

/** A text that may be anything that can be stored. */
const anyText = (max: number) =>
  z
    .string({ error: 'This must be text. If it looks like a number or yes/no, put it in quotes.' })
    .max(max, `Use at most ${max} characters.`)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'This holds a character that cannot be kept.')

/** The same, which may be missing. */
const loose = (max: number) => anyText(max).default('')

const looseList = <Item extends z.ZodType>(item: Item, max: number, what: string) =>
  z.preprocess((value) => value ?? [], list(item, 0, max, what))

/** A file of `roles/`. */
export const roleFileSchema = roleSchema.extend({ category: slug.optional() })

/** A file of `categories/`. */
export const categoryFileSchema = z.strictObject({
  name: wording(60),
  summary: loose(300),
  position: z.number({ error: 'This must be a number.' }).int('Use a whole number.').min(0).max(10_000),
})

const level = oneOf(levelKeys).transform(rankOf)
const statements = looseList(loose(240), 4, 'statements')

/** A file of `skills/` with `unfinished: true`. */
export const unfinishedSkillSchema = z
  .strictObject({
    unfinished: z.literal(true, { error: 'Write true, or leave the line out.' }),
    name: wording(60),
    kind: oneOf(skillKinds),
    definition: loose(220),
    aliases: looseList(wording(60), 60, 'aliases'),
    levels: z
      .strictObject({
        awareness: statements,
        working: statements,
        practitioner: statements,
        expert: statements,
      })
      .partial()
      .prefault({}),
    related: looseList(slug, 12, 'skills'),
    steps: looseList(
      z.strictObject({
        id: slug,
        title: loose(100),
        reaches: level,
        hours: z.number({ error: 'This must be a number of hours.' }).int('Use whole hours.').min(1).max(400),
        body: loose(1000),
        done: loose(400),
      }),
      12,
      'steps',
    ),
    questions: looseList(
      z.strictObject({
        id: slug,
        kind: oneOf(questionKinds),
        level,
        question: loose(400),
        why: loose(600),
        strong: loose(1200),
        weak: loose(800),
      }),
      20,
      'questions',
    ),
  })
  .transform(({ unfinished: _, levels, ...skill }) => ({
    ...skill,
    levels: {
      awareness: levels.awareness ?? [],
      working: levels.working ?? [],
      practitioner: levels.practitioner ?? [],
      expert: levels.expert ?? [],
    },
  }))

/** The front matter of a file of `guides/`: that of the guide, and when it was first published. */
export const guideFileSchema = z
  .looseObject({ published: moment.optional() })
  .transform(({ published, ...fields }, context): { front: Front; published: Date | null } => {
    const parsed = frontSchema.safeParse(fields)
    if (parsed.success) return { front: parsed.data, published: published ?? null }
    for (const issue of parsed.error.issues) {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
      for (const key of unknown) {
        context.addIssue({ code: 'custom', path: [...issue.path, key], message: noSuchField })
      }
      if (unknown.length === 0) context.addIssue({ code: 'custom', path: issue.path, message: issue.message })
    }
    return z.NEVER
  })

export const noSuchField = 'There is no such field here. Remove it, or correct its name.'

/** The front matter of a file of `drafts/`. */
export const draftFileSchema = z.strictObject({
  kind: oneOf(guideKinds),
  title: loose(300),
  standfirst: loose(2000),
  description: loose(1000),
  author: loose(80),
  reviewed: z.union([z.literal(''), z.iso.date()], { error: 'Write a day that exists as YYYY-MM-DD.' }).default(''),
  role: anyText(80).optional(),
  roles: looseList(anyText(80), 20, 'roles'),
  skill: anyText(80).optional(),
  explore: looseList(anyText(80), 40, 'guides'),
  sources: looseList(
    z.strictObject({ title: loose(500), publisher: loose(300), url: loose(2000), date: loose(30) }),
    100,
    'sources',
  ),
  public: slug.optional(),
  archived: moment.optional(),
})

const address = z
  .string({ error: 'This must be an address.' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'This must be a slug, or skill/question.')
  .max(161, 'This is too long.')

/** The file `redirects.yml`: by kind, the old address and the present one. */
export const redirectsFileSchema = z
  .strictObject(
    Object.fromEntries(redirectKinds.map((kind) => [kind, z.record(address, address).optional()])) as Record<
      (typeof redirectKinds)[number],
      z.ZodOptional<z.ZodRecord<typeof address, typeof address>>
    >,
  )
  .transform((kinds) =>
    redirectKinds.flatMap((kind) =>
      Object.entries(kinds[kind] ?? {}).flatMap(([slug, target]) => (slug === target ? [] : { kind, slug, target })),
    ),
  )

const fileHash = z.string().regex(/^[\w-]{43}$/, 'This is no hash.')

/** The file `origins.yml`: by kind and address, the hash of what was last brought in. */
export const originsFileSchema = z
  .partialRecord(z.enum(originKinds), z.record(slug, fileHash))
  .transform((kinds) =>
    originKinds.flatMap((kind) => Object.entries(kinds[kind] ?? {}).map(([slug, hash]) => ({ kind, slug, hash }))),
  )

/** A file of `pictures/`. */
export const pictureFileSchema = z.strictObject({
  name: wording(200),
  alt: loose(1000),
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
  widths: z.array(z.number().int().min(1).max(20_000)).min(1).max(12),
  hash: z.string().regex(/^[\w+/=-]{20,100}$/, 'This is no hash.'),
  created: moment,
  archived: moment.optional(),
})

/** The file `site.yml`. */
export const siteFileSchema = z.strictObject({
  format: z.literal(1, { error: 'This comes from a newer version of Guidepost, which this one cannot read.' }),
  guidepost: loose(40),
  exported: moment.optional(),
  /** Pictures whose files were not there to be exported. */
  missing: z.array(loose(40)).optional(),
})
