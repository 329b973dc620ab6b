import type { z } from 'zod'
import { ensurePerson } from '#features/profile/ensure-person.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { keepRatings } from '#features/profile/profile-writes.ts'
import { addressesNow, allRoles } from '#features/taxonomy/taxonomy-queries.ts'
import { HandlerRefusal } from '#lib/handler.ts'
import { admit } from '#lib/rate-limit.ts'
import { requestFacts } from '#lib/request.ts'
import type { keepAnswersSchema } from './answers-schema.ts'
import { statementsOf } from './questionnaire.ts'
import { readAnswers, writeAnswers } from './questionnaire-answers.ts'

/**
 * Keeps what somebody ticked as ratings, each at the level that its statement stands for; a skill that is rated as high or
 * higher stays as it is. Makes a guest of whoever has no profile.
 * @returns where to go: to every role against the profile, with the answers, whose order still holds there
 */
export async function keepAnswers({ did }: z.output<typeof keepAnswersSchema>, returnTo: string): Promise<string> {
  const admission = await admit('ratingByAddress', (await requestFacts()).address)
  if (!admission.ok) {
    throw new HandlerRefusal(
      429,
      'There were very many ratings from your connection in a short time. Wait a few minutes, then keep these again.',
      admission.retryAfterSeconds,
    )
  }
  const [all, now] = [statementsOf(await allRoles()), await addressesNow(did)]
  const ticked = [...new Set(did.map((slug) => now.get(slug) ?? slug))].flatMap((slug) => all.get(slug) ?? [])
  // Asked first, so that no guest is made for what cannot be kept.
  if (ticked.length === 0) {
    throw new HandlerRefusal(410, 'No role asks for these skills any more. Answer the questions again.')
  }
  const person = await ensurePerson()
  const levels = await levelsOf(person.id)
  const at = new Date()
  await keepRatings(
    ticked
      .filter(({ slug, level }) => (levels.get(slug) ?? -1) < level)
      .map(({ slug, level }) => ({ personId: person.id, skillSlug: slug, level, source: 'profile', at })),
  )
  const answers = readAnswers(Object.fromEntries(new URLSearchParams(returnTo.split('?')[1])))
  return answers ? `/which-role?kept=yes&${writeAnswers(answers)}` : '/which-role?kept=yes'
}
