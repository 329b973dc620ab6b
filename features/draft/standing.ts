import type { DraftStatus } from '#db/schema/guide.ts'
import { possibleActions, type WorkflowAction } from './draft-rules.ts'

/** Where a guide stands, as a page gets it: words and ids, no text. Moments are ISO 8601, UTC. */
export interface Standing {
  id: string
  title: string
  slug: string
  /** Where readers find it; null for a guide that is not public. */
  publicSlug: string | null
  version: number
  status: DraftStatus
  publishedRevision: number | null
  /** When readers got what they see now. */
  publishedAt: string | null
  scheduledFor: string | null
  scheduleProblem: string | null
  archivedAt: string | null
  submittedById: string | null
  /** Names; null for nobody, or for an account that is gone. */
  submittedBy: string | null
  approvedBy: string | null
  updatedBy: string | null
  updatedAt: string
  reviewNote: string
  errors: number
  warnings: number
  possible: WorkflowAction[]
}

/**
 * Where a guide stands for its open editor, which knows of saves and of what is wrong before it asks the server again.
 * @param saved the version that was saved last
 * @param counts of what is wrong with the text as it is
 */
export function standingAfterSave(
  standing: Standing,
  saved: { version: number; savedAt: string; content: { title: string; slug: string } },
  counts: { errors: number; warnings: number },
  userId: string,
): Standing {
  const changed = saved.version > standing.version
  const now: Standing = {
    ...standing,
    ...counts,
    ...(changed && {
      ...{ version: saved.version, updatedAt: saved.savedAt, title: saved.content.title, slug: saved.content.slug },
      // As `saveDraft` has it: a schedule stays, and everything else begins anew.
      status: standing.status === 'scheduled' ? 'scheduled' : 'draft',
    }),
  }
  const asDate = (at: string | null) => (at === null ? null : new Date(at))
  const state = { ...now, scheduledFor: asDate(now.scheduledFor), archivedAt: asDate(now.archivedAt) }
  return { ...now, possible: possibleActions(state, userId) }
}

/** What a publish would do, looked up when an editor is about to do it. */
export interface PublishFacts {
  version: number
  /** What must be put right first, in words, with the line of the body where there is one. */
  errors: { line: number; message: string }[]
  /** The blocks that people used and that go, with how many people, in words. */
  removed: { key: string; label: string; people: string }[]
  /** The blocks that can stand in their place. */
  blocks: { key: string; label: string }[]
}

/** Where a guide stands, in the few words that lists have for it. */
export function statusInWords({
  status,
  publishedRevision,
  archivedAt,
}: {
  status: DraftStatus
  publishedRevision: number | null
  archivedAt: unknown
}): string {
  if (archivedAt) return 'Archived'
  const isPublic = publishedRevision !== null
  if (status === 'published') return 'Published'
  if (status === 'draft') return isPublic ? 'Published, with changes' : 'Draft'
  const word = { review: 'In review', approved: 'Approved', scheduled: 'Scheduled' }[status]
  return isPublic ? `${word}; published before` : word
}
