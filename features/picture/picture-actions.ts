'use server'

import { refresh } from 'next/cache'
import { write } from '#db/client.ts'
import { staffAction } from '#features/account/staff.ts'
import { Refusal } from '#lib/action.ts'
import { describePictureSchema, pictureIdSchema } from './picture-schema.ts'
import {
  archivePicture as archiveRow,
  describePicture as describeRow,
  unarchivePicture as unarchiveRow,
} from './picture-writes.ts'

export const describePicture = staffAction('picture.edit', describePictureSchema, async ({ id, name, alt }, user) => {
  if (!(await write((tx) => describeRow(tx, user.id, id, { name, alt })))) {
    throw new Refusal('This picture is not there any more.')
  }
  refresh()
  return { status: 'done', message: 'Saved.', values: { name, alt } }
})

export const archivePicture = staffAction('picture.edit', pictureIdSchema, async ({ id }, user) => {
  await write((tx) => archiveRow(tx, user.id, id, new Date()))
  refresh()
  return { status: 'done' }
})

export const unarchivePicture = staffAction('picture.edit', pictureIdSchema, async ({ id }, user) => {
  await write((tx) => unarchiveRow(tx, user.id, id))
  refresh()
  return { status: 'done' }
})
