import { z } from 'zod'

/** The ticks of a questionnaire, as the button that keeps them sends them. */
export const keepAnswersSchema = z.object({
  did: z
    .string({ error: 'There is nothing to keep yet. Go back and tick what you have done.' })
    .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/, {
      error: 'There is nothing to keep yet. Go back and tick what you have done.',
    })
    .max(6000, { error: 'This form is damaged. Open the questions again.' })
    .transform((value) => [...new Set(value.split('.'))])
    .refine((slugs) => slugs.length <= 60, { error: 'This form is damaged. Open the questions again.' }),
})
