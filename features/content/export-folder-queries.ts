import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { snapshot } from '#db/client.ts'
import { readPictureFile } from '#features/picture/picture-files.ts'
import packageJson from '#package.json' with { type: 'json' }
import { type ExportedFile, exportContent } from './content-export-queries.ts'

async function bytesOf(file: ExportedFile): Promise<Buffer> {
  if ('text' in file) return Buffer.from(file.text)
  const bytes = await readPictureFile(file.picture.id, file.picture.width)
  if (!bytes) throw new Error(`The file of a picture is gone: ${file.path}`)
  return bytes
}

/**
 * Writes the whole content of the site into a folder.
 * @throws Error in words for a folder that is not empty
 * @returns how many files were written
 */
export async function exportToFolder(folder: string, now = new Date()): Promise<number> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) {
    throw new Error(`${folder} is not empty. Name a folder that is, or a new one: an export mixes with nothing.`)
  }
  return await snapshot(async (db) => {
    let count = 0
    for await (const file of exportContent(db, packageJson.version, now)) {
      const path = join(folder, file.path)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, await bytesOf(file))
      count += 1
    }
    return count
  })
}

/** The whole content of the site as a zip. Its texts are of one moment; what is packed leaves at once. */
export function exportAsZip(now = new Date()): Readable {
  const zip = new ZipFile()
  const stream = zip.outputStream as Readable
  const fill = snapshot(async (db) => {
    for await (const file of exportContent(db, packageJson.version, now)) {
      zip.addBuffer(await bytesOf(file), file.path, { mtime: now, mode: 0o100644, compress: 'text' in file })
    }
    zip.end()
  })
  // A download that ends in the middle must not look whole.
  fill.catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))))
  return stream
}

/** @returns "guidepost-content-2026-11-22" */
export const exportName = (now = new Date()): string => `guidepost-content-${now.toISOString().slice(0, 10)}`
