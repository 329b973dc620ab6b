import { z } from 'zod'
import { isLevel } from '#lib/levels.ts'
import type { Answer } from './assessment.ts'

const slug = z.string().regex(/^[a-z0-9-]{1,80}$/, { error: 'This form is damaged. Open the assessment again.' })

/** One answer, and where to go after it. */
export const answerSchema = z.object({
  role: slug,
  skill: slug,
  level: z
    .string({ error: 'Choose a level, or “Not sure”.' })
    .regex(/^(?:[0-4]|unsure)$/, { error: 'Choose a level, or “Not sure”.' })
    .transform((value): Answer => {
      const level = Number(value)
      return value !== 'unsure' && isLevel(level) ? level : null
    }),
  after: z.enum(['next', 'review', 'stay']).default('next'),
})

export const roleSchema = z.object({ role: slug })
