import { staffHandler } from '#features/account/staff.ts'
import { answerUpload } from '#features/picture/upload-handler.ts'

/** Where pictures are sent to. Who asks is known before the body is read. */
export const POST = staffHandler('picture.edit', (request, user) => answerUpload(request, user.id))
