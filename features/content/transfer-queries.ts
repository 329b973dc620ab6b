import 'server-only'
import { read } from '#db/client.ts'
import { dryRun } from './import-run-writes.ts'
import type { ImportPlan } from './import-types.ts'
import { readIncoming } from './incoming.ts'
import { presentOrigins } from './present-queries.ts'
import { newerThan, startingContent } from './starting-content.ts'
import { freshUpload } from './upload-files.ts'
import { openZip } from './zip-source.ts'

/** What the zip that a user uploaded would do; null if there is no such upload any more. */
export async function planOfUpload(userId: string, id: string): Promise<ImportPlan | null> {
  const path = await freshUpload(userId, id)
  if (!path) return null
  const source = await openZip(path)
  try {
    return await dryRun(read, readIncoming(source))
  } finally {
    source.close()
  }
}

/** What the content that comes with this version would do. */
export const planOfStartingContent = (): Promise<ImportPlan> => dryRun(read, startingContent())

/** How many things of the content that comes with this version are newer than what was last brought in. */
export const newerStartingContent = async (): Promise<number> =>
  newerThan(startingContent(), await presentOrigins(read))
