import { isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { site } from '#db/schema/site.ts'
import { applyImport } from './import-writes.ts'
import type { Incoming } from './incoming.ts'

/**
 * Brings the starting content into an empty site, unless another process was quicker, and remembers that it is loaded.
 * @param incoming without problems: read and checked before the transaction
 */
export async function loadStartingContent(tx: Tx, incoming: Incoming, now = new Date()): Promise<void> {
  const marked = await tx
    .update(site)
    .set({ contentLoadedAt: now })
    .where(isNull(site.contentLoadedAt))
    .returning({ id: site.id })
  if (marked.length === 0) return
  await applyImport(tx, incoming, { take: new Set(), digest: null, byId: null, from: 'starting content' }, now)
}
