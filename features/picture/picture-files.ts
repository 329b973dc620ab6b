import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, writeDurably } from '#lib/durable-file.ts'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { webpSize } from './webp-size.ts'

/*
 * The files of a picture: data/pictures/ID/WIDTH.webp. They are made in a folder beside, brought to the disk, and put in
 * place by one rename; the row comes after. So a picture that the database knows has all of its files.
 */

/** What the id of a picture looks like: nothing that leads out of a folder. */
export const pictureIdPattern = /^[\w-]{22}$/

const picturesFolder = (): string => join(env().dataDir, 'pictures')
const workFolder = (): string => join(picturesFolder(), '.incoming')
/** Work that is older than this was left behind by a process that is gone. */
const staleAfter = 60 * 60 * 1000

/**
 * Where the files of a picture are, whether or not there are any.
 * @throws Error for what is no id
 */
export function pictureFolder(id: string): string {
  if (!pictureIdPattern.test(id)) throw new Error('This is no id of a picture.')
  return join(picturesFolder(), id)
}

/** @returns the file of one width; null if there is none */
export async function readPictureFile(id: string, width: number): Promise<Buffer | null> {
  try {
    return await readFile(join(pictureFolder(id), `${width}.webp`))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Lets `fill` write into a folder of its own, which is gone afterwards if it is not used.
 * @param fill gets the folder, and may hand it to `placePicture`
 */
export async function withWorkFolder<Result>(fill: (folder: string) => Promise<Result>): Promise<Result> {
  await removeStale()
  const folder = join(workFolder(), newId())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    return await fill(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Makes a filled folder the one of a picture. Its files must be on the disk already. */
export async function placePicture(folder: string, id: string): Promise<void> {
  await syncFolder(folder)
  await rename(folder, pictureFolder(id))
  await syncFolder(picturesFolder())
}

/** Whether all files of a picture are in place. */
export async function hasPictureFiles({ id, widths }: { id: string; widths: number[] }): Promise<boolean> {
  const there = await Promise.all(widths.map((width) => isThere(join(pictureFolder(id), `${width}.webp`))))
  return there.every(Boolean)
}

/** For a picture that got no row after all. */
export async function removePictureFiles(id: string): Promise<void> {
  await rm(pictureFolder(id), { recursive: true, force: true })
}

/**
 * Puts the files of a picture in place that were made earlier, by this site or another one: for an import. Files that are
 * there already stay as they are.
 * @param files by width
 * @returns what is wrong with them, in words; null once they are in place
 */
export async function savePictureFiles(id: string, files: ReadonlyMap<number, Buffer>): Promise<string | null> {
  if (!pictureIdPattern.test(id)) return `“${id}” is no id of a picture.`
  if (files.size === 0) return 'This picture has no files.'
  for (const [width, file] of files) {
    if (webpSize(file)?.width !== width) return `${width}.webp is not a WebP picture of this width.`
  }
  if (await isThere(pictureFolder(id))) return null
  await withWorkFolder(async (folder) => {
    for (const [width, file] of files) await writeDurably(join(folder, `${width}.webp`), file)
    await placePicture(folder, id)
  })
  return null
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

async function removeStale(now = Date.now()): Promise<void> {
  const names = await readdir(workFolder()).catch(() => [])
  for (const name of names) {
    const path = join(workFolder(), name)
    const made = await stat(path).catch(() => null)
    if (made && now - made.mtimeMs > staleAfter) await rm(path, { recursive: true, force: true })
  }
}
