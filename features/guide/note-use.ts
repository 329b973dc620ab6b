import type { Alongside } from '#features/profile/profile-writes.ts'
import { fields } from '#lib/action.ts'
import { admit } from '#lib/rate-limit.ts'
import { requestFacts } from '#lib/request.ts'
import { useSchema } from './block-use-schema.ts'
import { addUse, recordUse } from './block-use-writes.ts'
import { guidePlace } from './guide-place.ts'

/**
 * Notes what the script of a guide tells. Asks for no cookie and sets none: it is a count, and nobody's.
 * @param form null for a body that is no form
 */
export async function noteUse(form: FormData | null): Promise<Response> {
  const parsed = form && useSchema.safeParse(fields(form, useSchema))
  if (!parsed?.success) return new Response(null, { status: 400 })
  const { address, userAgent } = await requestFacts()
  const admission = await admit('useByAddress', address)
  if (!admission.ok) {
    return new Response(null, { status: 429, headers: { 'Retry-After': String(admission.retryAfterSeconds) } })
  }
  await addUse({ ...parsed.data, trace: { address, userAgent } })
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}

/**
 * What is noted along with a rating that was given in a guide.
 * @param returnTo where the rating's form comes back to: the guide and the block in it
 */
export function ratedIn(returnTo: string): Alongside | undefined {
  const place = guidePlace(returnTo)
  if (!place) return undefined
  return (tx, personId, at) =>
    recordUse(tx, { guide: place.guide, block: place.anchor, action: 'rated', trace: { personId } }, at)
}
