import { StaffRefusal, staffHandler } from '#features/account/staff.ts'
import { publishFacts } from '#features/draft/draft-queries.ts'

interface Context {
  params: Promise<{ id: string }>
}

/** What a publish of the working copy would do now. */
export const GET = staffHandler<Context>('guide.publish', async (_, __, { params }) => {
  const facts = await publishFacts((await params).id)
  if (!facts) throw new StaffRefusal(404, 'This guide is not there any more.')
  return Response.json(facts, { headers: { 'Cache-Control': 'no-store' } })
})
