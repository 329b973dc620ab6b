import { staffHandler } from '#features/account/staff.ts'
import { answerUpload } from '#features/content/transfer-handlers.ts'

/** Keeps a zip until its plan was looked at. Who asks is known before anything of it is read. */
export const POST = staffHandler('content.import', async (request, user) => await answerUpload(request, user.id))
