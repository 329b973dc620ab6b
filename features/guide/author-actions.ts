'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { write } from '#db/client.ts'
import { staffAction } from '#features/account/staff.ts'
import { answerConflicts } from '#features/taxonomy/answer-conflicts.ts'
import { headFields } from '#features/taxonomy/skill-form-schema.ts'
import { deleteAuthor, keepAuthor } from './author-writes.ts'
import { authorSchema } from './guide-schema.ts'

export const saveAuthorForm = staffAction(
  'taxonomy.edit',
  z.object({ id: headFields.id, slug: headFields.slug, ...authorSchema.shape }),
  (form, user) =>
    answerConflicts(async () => {
      const id = await write((tx) => keepAuthor(tx, user.id, form))
      redirect(`/admin/authors/${id}?saved=yes` as Route)
    }),
)

export const deleteAuthorForm = staffAction('taxonomy.edit', z.object({ id: z.string() }), ({ id }, user) =>
  answerConflicts(async () => {
    await write((tx) => deleteAuthor(tx, user.id, id))
    redirect('/admin/authors?deleted=yes' as Route)
  }),
)
