'use server'

import type { Route } from 'next'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type Tx, write } from '#db/client.ts'
import type { CurrentUser } from '#features/account/account-queries.ts'
import { staffAction } from '#features/account/staff.ts'
import { Refusal } from '#lib/action.ts'
import type { FormState } from '#lib/form-state.ts'
import { beginGuide } from './create-writes.ts'
import { scheduleProblem } from './draft-rules.ts'
import { inWords } from './in-words.ts'
import { publishNow as publishWorkingCopy, restoreRevision as restore, schedulePublish } from './publish-writes.ts'
import { tellingsOf } from './telling.ts'
import {
  createSchema,
  moveSchema,
  noteSchema,
  publishSchema,
  restoreSchema,
  scheduleSchema,
} from './workflow-schema.ts'
import * as workflow from './workflow-writes.ts'

/** Moves a guide in one transaction, and says what was done. */
async function moved(
  input: { guideId: string; version: number },
  user: CurrentUser,
  message: string,
  how: (tx: Tx, move: workflow.Move) => Promise<unknown>,
): Promise<FormState> {
  const move = { guideId: input.guideId, version: input.version, byId: user.id }
  await inWords(() => write((tx) => how(tx, move)))
  refresh()
  return { status: 'done', message }
}

export const createGuide = staffAction('guide.edit', createSchema, async (input, user) => {
  const id = await inWords(() => beginGuide(input, user.id))
  redirect(`/admin/guides/${id}` as Route)
})

export const keepVersion = staffAction('guide.edit', noteSchema, (input, user) =>
  moved(input, user, 'This version is kept.', (tx, move) => workflow.keepVersion(tx, move, input.note)),
)

export const submitForReview = staffAction('guide.edit', noteSchema, (input, user) =>
  moved(input, user, 'It waits for somebody else to read it.', (tx, move) =>
    workflow.submitForReview(tx, move, input.note),
  ),
)

export const approve = staffAction('guide.publish', moveSchema, (input, user) =>
  moved(input, user, 'It is approved.', (tx, move) => workflow.approve(tx, move)),
)

export const sendBack = staffAction('guide.edit', noteSchema, (input, user) => {
  if (input.note === '') throw new Refusal('Say what has to be changed.', 'note')
  return moved(input, user, 'It is sent back.', (tx, move) => workflow.sendBack(tx, move, input.note))
})

export const publishNow = staffAction('guide.publish', publishSchema, async (input, user) => {
  const { guideId, version, note } = input
  const move = { guideId, version, byId: user.id }
  await inWords(() => publishWorkingCopy(move, { note, tellings: tellingsOf(input.tellings) }))
  refresh()
  return { status: 'done', message: 'It is published: readers see it from now on.' }
})

export const schedule = staffAction('guide.publish', scheduleSchema, async (input, user) => {
  const { guideId, version, note, at } = input
  const problem = scheduleProblem(at, new Date())
  if (problem) throw new Refusal(problem, 'at')
  await inWords(() => schedulePublish({ guideId, version, byId: user.id }, { at, note }))
  refresh()
  return { status: 'done', message: 'It is scheduled.' }
})

export const unschedule = staffAction('guide.publish', moveSchema, (input, user) =>
  moved(input, user, 'The schedule is taken back.', (tx, move) => workflow.unschedule(tx, move)),
)

export const unpublish = staffAction('guide.publish', moveSchema, (input, user) =>
  moved(input, user, 'It is off the site. The text is still here.', (tx, move) => workflow.unpublish(tx, move)),
)

export const archive = staffAction('guide.publish', moveSchema, async ({ guideId, version }, user) => {
  const move = { guideId, version, byId: user.id }
  const revision = await inWords(() => write((tx) => workflow.archive(tx, move)))
  refresh()
  const undo = `${guideId}:${version}:${revision ?? ''}`
  return { status: 'done', message: 'It is archived.', values: { undo } }
})

export const unarchive = staffAction('guide.publish', moveSchema, (input, user) =>
  moved(input, user, 'It is back, and not public.', (tx, move) => workflow.unarchive(tx, move)),
)

export const restoreRevision = staffAction('guide.edit', restoreSchema, async ({ guideId, version, number }, user) => {
  await inWords(() => restore({ guideId, version, byId: user.id }, number))
  refresh()
  return { status: 'done', message: `Version ${number} is what you work on now. What was there is kept below.` }
})
