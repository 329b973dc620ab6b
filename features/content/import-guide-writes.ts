import { eq } from 'drizzle-orm'
import { guideDrafts, guides } from '#db/schema/guide.ts'
import { lintDraftApart } from '#features/draft/draft-apart.ts'
import type { ReadDraft } from '#features/draft/draft-content.ts'
import { createDraft, draftById, keepRevision, publishDraft, saveDraft } from '#features/draft/draft-writes.ts'
import { knownOf } from '#features/draft/known-queries.ts'
import { countIssues } from '#features/draft/lint-counts.ts'
import { removedBlocks } from '#features/draft/removed-queries.ts'
import { toTell } from '#features/draft/telling.ts'
import { auditGuide } from '#features/draft/workflow-writes.ts'
import { tellPeople } from '#features/guide/notice-writes.ts'
import { type IncomingGuide, workingOf } from './import-guides.ts'
import type { Import } from './import-job-writes.ts'
import { ImportRefusal } from './import-refusal.ts'
import type { PlannedThing } from './import-types.ts'
import { guideAt } from './incoming.ts'
import type { PresentGuide } from './present-guide-queries.ts'
import { guideText } from './thing-files.ts'

const notLinted = { errors: 0, warnings: 0 }

/** Publishes guides and saves working copies; nothing that is replaced is lost. */
export async function bringInGuides(job: Import): Promise<void> {
  const brought: { id: string; guide: IncomingGuide }[] = []
  for (const guide of job.incoming.guides) {
    const planned = job.written('guide', guide.slug)
    if (!planned) continue
    const mine = guideAt(job.present, planned.here)
    brought.push({ id: mine ? await replace(job, planned, guide, mine) : await begin(job, planned, guide), guide })
  }
  // What the linter says depends on all the others, so it comes last.
  for (const { id, guide } of brought) await lint(job, id, guide)
}

/** A guide that the site has not. */
async function begin(job: Import, planned: PlannedThing, guide: IncomingGuide): Promise<string> {
  const { tx, byId, now } = job
  const shown = planned.status === 'new' ? guide.public : null
  const first = shown ?? workingOf(guide)
  if (!first) throw new ImportRefusal(`There is no text for the guide ${guide.slug}.`)
  const id = await createDraft(tx, first.read(), notLinted, byId, now)
  if (shown) await publish(job, id, shown.read(), 'First published', shown.value.published)
  if (guide.draft && first !== guide.draft) await save(job, id, guide.draft.read())
  await setArchived(job, id, guide)
  return id
}

/** A guide that the site has: published anew if nobody touched it here, a working copy if an editor's version gives way. */
async function replace(job: Import, planned: PlannedThing, guide: IncomingGuide, mine: PresentGuide): Promise<string> {
  const { tx, byId, now } = job
  const { id } = mine
  const row = await draftById(tx, id)
  if (!row) throw new ImportRefusal(`The guide ${guide.slug} is not there any more.`)
  await keepRevision(tx, row, { note: 'Before an import', byId }, now)
  await tx.update(guideDrafts).set({ archivedAt: null }).where(eq(guideDrafts.id, id))
  const moves = planned.fields.includes('address')
  const at = (read: ReadDraft, slug: string): ReadDraft =>
    moves ? read : { ...read, content: { ...read.content, slug } }
  if (planned.taken) {
    const working = workingOf(guide)
    if (working) await save(job, id, at(working.read(), mine.working.slug))
    return id
  }
  const shown = guide.public
  const changed = shown && (moves || !mine.public || guideText(shown.value, false) !== guideText(mine.public, false))
  if (shown && changed) {
    const read = at(shown.read(), mine.slug)
    await save(job, id, read)
    await tell(job, id, read)
    await publish(job, id, read, 'Brought in by an import', null)
  }
  if (!shown && mine.public) await takeOff(job, id)
  if (guide.draft)
    await save(job, id, at(guide.draft.read(), guide.draft.value.public ? guide.draft.value.slug : mine.slug))
  else if (shown) await save(job, id, at(shown.read(), mine.slug))
  await setArchived(job, id, guide)
  return id
}

async function save({ tx, byId, now }: Import, id: string, read: ReadDraft): Promise<void> {
  const row = await draftById(tx, id)
  const saved = row && (await saveDraft(tx, id, row.version, read, notLinted, byId, now))
  if (!saved?.ok) throw new ImportRefusal(`The guide ${read.content.slug} cannot be saved.`)
}

async function publish(job: Import, id: string, read: ReadDraft, note: string, at: Date | null): Promise<void> {
  const { tx, byId, now } = job
  const revision = await publishDraft(tx, id, read, { note, byId }, now)
  // The order of the lists hangs on when readers first saw it.
  if (at) await tx.update(guides).set({ publishedAt: at }).where(eq(guides.id, id))
  if (byId === null) return
  await auditGuide(tx, byId, 'guide.published', { id, title: read.content.title }, { revision, imported: true }, now)
}

async function tell({ tx, now }: Import, guideId: string, { body }: ReadDraft): Promise<void> {
  const removed = await removedBlocks(tx, guideId, body.blocks)
  const { tell: told } = toTell(removed, null, new Set(body.blocks.map(({ key }) => key)))
  await tellPeople(tx, { guideId, removed: told }, now)
}

async function takeOff({ tx }: Import, id: string): Promise<void> {
  await tx.delete(guides).where(eq(guides.id, id))
  await tx.update(guideDrafts).set({ publishedRevision: null, status: 'draft' }).where(eq(guideDrafts.id, id))
}

async function setArchived({ tx }: Import, id: string, { draft }: IncomingGuide): Promise<void> {
  const archivedAt = draft?.value.archived
  if (archivedAt) await tx.update(guideDrafts).set({ archivedAt }).where(eq(guideDrafts.id, id))
}

async function lint({ tx }: Import, id: string, guide: IncomingGuide): Promise<void> {
  const read = workingOf(guide)?.read()
  if (!read) return
  const counts = countIssues(await lintDraftApart(read, await knownOf(tx, read.references)))
  await tx.update(guideDrafts).set(counts).where(eq(guideDrafts.id, id))
}
