import { createHash } from 'node:crypto'
import { write } from '#db/client.ts'
import { newId } from '#lib/ids.ts'
import { hasPictureFiles, placePicture, removePictureFiles, withWorkFolder } from './picture-files.ts'
import { sizeProblem } from './picture-limits.ts'
import { nameFromFile } from './picture-name.ts'
import { processPicture } from './picture-processing.ts'
import { readPictureType } from './picture-type.ts'
import { type AddedPicture, addPicture, knownPicture } from './picture-writes.ts'

export type Upload =
  | ({ status: 'added' } & AddedPicture)
  | { status: 'refused'; reason: 'size' | 'type' | 'content'; message: string }
  | { status: 'busy' }

/**
 * Makes a picture of a file that somebody sent: all of it, or nothing.
 * @param file with the name it had with the sender, which decides nothing
 */
export async function uploadPicture(
  file: { name: string; bytes: Buffer; alt: string },
  userId: string,
  now = new Date(),
): Promise<Upload> {
  const size = sizeProblem(file.bytes.length)
  if (size) return { status: 'refused', reason: 'size', message: size }
  const read = readPictureType(file.bytes, file.name)
  if ('refusal' in read) return { status: 'refused', reason: 'type', message: read.refusal }
  const hash = createHash('sha256').update(file.bytes).digest('base64url')
  const known = await write((tx) => knownPicture(tx, userId, hash))
  if (known && (await hasPictureFiles(known.picture))) return { status: 'added', ...known }

  return await withWorkFolder(async (folder): Promise<Upload> => {
    const made = await processPicture(file.bytes, read.type, folder)
    if (made.status === 'busy') return made
    if (made.status === 'refused') return { ...made, reason: 'content' }
    if (known) {
      // A backup was restored without the files of this picture: here they are again.
      await removePictureFiles(known.picture.id)
      await placePicture(folder, known.picture.id)
      return { status: 'added', ...known }
    }
    const id = newId()
    const { width, height, widths, bytes } = made
    const said = { name: nameFromFile(file.name), alt: file.alt }
    const row = {
      id,
      ...said,
      width,
      height,
      widths,
      bytes,
      hash,
      createdById: userId,
      createdAt: now,
      archivedAt: null,
    }
    await placePicture(folder, id)
    try {
      const added = await write((tx) => addPicture(tx, userId, row))
      // Somebody sent the same file in the meantime.
      if (added.picture.id !== id) await removePictureFiles(id)
      return { status: 'added', ...added }
    } catch (error) {
      await removePictureFiles(id)
      throw error
    }
  })
}
