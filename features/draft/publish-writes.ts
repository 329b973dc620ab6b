import { and, eq } from 'drizzle-orm'
import { type Reader, read, type Tx, write } from '#db/client.ts'
import { guideDrafts, guideRevisions } from '#db/schema/guide.ts'
import { GuideConflict } from '#features/guide/guide-writes.ts'
import type { LintIssue } from '#features/guide/lint-issue.ts'
import { tellPeople } from '#features/guide/notice-writes.ts'
import { listed } from '#lib/format.ts'
import { quoted } from '#lib/quotation.ts'
import { lintDraftApart, readDraftApart } from './draft-apart.ts'
import { contentOfRow, type DraftContent, type ReadDraft, sameContent } from './draft-content.ts'
import { contentOfRevision, keepRevision, publishDraft, saveDraft } from './draft-writes.ts'
import { knownOf } from './known-queries.ts'
import { countIssues } from './lint-counts.ts'
import { removedBlocks } from './removed-queries.ts'
import { type Telling, toTell } from './telling.ts'
import { auditGuide, insistOn, type Move, schedule, unarchive } from './workflow-writes.ts'

/*
 * What takes long, reading and linting a text, is done before the write door is opened; behind it, the version says whether
 * it is still the same text.
 */

/** A text that was read and linted. */
export interface Linted {
  draft: ReadDraft
  issues: LintIssue[]
  errors: LintIssue[]
}

/** The working copy, read and linted as it is now. @returns null if there is no such guide */
export async function lintedDraft(guideId: string): Promise<Linted | null> {
  const [row] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, guideId))
  return row ? await lint(contentOfRow(row)) : null
}

/** A revision, read and linted against what there is today. @returns null if there is no such revision */
export async function lintedRevision(guideId: string, number: number): Promise<Linted | null> {
  const [row] = await read
    .select({ front: guideRevisions.front, title: guideRevisions.title, body: guideRevisions.body })
    .from(guideRevisions)
    .where(and(eq(guideRevisions.guideId, guideId), eq(guideRevisions.number, number)))
  return row ? await lint(contentOfRevision(row)) : null
}

async function lint(content: DraftContent): Promise<Linted> {
  const draft = await readDraftApart(content)
  const issues = await lintDraftApart(draft, await knownOf(read, draft.references))
  return { draft, issues, errors: issues.filter(({ severity }) => severity === 'error') }
}

const shownErrors = 5

/** The errors that stand in the way of a publish, in words. */
export function errorsInWords(errors: readonly LintIssue[]): string {
  const some = errors
    .slice(0, shownErrors)
    .map(({ line, message }) => (line > 0 ? `line ${line}: ${message}` : message))
  const more = errors.length - some.length
  return `This must be put right first: ${some.join(' · ')}${more > 0 ? ` · and ${more} more.` : ''}`
}

function insistOnNoErrors(linted: Linted | null): asserts linted is Linted {
  if (!linted) throw new GuideConflict('This guide is not there any more.')
  if (linted.errors.length > 0) throw new GuideConflict(errorsInWords(linted.errors))
}

/**
 * Publishes the working copy.
 * @param tellings what is done about each block that people used and that goes; null tells everybody
 * @throws GuideConflict in words: errors, a stale version, something that was not decided
 * @returns the number of the revision
 */
export async function publishNow(
  move: Move,
  { note, tellings }: { note: string; tellings: readonly Telling[] | null },
  now = new Date(),
): Promise<number> {
  const linted = await lintedDraft(move.guideId)
  return await write(async (tx) => {
    // What the editor must know first is that it is not what they saw.
    await insistOn(tx, move, 'publish', 0)
    insistOnNoErrors(linted)
    return await publishTold(tx, move.guideId, linted.draft, { note, tellings, byId: move.byId }, now)
  })
}

