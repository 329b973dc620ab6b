import { and, asc, eq, lte } from 'drizzle-orm'
import { read, write } from '#db/client.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { GuideConflict } from '#features/guide/guide-writes.ts'
import { log } from '#lib/log.ts'
import { draftById } from './draft-writes.ts'
import { errorsInWords, lintedRevision, publishTold } from './publish-writes.ts'
import { auditGuide } from './workflow-writes.ts'

interface Due {
  id: string
  revision: number
}

/** How many guides one round takes; the others are due in the next one. */
const perRound = 20

/**
 * Publishes every guide whose moment has come: the revision that it was scheduled with. Each by itself, so that one that
 * cannot be published any more holds up no other. Several processes may do this at once: the write lock lets one be first,
 * and the others find nothing left to do.
 * @returns how many were published
 */
export async function publishDue(now = new Date()): Promise<number> {
  const due = await read
    .select({ id: guideDrafts.id, revision: guideDrafts.scheduledRevision })
    .from(guideDrafts)
    .where(lte(guideDrafts.scheduledFor, now))
    .orderBy(asc(guideDrafts.scheduledFor))
    .limit(perRound)
  let published = 0
  for (const { id, revision } of due) {
    if (revision !== null && (await publishOne({ id, revision }, now))) published += 1
  }
  return published
}

async function publishOne(due: Due, now: Date): Promise<boolean> {
  try {
    const linted = await lintedRevision(due.id, due.revision)
    if (!linted) throw new GuideConflict('The version that was to be published is gone.')
    if (linted.errors.length > 0) throw new GuideConflict(errorsInWords(linted.errors))
    return await write(async (tx) => {
      if (!(await stillDue(tx, due, now))) return false
      const note = 'Published on schedule'
      await publishTold(tx, due.id, linted.draft, { note, tellings: null, byId: null }, now)
      return true
    })
  } catch (error) {
    await setBack(due, error, now)
    return false
  }
}

async function stillDue(tx: Parameters<typeof draftById>[0], { id, revision }: Due, now: Date) {
  const row = await draftById(tx, id)
  const due = row?.scheduledRevision === revision && row.scheduledFor !== null && row.scheduledFor <= now
  return due ? row : null
}

/** Says on the guide why it was not published. What is only a matter of the database, such as a full disk, is tried again. */
async function setBack(due: Due, error: unknown, now: Date): Promise<void> {
  log().error({ err: error, guide: due.id, revision: due.revision }, 'a scheduled guide was not published')
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) return
  const reason = error instanceof GuideConflict ? error.message : 'Something went wrong on our side; it is in the log.'
  try {
    await write(async (tx) => {
      const row = await stillDue(tx, due, now)
      if (!row) return
      await tx
        .update(guideDrafts)
        .set({ scheduledFor: null, scheduledRevision: null, scheduleProblem: reason, status: 'draft' })
        .where(and(eq(guideDrafts.id, due.id), eq(guideDrafts.scheduledRevision, due.revision)))
      await auditGuide(tx, null, 'guide.schedule-failed', row, { revision: due.revision }, now)
    })
  } catch (err) {
    log().error({ err, guide: due.id }, 'that a scheduled guide was not published could not be written down')
  }
}
