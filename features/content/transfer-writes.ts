import { write } from '#db/client.ts'
import { audit } from '#features/account/audit-writes.ts'

/** Writes down that somebody took the content along. @param userId null for the command line */
export async function recordExport(userId: string | null, now = new Date()): Promise<void> {
  const entry = { event: 'site.content-exported', subject: 'site', subjectId: 'site' } as const
  await write((tx) => audit(tx, userId, entry, now))
}
