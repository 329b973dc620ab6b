import { stat } from 'node:fs/promises'
import yauzl from 'yauzl'
import { type ContentSource, cleanText, kindOfPath, parts, sorted } from './content-source.ts'
import { ImportRefusal } from './import-refusal.ts'

/** What a zip may be. It is looked at by what it says of itself, and then held to that while it is unpacked. */
export const zipLimits = {
  bytes: 60 * 1024 * 1024,
  entries: 20_000,
  textBytes: 1024 * 1024,
  pictureBytes: 12 * 1024 * 1024,
  totalBytes: 300 * 1024 * 1024,
  /** How many times larger than in the zip a file may be, from `ratioFrom` bytes on. */
  ratio: 120,
  ratioFrom: 64 * 1024,
} as const

/** A zip as the content folder in it. Its pictures are read from it when they are asked for. */
export interface ZipSource extends ContentSource {
  close: () => void
}

const damaged = 'This is no zip file, or it is damaged. Export it once more.'

/**
 * Opens a zip and reads its texts.
 * @throws ImportRefusal in words for anything that is not a plain zip of a sensible size
 */
export async function openZip(file: string): Promise<ZipSource> {
  if ((await stat(file)).size > zipLimits.bytes) throw new ImportRefusal('This zip is larger than 60 MB.')
  const zip = await opened(file)
  try {
    const entries = checked(await allEntries(zip))
    const root = commonRoot([...entries.keys()])
    const texts = new Map<string, string>()
    const pictures = new Map<string, () => Promise<Buffer>>()
    const notRead: string[] = []
    for (const [whole, entry] of entries) {
      const path = whole.slice(root.length)
      const kind = kindOfPath(path)
      if (kind === 'unknown') notRead.push(path)
      if (kind !== 'text' && kind !== 'picture') continue
      insistOnSize(path, entry, kind === 'text' ? zipLimits.textBytes : zipLimits.pictureBytes)
      if (kind === 'text') texts.set(path, asText(path, await unpacked(zip, entry)))
      else pictures.set(path, () => unpacked(zip, entry))
    }
    return {
      texts: sorted(texts),
      pictures,
      notRead: notRead.sort(),
      shown: (path) => path,
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

function opened(file: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySize: true }
    yauzl.open(file, options, (error, zip) => {
      if (error || !zip) reject(new ImportRefusal(damaged))
      else resolve(zip)
    })
  })
}

function allEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    if (zip.entryCount > zipLimits.entries) {
      reject(new ImportRefusal('There are more than 20,000 files in this zip.'))
      return
    }
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    // Names that lead out of the folder come here as well.
    zip.on('error', (error: Error) => {
      const name = /absolute path|invalid relative path|invalid characters/.test(error.message)
      reject(new ImportRefusal(name ? 'A file in this zip has a name that leads out of it.' : damaged))
    })
    zip.readEntry()
  })
}

/** The files by path, once it is clear that no entry is a trick. Folders are left out. */
function checked(all: readonly yauzl.Entry[]): Map<string, yauzl.Entry> {
  const entries = new Map<string, yauzl.Entry>()
  const seen = new Set<string>()
  let total = 0
  for (const entry of all) {
    const path = entry.fileName
    const name = path.toLowerCase().normalize('NFC')
    if (seen.has(name)) throw new ImportRefusal(`“${path}” is in this zip twice.`)
    seen.add(name)
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw new ImportRefusal('This zip is locked with a password.')
    if (isSpecial(entry)) throw new ImportRefusal(`“${path}” is a link, not a file.`)
    if (path.endsWith('/')) continue
    total += entry.uncompressedSize
    if (total > zipLimits.totalBytes) throw new ImportRefusal('This zip holds more than 300 MB.')
    const { ratio, ratioFrom } = zipLimits
    if (entry.uncompressedSize > ratioFrom && entry.uncompressedSize > entry.compressedSize * ratio) {
      throw new ImportRefusal(`“${path}” is packed so tightly that it is no text or picture.`)
    }
    entries.set(path, entry)
  }
  return entries
}

const fileKinds = 0o170000
const plainFile = 0o100000
const folder = 0o040000

/** Zips that were made under Unix say what kind of file each was. */
function isSpecial({ externalFileAttributes }: yauzl.Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & fileKinds
  return kind !== 0 && kind !== plainFile && kind !== folder
}

/** Whoever zips a folder by hand gets that folder around everything. */
function commonRoot(paths: readonly string[]): string {
  const visible = paths.filter((path) => kindOfPath(path) !== 'hidden')
  const [first = ''] = visible
  const root = first.slice(0, first.indexOf('/') + 1)
  const known = root.slice(0, -1) in parts || root === 'pictures/'
  return root !== '' && !known && visible.every((path) => path.startsWith(root)) ? root : ''
}

function insistOnSize(path: string, { uncompressedSize }: yauzl.Entry, limit: number): void {
  if (uncompressedSize > limit) throw new ImportRefusal(`“${path}” is larger than ${limit / 1024 / 1024} MB.`)
}

/** Unpacks one file. A file that turns out longer or shorter than it says is refused while it is read. */
function unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new ImportRefusal(`“${entry.fileName}” cannot be unpacked: the zip is damaged.`))
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) {
        fail()
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', fail)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}

function asText(path: string, bytes: Buffer): string {
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ImportRefusal(`“${path}” is not text in UTF-8. Save it as UTF-8.`)
  }
}
