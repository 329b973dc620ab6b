import { StaffRefusal, staffHandler } from '#features/account/staff.ts'
import { referenceOfKey } from '#features/draft/known-wire.ts'
import { knownWireOf } from '#features/draft/known-wire-queries.ts'

const mostAtOnce = 200

/** What the live linter asks: which of the things that a text names there are. */
export const GET = staffHandler('guide.edit', async (request) => {
  const keys = new URL(request.url).searchParams.getAll('refs')
  if (keys.length > mostAtOnce) throw new StaffRefusal(400, `Ask about at most ${mostAtOnce} things at once.`)
  const references = keys.map(referenceOfKey).filter((reference) => reference !== null)
  return Response.json(await knownWireOf(references), { headers: { 'Cache-Control': 'no-store' } })
})
