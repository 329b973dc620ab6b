import type { z } from 'zod'
import { HandlerRefusal } from '#lib/handler.ts'
import { admit } from '#lib/rate-limit.ts'
import { requestFacts } from '#lib/request.ts'
import { thanksPage, thanksPath } from './feedback-page.ts'
import { type feedbackSchema, thanksSchema } from './feedback-schema.ts'
import { addFeedback } from './feedback-writes.ts'
import { guidePlace } from './guide-place.ts'
import { guideBySlug } from './guide-queries.ts'
import { sectionsOf } from './guide-sections.ts'
import { bodyOf } from './guide-view-queries.ts'

/**
 * Keeps what a reader says of a section. Asks for no cookie and sets none.
 * @param returnTo the section: the path of the guide with the id of the heading
 * @returns where to go: to the page that says thank you
 */
export async function giveFeedback(
  { useful, comment }: z.output<typeof feedbackSchema>,
  returnTo: string,
): Promise<string> {
  const { address, userAgent } = await requestFacts()
  const admission = await admit('feedbackByAddress', address)
  if (!admission.ok) {
    throw new HandlerRefusal(
      429,
      'There were very many answers from your connection in a short time. Wait a few minutes, then send this one again.',
      admission.retryAfterSeconds,
    )
  }
  const place = guidePlace(returnTo)
  const guide = place && (await guideBySlug(place.guide))
  if (!place || !guide || !sectionsOf(bodyOf(guide.body)).some(({ id }) => id === place.anchor)) throw gone()
  const kept = await addFeedback({
    guide: place.guide,
    section: place.anchor,
    useful: useful === 'yes',
    comment,
    trace: { address, userAgent },
  })
  if (!kept) throw gone()
  return thanksPath({ guide: place.guide, section: place.anchor, useful, ...(comment !== '' && { said: '1' }) })
}

const gone = () => new HandlerRefusal(410, 'This section was changed or taken off the site while you were reading.')

/** The page that says thank you; 404 for an address that names no answer. */
export function thanks(request: Request): Response {
  const parsed = thanksSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
  return parsed.success
    ? new Response(thanksPage(parsed.data), { headers })
    : new Response(null, { status: 404, headers })
}
