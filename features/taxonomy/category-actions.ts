'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { write } from '#db/client.ts'
import { staffAction } from '#features/account/staff.ts'
import { answerConflicts } from './answer-conflicts.ts'
import { deleteCategory, keepCategory, moveCategory } from './category-writes.ts'
import { headFields } from './skill-form-schema.ts'
import { categorySchema } from './taxonomy-schema.ts'

const list = '/admin/categories' as Route

export const saveCategoryForm = staffAction(
  'taxonomy.edit',
  z.object({ id: headFields.id, slug: headFields.slug, ...categorySchema.shape }),
  (form, user) =>
    answerConflicts(async () => {
      await write((tx) => keepCategory(tx, user.id, form))
      redirect(`${list}?saved=yes` as Route)
    }),
)

export const moveCategoryForm = staffAction(
  'taxonomy.edit',
  z.object({ id: z.string(), move: z.enum(['up', 'down'], 'Choose up or down.') }),
  async ({ id, move }, user) => {
    await write((tx) => moveCategory(tx, user.id, id, move === 'up' ? -1 : 1))
    redirect(list)
  },
)

export const deleteCategoryForm = staffAction('taxonomy.edit', z.object({ id: z.string() }), ({ id }, user) =>
  answerConflicts(async () => {
    await write((tx) => deleteCategory(tx, user.id, id))
    redirect(`${list}?deleted=yes` as Route)
  }),
)
