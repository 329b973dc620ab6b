import { staffHandler } from '#features/account/staff.ts'
import { answerPresence } from '#features/draft/autosave-handlers.ts'
import { jsonBody } from '#lib/json-body.ts'

interface Context {
  params: Promise<{ id: string }>
}

/** An open editor says that it is there, and hears who else is. */
export const POST = staffHandler<Context>('guide.edit', async (request, user, { params }) =>
  answerPresence((await params).id, await jsonBody(request), user.id),
)
