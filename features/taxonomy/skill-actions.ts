'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { write } from '#db/client.ts'
import { staffAction, staffTreeAction } from '#features/account/staff.ts'
import { answerConflicts } from './answer-conflicts.ts'
import { deleteSkill } from './skill-delete-writes.ts'
import { keepSkill } from './skill-edit-writes.ts'
import { skillFormSchema } from './skill-form-schema.ts'
import { mergeByStaff, undoByStaff } from './skill-merge-staff-writes.ts'

/** Back to the page of a skill, which then says what happened. */
const skillPage = (id: string, saved: string) => `/admin/skills/${id}?saved=${saved}` as Route

export const saveSkillForm = staffTreeAction('taxonomy.edit', skillFormSchema, (form, user) =>
  answerConflicts(async () => {
    const { id, unfinished } = await write((tx) => keepSkill(tx, user.id, form))
    redirect(skillPage(id, unfinished ? 'unfinished' : 'yes'))
  }),
)

export const deleteSkillForm = staffAction('taxonomy.edit', z.object({ id: z.string() }), ({ id }, user) =>
  answerConflicts(async () => {
    await write((tx) => deleteSkill(tx, user.id, id))
    redirect('/admin/skills?deleted=yes' as Route)
  }),
)

export const mergeSkillForm = staffAction(
  'taxonomy.edit',
  z.object({
    id: z.string(),
    into: z.string({ error: 'Choose the skill that stays.' }),
    sure: z.literal('yes', { error: 'Say that this is what you want.' }),
  }),
  ({ id, into }, user) =>
    answerConflicts(async () => {
      await write((tx) => mergeByStaff(tx, user.id, id, into))
      redirect(skillPage(into, 'merged'))
    }),
)

export const undoMergeForm = staffAction('taxonomy.edit', z.object({ merge: z.string() }), ({ merge }, user) =>
  answerConflicts(async () => {
    const id = await write((tx) => undoByStaff(tx, user.id, merge))
    redirect(skillPage(id, 'unmerged'))
  }),
)
