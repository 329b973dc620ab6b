import type { z } from 'zod'
import { skillNow } from '#features/taxonomy/taxonomy-queries.ts'
import { HandlerRefusal } from '#lib/handler.ts'
import { admit } from '#lib/rate-limit.ts'
import { requestFacts } from '#lib/request.ts'
import { ensurePerson } from './ensure-person.ts'
import { type Alongside, keepRating } from './profile-writes.ts'
import type { ratingSchema } from './rating-schema.ts'

/**
 * Keeps a rating of whoever sends it, a new guest if need be.
 * @param alongside what is to be kept with it
 * @returns where to go: back to the very place, which then says that it is saved
 */
export async function rateSkill(
  { skill, level, source }: z.output<typeof ratingSchema>,
  returnTo: string,
  alongside?: Alongside,
): Promise<string> {
  const admission = await admit('ratingByAddress', (await requestFacts()).address)
  if (!admission.ok) {
    throw new HandlerRefusal(
      429,
      'There were very many ratings from your connection in a short time. Wait a few minutes, then save this one again.',
      admission.retryAfterSeconds,
    )
  }
  // Asked first, so that no guest is made for a rating that cannot be kept.
  const slug = await skillNow(skill)
  if (!slug) throw gone()
  const person = await ensurePerson()
  const kept = await keepRating({ personId: person.id, skillSlug: slug, level, source, at: new Date() }, alongside)
  if (!kept) throw gone()
  const [path = '', fragment] = returnTo.split('#')
  return `${path}${path.includes('?') ? '&' : '?'}saved=${slug}${fragment ? `#${fragment}` : ''}`
}

const gone = () =>
  new HandlerRefusal(410, 'This skill was taken off the site while you were reading. Your other ratings are safe.')
