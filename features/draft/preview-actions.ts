'use server'

import { refresh } from 'next/cache'
import { write } from '#db/client.ts'
import { staffAction } from '#features/account/staff.ts'
import { Refusal } from '#lib/action.ts'
import { env } from '#lib/env.ts'
import { endPreviewSchema, sharePreviewSchema } from './preview-schema.ts'
import { addPreviewLink, removePreviewLink } from './preview-writes.ts'

/** Makes a link that shows the working copy for a week. It is said once, as only its hash is kept. */
export const sharePreview = staffAction('guide.edit', sharePreviewSchema, async ({ guide }, user) => {
  const token = await write((tx) => addPreviewLink(tx, guide, user.id))
  if (!token) throw new Refusal('This guide is archived. Bring it back before you share it.')
  refresh()
  return { status: 'done', values: { address: `${env().siteOrigin}/preview/shared/${token}` } }
})

export const endPreview = staffAction('guide.edit', endPreviewSchema, async ({ link }, user) => {
  await write((tx) => removePreviewLink(tx, link, user.id))
  refresh()
  return { status: 'done', message: 'The link shows nothing any more.' }
})
