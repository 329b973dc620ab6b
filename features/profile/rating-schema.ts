import { z } from 'zod'
import { isLevel, type Level } from '#lib/levels.ts'

/** A rating as a form sends it. */
export const ratingSchema = z.object({
  skill: z
    .string({ error: 'It is not clear which skill you mean. Go back and try again.' })
    .regex(/^[a-z0-9-]{1,80}$/, { error: 'It is not clear which skill you mean. Go back and try again.' }),
  level: z
    .string({ error: 'Choose the level that fits you best, then save it.' })
    .regex(/^[0-4]$/, { error: 'Choose the level that fits you best, then save it.' })
    .transform((value): Level => {
      const level = Number(value)
      return isLevel(level) ? level : 0
    }),
  source: z.enum(['guide', 'skill', 'profile'], {
    error: 'This form is damaged. Open the page again and rate it there.',
  }),
})
