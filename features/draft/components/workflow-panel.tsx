'use client'

import { useState } from 'react'
import { TextArea } from '#components/ui/text-area.tsx'
import { type FormState, idle } from '#lib/form-state.ts'
import {
  approve,
  archive,
  keepVersion,
  publishNow,
  schedule,
  sendBack,
  submitForReview,
  unarchive,
  unpublish,
  unschedule,
} from '../draft-actions.ts'
import type { WorkflowAction } from '../draft-rules.ts'
import type { Standing } from '../standing.ts'
import { Outcome } from './outcome.tsx'
import { PublishQuestions } from './publish-questions.tsx'
import { ScheduleField } from './schedule-field.tsx'
import { StandingSentence } from './standing-sentence.tsx'
import { WorkflowDialog, type WorkflowDialogProps } from './workflow-dialog.tsx'

interface WorkflowPanelProps {
  standing: Standing
  /** Saves what was typed, and says which version that is; throws if it could not. */
  beforeSend?: () => Promise<number>
}

type Asked = Parameters<WorkflowDialogProps['children']>[0]

const note = (label: string, hint: string) =>
  function Note({ errors }: Asked) {
    return <TextArea label={label} name="note" hint={hint} rows={2} maxLength={300} error={errors.note} />
  }

const plainNote = note('Note', 'For the list of versions. It may stay empty.')

/** Each thing that can be done, as it is asked for. `restore` has its place beside the versions. */
const questions = (
  standing: Standing,
): Record<Exclude<WorkflowAction, 'restore'>, Omit<WorkflowDialogProps, 'guideId' | 'version' | 'onDone'>> => ({
  publish: {
    ...{
      action: publishNow,
      label: 'Publish now',
      confirm: 'Publish',
      pendingText: 'Publishing …',
      variant: 'primary',
    },
    children: (asked) => (
      <>
        <PublishQuestions key={asked.version} standing={standing} version={asked.version} />
        {plainNote(asked)}
      </>
    ),
  },
  schedule: {
    ...{ action: schedule, label: 'Schedule', confirm: 'Schedule', pendingText: 'Scheduling …' },
    children: (asked) => (
      <>
        <p>
          The text as it is now is published then, whatever is written meanwhile. Whoever used a block that goes is
          told.
        </p>
        {standing.status !== 'approved' && (
          <p className="rounded-medium bg-mark-wash px-4 py-3">Nobody else has approved this text.</p>
        )}
        <ScheduleField error={asked.errors.at} />
        {plainNote(asked)}
      </>
    ),
  },
  submit: {
    ...{ action: submitForReview, label: 'Submit for review', confirm: 'Submit', pendingText: 'Submitting …' },
    children: note('What should be looked at?', 'Whoever reads it sees this. It may stay empty.'),
  },
  approve: {
    ...{ action: approve, label: 'Approve', confirm: 'Approve', pendingText: 'Approving …', variant: 'primary' },
    children: () => <p>You have read it, and readers may see it. It is not published by this.</p>,
  },
  sendBack: {
    ...{ action: sendBack, label: 'Send back', confirm: 'Send back', pendingText: 'Sending back …' },
    children: note('What has to be changed?', 'Whoever wrote it sees this.'),
  },
  unschedule: {
    ...{ action: unschedule, label: 'Take back the schedule', confirm: 'Take it back', pendingText: 'Taking back …' },
    children: () => <p>It is then not published by itself.</p>,
  },
  keep: {
    ...{ action: keepVersion, label: 'Keep this version', confirm: 'Keep', pendingText: 'Keeping …', variant: 'plain' },
    children: note('What is it?', 'Such as “before the new section”. It stands in the list of versions.'),
  },
  unpublish: {
    ...{ action: unpublish, label: 'Take off the site', confirm: 'Take it off', pendingText: 'Taking off …' },
    variant: 'plain',
    children: () => (
      <p>
        Readers find nothing at its address any more, and guides that point to it have an error. The text stays here.
        {standing.scheduledFor && ' Its schedule is over with that.'}
      </p>
    ),
  },
  archive: {
    ...{ action: archive, label: 'Archive', confirm: 'Archive', pendingText: 'Archiving …', variant: 'plain' },
    children: () => (
      <p>
        {standing.publicSlug !== null && 'Readers find nothing at its address any more. '}
        It leaves the lists. Nothing is deleted, and it can be brought back.
      </p>
    ),
  },
  unarchive: {
    ...{ action: unarchive, label: 'Bring back', confirm: 'Bring back', pendingText: 'Bringing back …' },
    children: () => <p>It comes back to the lists, and is not public until it is published.</p>,
  },
})

const order = [
  'publish',
  'approve',
  'submit',
  'sendBack',
  'schedule',
  'unschedule',
  'keep',
  'unpublish',
  'archive',
  'unarchive',
] as const

/** Where a guide stands, and what can be done with it as a whole. */
export function WorkflowPanel({ standing, beforeSend }: WorkflowPanelProps) {
  const [done, setDone] = useState<FormState>(idle)
  const asked = questions(standing)
  return (
    <section aria-label="Where this guide stands" className="grid gap-4">
      <div className="grid gap-1">
        <StandingSentence standing={standing} />
        {standing.reviewNote && (
          <p className="border-l-2 border-mark pl-3 whitespace-pre-line">{standing.reviewNote}</p>
        )}
        {standing.errors > 0 && !standing.archivedAt && (
          <p className="text-ink-soft">
            {standing.errors === 1 ? 'One error stands' : `${standing.errors} errors stand`} in the way of a publish.
          </p>
        )}
      </div>
      <Outcome state={done} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {order
          .filter((action) => standing.possible.includes(action))
          .map((action) => (
            <WorkflowDialog
              key={action}
              {...asked[action]}
              guideId={standing.id}
              version={standing.version}
              // An archived guide has no text that is being typed.
              beforeSend={standing.archivedAt ? undefined : beforeSend}
              onDone={setDone}
            />
          ))}
      </div>
    </section>
  )
}
