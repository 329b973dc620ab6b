import { eq, lte } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { previewLinks } from '#db/schema/draft.ts'
import { audit } from '#features/account/audit-writes.ts'
import { hashToken, newId, newToken } from '#lib/ids.ts'
import { draftById } from './draft-writes.ts'

/** How long a link shows a working copy. */
export const previewDays = 7

/**
 * Makes a link that shows a working copy to whoever has it, and clears away those that ran out.
 * @returns the token that belongs into the link and is kept nowhere; null if there is no such guide
 */
export async function addPreviewLink(tx: Tx, guideId: string, byId: string, now = new Date()): Promise<string | null> {
  const draft = await draftById(tx, guideId)
  if (!draft || draft.archivedAt) return null
  const token = newToken()
  const expiresAt = new Date(now.getTime() + previewDays * 24 * 60 * 60 * 1000)
  await tx.delete(previewLinks).where(lte(previewLinks.expiresAt, now))
  await tx
    .insert(previewLinks)
    .values({ id: newId(), tokenHash: hashToken(token), guideId, createdById: byId, createdAt: now, expiresAt })
  const detail = { until: expiresAt.toISOString() }
  await audit(
    tx,
    byId,
    { event: 'guide.shared', subject: 'guide', subjectId: guideId, label: draft.title, detail },
    now,
  )
  return token
}

/** Ends a link. One that is gone already is not written down again. */
export async function removePreviewLink(tx: Tx, id: string, byId: string, now = new Date()): Promise<void> {
  const [gone] = await tx
    .delete(previewLinks)
    .where(eq(previewLinks.id, id))
    .returning({ guideId: previewLinks.guideId })
  if (!gone) return
  const label = (await draftById(tx, gone.guideId))?.title ?? ''
  await audit(tx, byId, { event: 'guide.unshared', subject: 'guide', subjectId: gone.guideId, label }, now)
}