/** Publishes a text, tells the people whose blocks go, and writes it down. */
export async function publishTold(
  tx: Tx,
  guideId: string,
  draft: ReadDraft,
  { note, tellings, byId }: { note: string; tellings: readonly Telling[] | null; byId: string | null },
  now = new Date(),
): Promise<number> {
  const removed = await removedBlocks(tx, guideId, draft.body.blocks)
  const { tell, undecided } = toTell(removed, tellings, new Set(draft.body.blocks.map(({ key }) => key)))
  if (undecided.length > 0) {
    const names = listed(undecided.map(({ key, heading }) => quoted(heading || key)))
    throw new GuideConflict(`Say what is told to the people who used ${names}: readers will not find it any more.`)
  }
  const before = await publicAddress(tx, guideId)
  const revision = await publishDraft(tx, guideId, draft, { note, byId }, now)
  await tellPeople(tx, { guideId, removed: tell }, now)
  const guide = { id: guideId, title: draft.content.title }
  await auditGuide(tx, byId, 'guide.published', guide, { revision, scheduled: byId === null }, now)
  const { slug } = draft.content
  if (before && before !== slug) await auditGuide(tx, byId, 'guide.renamed', guide, { from: before, to: slug }, now)
  return revision
}

/** The address of the last version that was public, now or earlier. */
async function publicAddress(tx: Reader, guideId: string): Promise<string | null> {
  const [row] = await tx
    .select({ front: guideRevisions.front })
    .from(guideDrafts)
    .innerJoin(
      guideRevisions,
      and(eq(guideRevisions.guideId, guideDrafts.id), eq(guideRevisions.number, guideDrafts.publishedRevision)),
    )
    .where(eq(guideDrafts.id, guideId))
  return row?.front.slug ?? null
}

/** Has the working copy as it is published at a moment. @throws GuideConflict in words */
export async function schedulePublish(
  move: Move,
  { at, note }: { at: Date; note: string },
  now = new Date(),
): Promise<void> {
  const linted = await lintedDraft(move.guideId)
  await write(async (tx) => {
    await insistOn(tx, move, 'schedule', 0)
    insistOnNoErrors(linted)
    await schedule(tx, move, { at, note, errors: 0 }, now)
  })
}

/**
 * Makes an older version the working copy again; what was there is kept first. The address stays what it is, as readers
 * may know it. @returns the new version
 */
export async function restoreRevision(move: Move, number: number, now = new Date()): Promise<number> {
  const [current] = await read
    .select({ slug: guideDrafts.slug })
    .from(guideDrafts)
    .where(eq(guideDrafts.id, move.guideId))
  const [revision] = await read
    .select()
    .from(guideRevisions)
    .where(and(eq(guideRevisions.guideId, move.guideId), eq(guideRevisions.number, number)))
  if (!current || !revision) throw new GuideConflict(`There is no version ${number}.`)
  const { draft, issues } = await lint({ ...contentOfRevision(revision), slug: current.slug })
  return await write(async (tx) => {
    const row = await insistOn(tx, move, 'restore')
    if (sameContent(row, draft.content)) throw new GuideConflict(`Version ${number} is what you have now.`)
    await keepRevision(tx, row, { note: `Before version ${number} was restored`, byId: move.byId }, now)
    const saved = await saveDraft(tx, row.id, row.version, draft, countIssues(issues), move.byId, now)
    if (!saved.ok) throw new Error(`The guide ${row.id} changed inside its transaction`)
    await auditGuide(
      tx,
      move.byId,
      'guide.restored',
      { id: row.id, title: draft.content.title },
      { revision: number },
      now,
    )
    return saved.version
  })
}

/**
 * Undoes the archiving of a guide, with what readers saw of it.
 * @param revision that was public; null if none was
 * @returns whether it is public again, as something that it names may be gone meanwhile
 */
export async function undoArchive(move: Move, revision: number | null, now = new Date()): Promise<boolean> {
  const linted = revision === null ? null : await lintedRevision(move.guideId, revision)
  return await write(async (tx) => {
    await unarchive(tx, move, now)
    if (!linted || linted.errors.length > 0) return false
    const how = { note: 'Brought back from the archive', tellings: null, byId: move.byId }
    await publishTold(tx, move.guideId, linted.draft, how, now)
    return true
  })
}
