import { z } from 'zod'
import { line } from '#lib/action.ts'

const altAtMost = 300

/** A text alternative; empty where none was written yet. */
export const altSchema = z
  .string()
  .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
  .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), {
    error: 'This holds a character that cannot be kept. Type it again rather than pasting it.',
  })
  .refine((value) => [...value].length <= altAtMost, {
    error: `Use at most ${altAtMost} characters. What needs more belongs into the text around the picture.`,
  })

const id = z.string().regex(/^[\w-]{22}$/, { error: 'This picture is not there any more.' })

export const describePictureSchema = z.object({
  id,
  name: line('a name', 120),
  alt: altSchema.refine((value) => value !== '', { error: 'Say in a sentence what the picture shows.' }),
})

export const pictureIdSchema = z.object({ id })
