import { staffHandler } from '#features/account/staff.ts'
import { answerDraft, answerSave } from '#features/draft/autosave-handlers.ts'
import { jsonBody } from '#lib/json-body.ts'

interface Context {
  params: Promise<{ id: string }>
}

/** The working copy as it is now. */
export const GET = staffHandler<Context>('guide.edit', async (_, __, { params }) => answerDraft((await params).id))

/** Saves the working copy, if nobody else did meanwhile. */
export const PUT = staffHandler<Context>('guide.edit', async (request, user, { params }) =>
  answerSave((await params).id, await jsonBody(request), user.id),
)
