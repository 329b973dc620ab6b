import { StaffRefusal, staffHandler } from '#features/account/staff.ts'
import { beginSkillAlone, skillBeginning } from '#features/taxonomy/skill-begin-writes.ts'
import { TaxonomyConflict } from '#features/taxonomy/taxonomy-writes.ts'
import { jsonBody } from '#lib/json-body.ts'

/** Begins a skill from inside of a guide. */
export const POST = staffHandler('taxonomy.edit', async (request, user) => {
  const parsed = skillBeginning.safeParse(await jsonBody(request))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new StaffRefusal(400, `${String(issue?.path[0] ?? 'skill')}: ${issue?.message ?? 'This cannot be read.'}`)
  }
  try {
    const value = await beginSkillAlone(parsed.data, user.id)
    const hint = `${parsed.data.kind}, not finished`
    return Response.json({ value, label: parsed.data.name, hint }, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (error instanceof TaxonomyConflict) throw new StaffRefusal(409, error.message)
    throw error
  }
})
