import { z } from 'zod'
import { headFields } from './skill-form-schema.ts'
import { roleSchema } from './taxonomy-schema.ts'

/** The form of a role. */
export const roleFormSchema = z.object({
  ...headFields,
  ...roleSchema.shape,
  category: z.preprocess((value) => (value === '' ? undefined : value), roleSchema.shape.category),
  // A box that is not ticked sends nothing.
  activities: z.preprocess((value) => value ?? [], roleSchema.shape.activities),
  // A form without a row sends nothing at all.
  skills: z.preprocess((value) => value ?? [], roleSchema.shape.skills),
})

export type RoleForm = z.output<typeof roleFormSchema>
