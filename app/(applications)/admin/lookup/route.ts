import { z } from 'zod'
import { StaffRefusal, staffHandler } from '#features/account/staff.ts'
import { choicesAtMost } from '#features/draft/lookup-match.ts'
import { lookUp, lookUpValues, lookupKinds } from '#features/draft/lookup-queries.ts'

const asked = z.object({
  kind: z.enum(lookupKinds),
  q: z.string().max(200).default(''),
  skill: z.string().max(80).default(''),
  /** For what these are called, in the place of a search. */
  values: z
    .string()
    .max(4000)
    .transform((values) => values.split(',').slice(0, choicesAtMost))
    .optional(),
})

/** What there is to choose from while an editor types. */
export const GET = staffHandler('guide.edit', async (request) => {
  const parsed = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) throw new StaffRefusal(400, 'This cannot be looked up.')
  const { kind, q, skill, values } = parsed.data
  const choices = values ? await lookUpValues(kind, values, skill) : await lookUp(kind, q, skill)
  return Response.json(choices, { headers: { 'Cache-Control': 'no-store' } })
})
