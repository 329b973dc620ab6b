import { and, desc, eq, max, ne } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { guideReferences } from '#db/schema/draft.ts'
import { guideDrafts, guideRevisions, guides, type RevisionKind } from '#db/schema/guide.ts'
import { GuideConflict, publishGuide } from '#features/guide/guide-writes.ts'
import { addRedirect, freeAddress } from '#features/taxonomy/redirect-writes.ts'
import { newId } from '#lib/ids.ts'
import { quoted } from '#lib/quotation.ts'
import { contentOfRow, type DraftContent, inputOf, type ReadDraft, sameContent } from './draft-content.ts'

export type DraftRow = typeof guideDrafts.$inferSelect

/** What the linter found, counted; see `countIssues`. */
export interface LintCounts {
  errors: number
  warnings: number
}

/** How long one person may go on autosaving before what was there is kept as a version of its own. */
const checkpointEvery = 10 * 60_000

/** @returns the working copy, or undefined if there is no such guide */
export async function draftById(tx: Tx, id: string): Promise<DraftRow | undefined> {
  const [row] = await tx.select().from(guideDrafts).where(eq(guideDrafts.id, id))
  return row
}

/**
 * Begins a guide.
 * @throws GuideConflict if its address is taken
 * @returns its id
 */
export async function createDraft(
  tx: Tx,
  draft: ReadDraft,
  counts: LintCounts,
  byId: string | null,
  now = new Date(),
): Promise<string> {
  await insistOnFreeAddress(tx, draft.content.slug, null)
  const id = newId()
  await tx.insert(guideDrafts).values({
    id,
    ...contentOfRow(draft.content),
    ...counts,
    version: 1,
    status: 'draft',
    reviewNote: '',
    words: draft.body.words,
    createdAt: now,
    updatedAt: now,
    updatedById: byId,
  })
  await replaceReferences(tx, id, draft)
  return id
}

export type Saved = { ok: true; version: number } | { ok: false; current: DraftRow | null }

/**
 * Saves the working copy, if it is still the version that the editor started from; otherwise nothing is changed, and the
 * present one comes back. What somebody else wrote, or what is older than ten minutes, is kept as a revision before it is
 * replaced, so that no autosave loses anything.
 * @param baseVersion the version that the content was made from
 * @throws GuideConflict if the content has a new address and that is taken
 */
export async function saveDraft(
  tx: Tx,
  id: string,
  baseVersion: number,
  draft: ReadDraft,
  counts: LintCounts,
  byId: string | null,
  now = new Date(),
): Promise<Saved> {
  const current = await draftById(tx, id)
  if (!current || current.version !== baseVersion || current.archivedAt) return { ok: false, current: current ?? null }
  if (sameContent(current, draft.content)) return { ok: true, version: current.version }
  if (draft.content.slug !== current.slug) await insistOnFreeAddress(tx, draft.content.slug, id)
  await checkpoint(tx, current, byId, now)
  const version = current.version + 1
  await tx
    .update(guideDrafts)
    .set({
      ...contentOfRow(draft.content),
      ...counts,
      version,
      // A schedule publishes the revision that it was made for, whatever is written meanwhile.
      status: current.status === 'scheduled' ? 'scheduled' : 'draft',
      words: draft.body.words,
      updatedAt: now,
      updatedById: byId,
    })
    .where(eq(guideDrafts.id, id))
  await replaceReferences(tx, id, draft)
  return { ok: true, version }
}

/** Keeps what is about to be replaced, unless it is the newest revision already or a moment's work of the same person. */
async function checkpoint(tx: Tx, current: DraftRow, byId: string | null, now: Date): Promise<void> {
  const last = await lastRevision(tx, current.id)
  if (last && sameContent(contentOfRevision(last), current)) return
  const sincePerson = current.updatedById === byId
  const age = now.getTime() - (last?.createdAt ?? current.createdAt).getTime()
  if (sincePerson && age < checkpointEvery) return
  await addRevision(
    tx,
    current.id,
    contentOfRow(current),
    { kind: 'autosaved', note: '', byId: current.updatedById },
    now,
  )
}

type Revision = typeof guideRevisions.$inferSelect

/** The content that a revision holds. */
export const contentOfRevision = ({
  front,
  title,
  body,
}: Pick<Revision, 'front' | 'title' | 'body'>): DraftContent => ({
  ...front,
  title,
  body,
})

