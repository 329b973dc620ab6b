import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { guideDrafts, guideRevisions, guides } from '#db/schema/guide.ts'
import type { AuditEvent } from '#features/account/audit-events.ts'
import { type AuditEntry, audit } from '#features/account/audit-writes.ts'
import { GuideConflict } from '#features/guide/guide-writes.ts'
import { type WorkflowAction, whyNot } from './draft-rules.ts'
import { contentOfRevision, type DraftRow, draftById, keepRevision } from './draft-writes.ts'
import { sameContent } from './same-content.ts'

/** What every move of a guide names: which one, the version that the editor sees, and who it is. */
export interface Move {
  guideId: string
  version: number
  byId: string
}

/**
 * The guide, if the move is made by somebody who sees it as it is, and is possible now.
 * @param errors found a moment ago, where that was looked at
 * @throws GuideConflict in words for the editor
 */
export async function insistOn(tx: Tx, move: Move, action: WorkflowAction, errors?: number): Promise<DraftRow> {
  const row = await draftById(tx, move.guideId)
  if (!row) throw new GuideConflict('This guide is not there any more.')
  if (row.version !== move.version) throw new GuideConflict('Somebody saved meanwhile: look at it first.')
  const reason = whyNot(action, { ...row, errors: errors ?? row.errors }, move.byId)
  if (reason !== null) throw new GuideConflict(reason)
  return row
}

/** Writes down what was done with a guide. */
export function auditGuide(
  tx: Tx,
  byId: string | null,
  event: AuditEvent,
  { id, title }: { id: string; title: string },
  detail: NonNullable<AuditEntry['detail']> = {},
  now = new Date(),
): Promise<void> {
  return audit(tx, byId, { event, subject: 'guide', subjectId: id, label: title, detail }, now)
}

const set = (tx: Tx, { id }: { id: string }, values: Partial<DraftRow>) =>
  tx.update(guideDrafts).set(values).where(eq(guideDrafts.id, id))

/** Keeps the working copy as a version with a note. @returns its number */
export async function keepVersion(tx: Tx, move: Move, note: string, now = new Date()): Promise<number> {
  const row = await insistOn(tx, move, 'keep')
  const { number, fresh } = await keepRevision(tx, row, { note, byId: move.byId }, now)
  if (!fresh) throw new GuideConflict(`This is kept already, as version ${number}.`)
  await auditGuide(tx, move.byId, 'guide.kept', row, { revision: number }, now)
  return number
}

export async function submitForReview(tx: Tx, move: Move, note: string, now = new Date()): Promise<void> {
  const row = await insistOn(tx, move, 'submit')
  await keepRevision(tx, row, { note, byId: move.byId }, now)
  await set(tx, row, { status: 'review', submittedById: move.byId, approvedById: null, reviewNote: note })
  await auditGuide(tx, move.byId, 'guide.submitted', row, {}, now)
}

export async function approve(tx: Tx, move: Move, now = new Date()): Promise<void> {
  const row = await insistOn(tx, move, 'approve')
  await set(tx, row, { status: 'approved', approvedById: move.byId })
  await auditGuide(tx, move.byId, 'guide.approved', row, {}, now)
}

export async function sendBack(tx: Tx, move: Move, note: string, now = new Date()): Promise<void> {
  const row = await insistOn(tx, move, 'sendBack')
  await set(tx, row, { status: 'draft', approvedById: null, reviewNote: note })
  await auditGuide(tx, move.byId, 'guide.sent-back', row, {}, now)
}

const noSchedule = { scheduledFor: null, scheduledRevision: null }

/**
 * Has the working copy as it is now published at a moment: what is written until then is not in it.
 * @param errors found a moment ago
 */
export async function schedule(
  tx: Tx,
  move: Move,
  { at, note, errors }: { at: Date; note: string; errors: number },
  now = new Date(),
): Promise<void> {
  const row = await insistOn(tx, move, 'schedule', errors)
  const { number } = await keepRevision(tx, row, { note, byId: move.byId }, now)
  await set(tx, row, {
    ...{ status: 'scheduled', scheduledFor: at, scheduledRevision: number, scheduleProblem: null },
    // An approval is remembered, in case the schedule is taken back.
    ...(row.status !== 'approved' && { approvedById: null }),
  })
  await auditGuide(tx, move.byId, 'guide.scheduled', row, { at: at.toISOString(), revision: number }, now)
}

export async function unschedule(tx: Tx, move: Move, now = new Date()): Promise<void> {
  const row = await insistOn(tx, move, 'unschedule')
  const approved = row.approvedById !== null && (await isRevision(tx, row, row.scheduledRevision))
  await set(tx, row, {
    ...noSchedule,
    ...(approved ? { status: 'approved' } : { status: 'draft', approvedById: null }),
  })
  await auditGuide(tx, move.byId, 'guide.unscheduled', row, {}, now)
}

/** Whether the working copy still says what a revision says. */
async function isRevision(tx: Tx, row: DraftRow, number: number | null): Promise<boolean> {
  if (number === null) return false
  const [revision] = await tx
    .select()
    .from(guideRevisions)
    .where(and(eq(guideRevisions.guideId, row.id), eq(guideRevisions.number, number)))
  return revision !== undefined && sameContent(contentOfRevision(revision), row)
}

/** Takes a guide from readers: its row, and with it everything that was indexed of it. Redirects to it stay. */
async function takeOff(tx: Tx, { id }: DraftRow): Promise<void> {
  await tx.delete(guides).where(eq(guides.id, id))
}

const offTheSite = { ...noSchedule, status: 'draft', publishedRevision: null, scheduleProblem: null } as const

export async function unpublish(tx: Tx, move: Move, now = new Date()): Promise<void> {
  const row = await insistOn(tx, move, 'unpublish')
  await takeOff(tx, row)
  await set(tx, row, offTheSite)
  await auditGuide(tx, move.byId, 'guide.unpublished', row, { revision: row.publishedRevision }, now)
}

/**
 * Puts a guide away: off the site and out of the lists, with all that was ever written of it.
 * @returns the number of the revision that was public, to be able to undo it; null if none was
 */
export async function archive(tx: Tx, move: Move, now = new Date()): Promise<number | null> {
  const row = await insistOn(tx, move, 'archive')
  await keepRevision(tx, row, { note: 'Before it was archived', byId: move.byId }, now)
  await takeOff(tx, row)
  await set(tx, row, { ...offTheSite, archivedAt: now })
  await auditGuide(tx, move.byId, 'guide.archived', row, { revision: row.publishedRevision }, now)
  return row.publishedRevision
}

/** Brings an archived guide back to the lists. It is not public until it is published again. */
export async function unarchive(tx: Tx, move: Move, now = new Date()): Promise<DraftRow> {
  const row = await insistOn(tx, move, 'unarchive')
  await set(tx, row, { archivedAt: null })
  await auditGuide(tx, move.byId, 'guide.unarchived', row, {}, now)
  return row
}
