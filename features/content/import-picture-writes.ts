import { eq } from 'drizzle-orm'
import { pictures } from '#db/schema/picture.ts'
import { broughtFile } from '#features/picture/brought-picture.ts'
import { removePictureFiles, savePictureFiles } from '#features/picture/picture-files.ts'
import { insertPicture } from '#features/picture/picture-writes.ts'
import type { PictureThing } from './content-types.ts'
import type { Import, PlacedPictures } from './import-job-writes.ts'
import { ImportRefusal } from './import-refusal.ts'
import type { Incoming } from './incoming.ts'
import { hashOf } from './thing-files.ts'

/**
 * Puts the files of new pictures in place, before the transaction that gives them their rows. Each is decoded, as an upload
 * is, and goes on without anything but its pixels.
 * @param known the pictures that the site has already
 * @returns what was placed, to be taken away again if the rows do not come
 * @throws ImportRefusal for a file that is not what it says
 */
export async function placePictures(
  { files, source }: Incoming,
  known: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const placed = new Map<string, number>()
  try {
    for (const picture of files.pictures) {
      if (known.has(picture.id)) continue
      const widths = new Map<number, Buffer>()
      for (const width of picture.widths) {
        const read = source.pictures.get(`pictures/${picture.id}/${width}.webp`)
        const brought = read && (await broughtFile(width, await read()))
        if (!brought) continue
        if ('problem' in brought) throw new ImportRefusal(`pictures/${picture.id}: ${brought.problem}`)
        widths.set(width, brought.file)
      }
      const problem = await savePictureFiles(picture.id, widths)
      if (problem) throw new ImportRefusal(`pictures/${picture.id}: ${problem}`)
      placed.set(
        picture.id,
        [...widths.values()].reduce((sum, { length }) => sum + length, 0),
      )
    }
    return placed
  } catch (error) {
    await takeBackPictures(placed)
    throw error
  }
}

export async function takeBackPictures(placed: PlacedPictures): Promise<void> {
  for (const id of placed.keys()) await removePictureFiles(id)
}

/** Gives the pictures their rows. */
export async function bringInPictures({ tx, incoming, present, written, placed, byId }: Import): Promise<void> {
  const hashes = new Set([...present.pictures.values()].map(({ hash }) => hash))
  for (const picture of incoming.files.pictures) {
    const planned = written('picture', picture.id)
    if (!planned) continue
    const { id, name, alt, archived } = picture
    if (planned.here !== null) {
      await tx.update(pictures).set({ name, alt, archivedAt: archived }).where(eq(pictures.id, id))
      continue
    }
    const bytes = placed.get(id)
    if (bytes === undefined) throw new ImportRefusal('A picture was taken from the site meanwhile. Try once more.')
    await insertPicture(tx, { ...rowOf(picture, bytes), hash: ownHash(picture, hashes), createdById: byId })
  }
}

const rowOf = ({ id, name, alt, width, height, widths, created, archived }: PictureThing, bytes: number) => ({
  id,
  name,
  alt,
  width,
  height,
  widths,
  bytes,
  createdAt: created,
  archivedAt: archived,
})

/** The site may have the same picture under another id; guides name it by this one, so it comes in beside it. */
const ownHash = ({ id, hash }: PictureThing, hashes: ReadonlySet<string>): string =>
  hashes.has(hash) ? hashOf(hash, id) : hash
