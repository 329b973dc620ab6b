import { staffHandler } from '#features/account/staff.ts'
import { answerExport } from '#features/content/transfer-handlers.ts'

/** All guides, the taxonomy and the pictures, as a zip. */
export const GET = staffHandler('content.export', async (_, user) => await answerExport(user.id))
