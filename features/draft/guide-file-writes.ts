import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import type { GuideInput } from '#features/guide/guide-input.ts'
import { draftOfFile } from './draft-content.ts'
import { createDraft, publishDraft, saveDraft } from './draft-writes.ts'

/**
 * Publishes a guide as a file has it, under its address: a new one, or in the place of what is there. For content that
 * was checked as a whole already; an editor's publish is `publishNow` in publish-writes.ts.
 * @returns the id of the guide and the number of the revision
 */
export async function publishGuideFile(
  tx: Tx,
  guide: GuideInput,
  { note, byId = null }: { note: string; byId?: string | null },
  now = new Date(),
): Promise<{ id: string; revision: number }> {
  const draft = draftOfFile(guide)
  const clean = { errors: 0, warnings: 0 }
  const [known] = await tx
    .select({ id: guideDrafts.id, version: guideDrafts.version })
    .from(guideDrafts)
    .where(eq(guideDrafts.slug, guide.slug))
  const id = known?.id ?? (await createDraft(tx, draft, clean, byId, now))
  if (known) await saveDraft(tx, id, known.version, draft, clean, byId, now)
  return { id, revision: await publishDraft(tx, id, draft, { note, byId }, now) }
}
