import type { DraftStatus } from '#db/schema/guide.ts'
import { capitalised, counted } from '#lib/format.ts'

/** Everything that can be done with a guide as a whole. */
export const workflowActions = [
  'keep',
  'submit',
  'approve',
  'sendBack',
  'publish',
  'schedule',
  'unschedule',
  'unpublish',
  'restore',
  'archive',
  'unarchive',
] as const
export type WorkflowAction = (typeof workflowActions)[number]

/** What of a working copy decides what can be done with it. */
export interface DraftState {
  status: DraftStatus
  publishedRevision: number | null
  submittedById: string | null
  scheduledFor: Date | null
  archivedAt: Date | null
  errors: number
}

type Rule = (state: DraftState, userId: string) => string | null

const errorsFirst: Rule = ({ errors }) =>
  errors > 0 ? `${capitalised(counted(errors, 'error'))} must be put right first.` : null
const nothingNew: Rule = ({ status }) => (status === 'published' ? 'Readers see all of it already.' : null)
const notScheduled: Rule = ({ scheduledFor }) =>
  scheduledFor ? 'It is scheduled already. Take the schedule back first.' : null

const rules: Record<WorkflowAction, Rule> = {
  keep: () => null,
  restore: () => null,
  archive: () => null,
  unarchive: () => 'It is not archived.',
  publish: first(nothingNew, errorsFirst),
  schedule: first(nothingNew, notScheduled, errorsFirst),
  submit: first(
    nothingNew,
    ({ status }) => (status === 'review' ? 'It waits for a review already.' : null),
    ({ status }) => (status === 'approved' ? 'It is approved already.' : null),
    notScheduled,
    errorsFirst,
  ),
  approve: first(
    ({ status }) => (status === 'review' ? null : 'It was not submitted for review, or was changed since.'),
    ({ submittedById }, userId) =>
      submittedById === userId ? 'You submitted it yourself: somebody else has to read it.' : null,
    errorsFirst,
  ),
  sendBack: ({ status }) =>
    status === 'review' || status === 'approved' ? null : 'It was not submitted for review, or was changed since.',
  unschedule: ({ scheduledFor }) => (scheduledFor ? null : 'It is not scheduled.'),
  unpublish: ({ publishedRevision }) => (publishedRevision === null ? 'It is not public.' : null),
}

/**
 * Why something cannot be done with a guide now; null if it can. A guide can be published without a review, as one person
 * may run the site: whoever does it is told that nobody else has read it.
 */
export function whyNot(action: WorkflowAction, state: DraftState, userId: string): string | null {
  if (state.archivedAt) return action === 'unarchive' ? null : 'It is archived. Bring it back first.'
  return rules[action](state, userId)
}

/** What can be done with a guide now, in the order in which it is offered. */
export const possibleActions = (state: DraftState, userId: string): WorkflowAction[] =>
  workflowActions.filter((action) => whyNot(action, state, userId) === null)

/** Why a guide cannot be published at that moment; null if it can. */
export function scheduleProblem(at: Date, now: Date): string | null {
  if (Number.isNaN(at.getTime())) return 'Choose a day and a time that exist.'
  if (at <= now) return 'This moment is over. Choose one to come, or publish now.'
  if (at.getTime() - now.getTime() > furthest) return 'Choose a moment within the next two years.'
  return null
}

const furthest = 2 * 366 * 24 * 60 * 60_000

/** The first reason of several rules. A function declaration, as the table above uses it. */
function first(...several: Rule[]): Rule {
  return (state, userId) => {
    for (const rule of several) {
      const reason = rule(state, userId)
      if (reason !== null) return reason
    }
    return null
  }
}
