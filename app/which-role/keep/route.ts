import { keepAnswersSchema } from '#features/assessment/answers-schema.ts'
import { keepAnswers } from '#features/assessment/keep-answers.ts'
import { formHandler } from '#lib/handler.ts'

/** Where the result of the questionnaire posts to, to keep what was ticked. */
export const POST = formHandler(keepAnswersSchema, keepAnswers)
