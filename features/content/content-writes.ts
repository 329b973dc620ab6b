import { isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { site } from '#db/schema/site.ts'
import { publishGuideFile } from '#features/draft/guide-file-writes.ts'
import { saveAuthor } from '#features/guide/guide-writes.ts'
import { saveRole, saveSkills } from '#features/taxonomy/taxonomy-writes.ts'
import type { Content } from './content-types.ts'

/**
 * Loads the starting content, unless another process was quicker, and remembers that it is loaded.
 * @param content without problems: read and checked before the transaction
 */
export async function saveContent(tx: Tx, content: Content, now = new Date()): Promise<void> {
  const marked = await tx
    .update(site)
    .set({ contentLoadedAt: now })
    .where(isNull(site.contentLoadedAt))
    .returning({ id: site.id })
  if (marked.length === 0) return
  await saveSkills(tx, content.skills, now)
  for (const role of content.roles) await saveRole(tx, role, now)
  for (const author of content.authors) await saveAuthor(tx, author)
  for (const guide of content.guides) await publishGuideFile(tx, guide, { note: 'First published' }, now)
}