/** Keeps what is there as a revision, unless the newest one holds it already. @returns the number of the one that does */
export async function keepRevision(
  tx: Tx,
  current: DraftRow,
  { note, byId }: { note: string; byId: string | null },
  now = new Date(),
): Promise<{ number: number; fresh: boolean }> {
  const last = await lastRevision(tx, current.id)
  if (last && sameContent(contentOfRevision(last), current)) return { number: last.number, fresh: false }
  const number = await addRevision(tx, current.id, contentOfRow(current), { kind: 'saved', note, byId }, now)
  return { number, fresh: true }
}

async function lastRevision(tx: Tx, guideId: string): Promise<Revision | undefined> {
  const [row] = await tx
    .select()
    .from(guideRevisions)
    .where(eq(guideRevisions.guideId, guideId))
    .orderBy(desc(guideRevisions.number))
    .limit(1)
  return row
}

/** Keeps a content as a revision. @returns its number */
export async function addRevision(
  tx: Tx,
  guideId: string,
  { title, body, ...front }: DraftContent,
  {
    kind,
    note,
    byId,
    skills = [],
  }: { kind: RevisionKind; note: string; byId: string | null; skills?: { slug: string; name: string }[] },
  now = new Date(),
): Promise<number> {
  const [last] = await tx
    .select({ number: max(guideRevisions.number) })
    .from(guideRevisions)
    .where(eq(guideRevisions.guideId, guideId))
  const number = (last?.number ?? 0) + 1
  await tx
    .insert(guideRevisions)
    .values({ id: newId(), guideId, number, kind, title, body, front, skills, note, byId, createdAt: now })
  return number
}

/**
 * Publishes a content of a guide: readers see it from now on, at its address, and an address that they knew before leads
 * there. Lint before you come in.
 * @param draft the working copy as it is, or a revision of it
 * @throws GuideConflict for what only the database can say: an address that is taken, a skill that is gone
 * @returns the number of the revision
 */
export async function publishDraft(
  tx: Tx,
  id: string,
  draft: ReadDraft,
  { note, byId }: { note: string; byId: string | null },
  now = new Date(),
): Promise<number> {
  const input = inputOf(draft)
  if (!input) throw new GuideConflict(draft.fields[0]?.message ?? 'A field is not filled in.')
  await insistOnFreeAddress(tx, input.slug, id)
  const before = await addressBefore(tx, id)
  const skills = await publishGuide(tx, id, input, now)
  if (before && before !== input.slug) await addRedirect(tx, 'guide', before, input.slug)
  else await freeAddress(tx, 'guide', input.slug)
  const number = await addRevision(tx, id, draft.content, { kind: 'published', note, byId, skills }, now)
  const current = await draftById(tx, id)
  const whole = current !== undefined && sameContent(current, draft.content)
  await tx
    .update(guideDrafts)
    .set({
      publishedRevision: number,
      // Who wrote on after the schedule was made has changes that readers do not see yet.
      status: whole ? 'published' : 'draft',
      submittedById: null,
      approvedById: null,
      reviewNote: '',
      scheduledFor: null,
      scheduledRevision: null,
      scheduleProblem: null,
    })
    .where(eq(guideDrafts.id, id))
  return number
}

/** Where readers found the guide last, if nothing else is there now: it may have been off the site since. */
async function addressBefore(tx: Tx, id: string): Promise<string | null> {
  const [published] = await tx
    .select({ front: guideRevisions.front })
    .from(guideRevisions)
    .where(and(eq(guideRevisions.guideId, id), eq(guideRevisions.kind, 'published')))
    .orderBy(desc(guideRevisions.number))
    .limit(1)
  if (!published) return null
  const { slug } = published.front
  const [other] = await tx
    .select({ id: guides.id })
    .from(guides)
    .where(and(eq(guides.slug, slug), ne(guides.id, id)))
  return other ? null : slug
}

export async function replaceReferences(tx: Tx, guideId: string, { references }: ReadDraft): Promise<void> {
  await tx.delete(guideReferences).where(eq(guideReferences.guideId, guideId))
  if (references.length > 0) await tx.insert(guideReferences).values(references.map((each) => ({ guideId, ...each })))
}

/** @param id of the guide that may have the address; null for a new one */
async function insistOnFreeAddress(tx: Tx, slug: string, id: string | null): Promise<void> {
  for (const table of [guideDrafts, guides]) {
    const [taken] = await tx
      .select({ title: table.title })
      .from(table)
      .where(id === null ? eq(table.slug, slug) : and(eq(table.slug, slug), ne(table.id, id)))
      .limit(1)
    if (taken) throw new GuideConflict(`Another guide, ${quoted(taken.title)}, has the address ${quoted(slug)}.`)
  }
}
