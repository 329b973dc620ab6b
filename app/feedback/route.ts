import { feedbackSchema } from '#features/guide/feedback-schema.ts'
import { giveFeedback, thanks } from '#features/guide/keep-feedback.ts'
import { formHandler } from '#lib/handler.ts'

/** Where the line after a section posts to. */
export const POST = formHandler(feedbackSchema, giveFeedback)

/** Where it leads: thank you, and a line for the editors. */
export const GET = thanks
