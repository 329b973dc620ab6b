import { z } from 'zod'

/** How long a comment may be, in characters. */
export const commentLength = 300

const damaged = 'This form is damaged. Open the guide again and answer there.'

/** An answer to "Was this useful?", as the form after a section or the page that says thank you sends it. */
export const feedbackSchema = z.object({
  useful: z.enum(['yes', 'no'], { error: damaged }),
  comment: z
    .string()
    .default('')
    .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine((value) => [...value].length <= commentLength, { error: `Use at most ${commentLength} characters.` })
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), {
      error: 'This holds a character that cannot be kept. Type it again rather than pasting it.',
    }),
})

/** What the page after an answer is about. */
export const thanksSchema = z.object({
  guide: z.string().regex(/^[a-z0-9-]{1,80}$/),
  section: z.string().min(1).max(200),
  useful: z.enum(['yes', 'no']),
  said: z.literal('1').optional(),
})

export type Thanks = z.output<typeof thanksSchema>
