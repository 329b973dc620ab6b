import { z } from 'zod'

/** A use as the documents' script tells it. A rating is none of these: it comes with the rating itself. */
export const useSchema = z.object({
  guide: z.string().regex(/^[a-z0-9-]{1,80}$/),
  block: z.string().regex(/^[a-z0-9-]{1,200}$/),
  action: z.enum(['copied', 'opened']),
})
