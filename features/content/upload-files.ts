import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { ImportRefusal } from './import-refusal.ts'
import { zipLimits } from './zip-source.ts'

/*
 * A zip between its upload and the yes to what it would do: data/imports/USER/ID.zip. The folder is that of whoever
 * uploaded it, so nobody else can name it. It is gone after an hour, or once it was used.
 */

const keptFor = 60 * 60 * 1000
const idPattern = /^[\w-]{22}$/

const importsFolder = (): string => join(env().dataDir, 'imports')

/** @returns where the upload of a user is; null for what is no id */
export const uploadPath = (userId: string, id: string): string | null =>
  idPattern.test(userId) && idPattern.test(id) ? join(importsFolder(), userId, `${id}.zip`) : null

/** @returns the path of an upload that is there and fresh enough; null otherwise */
export async function freshUpload(userId: string, id: string, now = Date.now()): Promise<string | null> {
  const path = uploadPath(userId, id)
  const file = path && (await stat(path).catch(() => null))
  return file && now - file.mtimeMs < keptFor ? path : null
}

/**
 * Keeps what is sent, as it arrives.
 * @throws ImportRefusal once it is larger than a zip may be
 * @returns its id
 */
export async function saveUpload(body: ReadableStream<Uint8Array>, userId: string): Promise<string> {
  await removeOld()
  const id = newId()
  const path = uploadPath(userId, id)
  if (!path) throw new Error('A user without an id')
  await mkdir(join(importsFolder(), userId), { recursive: true, mode: 0o700 })
  try {
    await pipeline(Readable.fromWeb(body), limited(), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return id
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

function limited(): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > zipLimits.bytes) done(new ImportRefusal('This zip is larger than 60 MB.'))
      else done(null, chunk)
    },
  })
}

export async function removeUpload(userId: string, id: string): Promise<void> {
  const path = uploadPath(userId, id)
  if (path) await rm(path, { force: true })
}

/** Whatever nobody came back for. */
async function removeOld(now = Date.now()): Promise<void> {
  const users = await readdir(importsFolder()).catch(() => [])
  for (const user of users) {
    for (const name of await readdir(join(importsFolder(), user)).catch(() => [])) {
      const path = join(importsFolder(), user, name)
      const file = await stat(path).catch(() => null)
      if (file && now - file.mtimeMs >= keptFor) await rm(path, { force: true })
    }
  }
}
