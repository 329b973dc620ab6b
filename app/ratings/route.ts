import { ratedIn } from '#features/guide/note-use.ts'
import { rateSkill } from '#features/profile/rate-skill.ts'
import { ratingSchema } from '#features/profile/rating-schema.ts'
import { formHandler } from '#lib/handler.ts'

/** Where the ladders of guides and skill pages post to. */
export const POST = formHandler(ratingSchema, (rating, returnTo) =>
  rateSkill(rating, returnTo, rating.source === 'guide' ? ratedIn(returnTo) : undefined),
)
