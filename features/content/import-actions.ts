'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { staffAction } from '#features/account/staff.ts'
import { Refusal } from '#lib/action.ts'
import type { ContentSource } from './content-source.ts'
import { ImportRefusal } from './import-refusal.ts'
import { runImport } from './import-run-writes.ts'
import { readIncoming } from './incoming.ts'
import { writesOf } from './plan-words.ts'
import { startingContent } from './starting-content.ts'
import { freshUpload, removeUpload } from './upload-files.ts'
import { openZip } from './zip-source.ts'

const damaged = { error: 'This form is damaged. Open the page again.' }
const chosen = {
  digest: z.string(damaged).regex(/^[\w-]{43}$/, damaged),
  /** The keys of what is taken, with spaces between. */
  take: z.string(damaged).transform((keys) => new Set(keys.split(' ').filter((key) => key !== ''))),
}

/** Brings in the zip that the user uploaded and looked at. */
export const bringInUpload = staffAction(
  'content.import',
  z.object({ id: z.string(damaged), ...chosen }),
  async ({ id, digest, take }, user) => {
    const path = await freshUpload(user.id, id)
    if (!path) throw new Refusal('This zip is not kept any more. Upload it again.')
    let source: (ContentSource & { close: () => void }) | null = null
    let count = 0
    try {
      source = await openZip(path)
      count = writesOf(await runImport(readIncoming(source), { digest, take, byId: user.id, from: 'zip' }))
    } catch (error) {
      throw asRefusal(error)
    } finally {
      source?.close()
    }
    await removeUpload(user.id, id)
    redirect(`/admin/transfer?brought=${count}` as Route)
  },
)

/** Brings in what comes with this version of Guidepost. */
export const bringInStartingContent = staffAction(
  'content.import',
  z.object(chosen),
  async ({ digest, take }, user) => {
    let count = 0
    try {
      const choices = { digest, take, byId: user.id, from: 'starting content' } as const
      count = writesOf(await runImport(startingContent(), choices))
    } catch (error) {
      throw asRefusal(error)
    }
    redirect(`/admin/transfer?brought=${count}` as Route)
  },
)

const asRefusal = (error: unknown): unknown => (error instanceof ImportRefusal ? new Refusal(error.message) : error)
