import { z } from 'zod'
import { guideKinds } from '#db/schema/words.ts'
import { line } from '#lib/action.ts'

const id = z.string({ error: 'Say which guide it is.' }).regex(/^[\w-]{22}$/, { error: 'This is no guide.' })
const number = z.coerce.number({ error: 'This is no version.' }).int().min(1, { error: 'This is no version.' })

/** Which guide, and the version of it that the editor sees. */
const move = { guideId: id, version: number }

const note = z
  .string()
  .default('')
  .transform((value) => value.normalize('NFC').replaceAll('\0', '').toWellFormed().trim())
  .refine((value) => [...value].length <= 300, { error: 'Use at most 300 characters.' })

/** A browser without script sends the moment as it was typed, which then is UTC. */
const moment = z
  .string({ error: 'Choose a day and a time.' })
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, { error: 'Choose a day and a time.' })
  .transform((value) => new Date(value.endsWith('Z') ? value : `${value}Z`))

export const moveSchema = z.object(move)
export const noteSchema = z.object({ ...move, note })
export const publishSchema = z.object({ ...move, note, tellings: z.string().default('') })
export const scheduleSchema = z.object({ ...move, note, at: moment })
export const restoreSchema = z.object({ ...move, number })

export const createSchema = z.object({
  title: line('a title', 100),
  kind: z.enum(guideKinds, { error: 'Choose what kind of guide it is.' }),
})

const ticked = 'Tick the guides first, at most 100 of them.'

/** Several at once, each in parts with colons between them, and with spaces between the guides. */
const several = (each: RegExp) =>
  z
    .string({ error: ticked })
    .transform((value) => value.split(' ').filter(Boolean))
    .refine((all) => all.length > 0 && all.length <= 100 && all.every((one) => each.test(one)), { error: ticked })
    .transform((all) => all.map((one) => one.split(':')))

export const bulkActions = ['publish', 'archive', 'unarchive'] as const
export type BulkAction = (typeof bulkActions)[number]

export const bulkSchema = z.object({
  /** Each as `id:version`. */
  guides: several(/^[\w-]{22}:\d{1,9}$/).transform((all) =>
    all.map(([guideId = '', version]) => ({ guideId, version: Number(version) })),
  ),
  what: z.enum(bulkActions, { error: 'Say what to do with them.' }),
})

/** What an archiving can be undone with: `id:version:revision`, the last one empty where nothing was public. */
export const undoSchema = z.object({
  guides: several(/^[\w-]{22}:\d{1,9}:\d{0,9}$/).transform((all) =>
    all.map(([guideId = '', version, revision]) => ({
      guideId,
      version: Number(version),
      revision: revision ? Number(revision) : null,
    })),
  ),
})
