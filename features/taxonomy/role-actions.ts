'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { write } from '#db/client.ts'
import { staffAction, staffTreeAction } from '#features/account/staff.ts'
import { answerConflicts } from './answer-conflicts.ts'
import { deleteRole, keepRole } from './role-edit-writes.ts'
import { roleFormSchema } from './role-form-schema.ts'

export const saveRoleForm = staffTreeAction('taxonomy.edit', roleFormSchema, (form, user) =>
  answerConflicts(async () => {
    const id = await write((tx) => keepRole(tx, user.id, form))
    redirect(`/admin/roles/${id}?saved=yes` as Route)
  }),
)

export const deleteRoleForm = staffAction('taxonomy.edit', z.object({ id: z.string() }), ({ id }, user) =>
  answerConflicts(async () => {
    await write((tx) => deleteRole(tx, user.id, id))
    redirect('/admin/roles?deleted=yes' as Route)
  }),
)
