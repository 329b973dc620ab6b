import { z } from 'zod'
import { guideKinds } from '#db/schema/guide.ts'
import type { DraftContent } from './draft-content.ts'

/*
 * What a working copy may hold. Much laxer than what a published guide must be: an editor may stop in the middle of
 * anything. Only what could not be kept is refused: the wrong shape, half a character, more than anybody writes.
 */

const typed = (max: number) =>
  z
    .string({ error: 'This is not text.' })
    .max(max, { error: `Use at most ${max.toLocaleString('en-GB')} characters.` })
    .transform((value) => value.replaceAll('\0', '').toWellFormed())

const slug = z
  .string({ error: 'A guide needs an address.' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'Use lower-case letters, digits and single hyphens for the address, such as backend-developer-skills.',
  })
  .max(80, { error: 'Use at most 80 characters for the address.' })

export const draftContentSchema: z.ZodType<DraftContent> = z.strictObject({
  slug,
  kind: z.enum(guideKinds, { error: 'Choose a kind of guide.' }),
  title: typed(300),
  standfirst: typed(2000),
  description: typed(1000),
  author: typed(80),
  reviewedOn: z.union([z.literal(''), z.iso.date()], { error: 'Choose a day that exists.' }),
  roles: z.array(typed(80)).max(20, { error: 'Choose at most 20 roles.' }),
  skill: typed(80).nullable(),
  explore: z.array(typed(80)).max(40, { error: 'Choose at most 40 guides.' }),
  sources: z
    .array(z.strictObject({ title: typed(500), publisher: typed(300), url: typed(2000), date: typed(30) }))
    .max(100, { error: 'Name at most 100 sources.' }),
  // The parser reads 400 kB; a little more may be typed, and is told so by the linter.
  body: typed(600_000),
})

/** What the editor's page sends when it saves. */
export const saveSchema = z.strictObject({
  /** The version that the content was made from. */
  baseVersion: z.int().min(1),
  content: draftContentSchema,
})

/** What an open editor sends to say that it is there. */
export const presenceSchema = z.strictObject({
  tab: z.string().regex(/^[\w-]{8,40}$/),
  /** Sent with the last word of a page that is being closed. */
  leaving: z.boolean().optional(),
})
