import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { openZip, zipLimits } from './zip-source.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Entry {
  path: string
  bytes: string | Buffer
  mode?: number
  compress?: boolean
}

async function zipOf(...entries: Entry[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { path, bytes, mode = 0o100644, compress = true } of entries) {
    zip.addBuffer(Buffer.from(bytes), path, { mode, compress })
  }
  zip.end()
  return await buffer(zip.outputStream)
}

/** Writes other bytes over every place where some stand: a zip names each file twice. */
function patched(zip: Buffer, from: string, to: string): Buffer {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1')
  return bytes
}

/** Changes a field of every record of a kind. */
function withField(zip: Buffer, signature: number, offset: number, write: (bytes: Buffer, at: number) => void): Buffer {
  const bytes = Buffer.from(zip)
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signature)
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) write(bytes, at + offset)
  return bytes
}

const central = 0x02014b50

async function open(bytes: Buffer) {
  const file = join(folder, 'a.zip')
  writeFileSync(file, bytes)
  return await openZip(file)
}

const author = { path: 'authors/a.yml', bytes: 'name: A\n' }

test('the files of a content folder, also with a folder around them; the rest is named', async () => {
  const id = 'ABCDEFGHIJKLMNOPQRSTUV'
  const source = await open(
    await zipOf(
      { path: 'content/authors/a.yml', bytes: '\uFEFFname: A\r\n' },
      { path: `content/pictures/${id}/480.webp`, bytes: 'RIFF' },
      { path: 'content/readme.txt', bytes: 'x' },
      { path: 'content/.git/config', bytes: 'x' },
      { path: '__MACOSX/content/._a.yml', bytes: 'x' },
    ),
  )
  expect([...source.texts]).toEqual([['authors/a.yml', 'name: A\n']])
  expect((await source.pictures.get(`pictures/${id}/480.webp`)?.())?.toString()).toBe('RIFF')
  expect(source.notRead).toEqual(['readme.txt'])
  source.close()
})

describe('a zip that is meant to do harm is refused, in words', () => {
  const long = 'a'.repeat(11)
  test.each<[string, () => Promise<Buffer>, RegExp]>([
    ['no zip', async () => Buffer.from('GIF89a'), /no zip file/],
    ['cut off', async () => (await zipOf(author)).subarray(0, -10), /no zip file/],
    [
      'up and out',
      async () => patched(await zipOf({ ...author, path: `${long}/b.yml` }), `${long}/b.yml`, '../../etc/b.yml'),
      /leads out/,
    ],
    [
      'absolute',
      async () => patched(await zipOf({ ...author, path: `${long}/b.yml` }), `${long}/b.yml`, '/tmp/aaaaaa/b.y'),
      /leads out/,
    ],
    ['another drive', async () => patched(await zipOf(author), 'authors/a.yml', 'C:/hors/a.yml'), /leads out/],
    ['backslashes', async () => patched(await zipOf(author), 'authors/a.yml', 'authors\\a.yml'), /leads out/],
    ['a link', () => zipOf({ ...author, bytes: '/etc/passwd', mode: 0o120777 }), /is a link/],
    ['a device', () => zipOf({ ...author, mode: 0o020666 }), /is a link/],
    [
      'a password',
      async () =>
        withField(await zipOf(author), central, 8, (bytes, at) => bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at)),
      /locked with a password/,
    ],
    [
      'the same twice',
      () =>
        zipOf(author, { ...author, path: 'authors/b.yml' }).then((zip) =>
          patched(zip, 'authors/b.yml', 'authors/a.yml'),
        ),
      /twice/,
    ],
    ['the same but for capitals', () => zipOf(author, { ...author, path: 'authors/A.yml' }), /twice/],
    [
      'a text of 1 MB and more',
      () => zipOf({ ...author, bytes: `${'é1 '.repeat(400_000)}`, compress: false }),
      /larger than 1 MB/,
    ],
    ['a bomb', () => zipOf({ path: 'x/bomb', bytes: Buffer.alloc(20_000_000) }), /packed so tightly/],
    ['no UTF-8', () => zipOf({ ...author, bytes: Buffer.from([0x6e, 0xff, 0xfe]) }), /UTF-8/],
    [
      'shorter than it says',
      async () =>
        withField(await zipOf({ ...author, bytes: 'x'.repeat(500) }), central, 24, (bytes, at) =>
          bytes.writeUInt32LE(900, at),
        ),
      /cannot be unpacked/,
    ],
    [
      'longer than it says',
      async () =>
        withField(await zipOf({ ...author, bytes: 'x'.repeat(500) }), central, 24, (bytes, at) =>
          bytes.writeUInt32LE(100, at),
        ),
      /cannot be unpacked/,
    ],
    [
      'too much in all',
      async () =>
        withField(
          await zipOf(
            ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
              path: `x/${name}`,
              bytes: Buffer.alloc(1_000_000, name),
              compress: false,
            })),
          ),
          central,
          20,
          (bytes, at) => {
            bytes.writeUInt32LE(60_000_000, at)
            bytes.writeUInt32LE(60_000_000, at + 4)
          },
        ),
      /more than 300 MB/,
    ],
  ])('%s', async (_, make, message) => {
    await expect(open(await make())).rejects.toThrow(message)
  })

  test('more entries than anybody has', async () => {
    const zip = await zipOf(author)
    const end = zip.length - 22
    zip.writeUInt16LE(zipLimits.entries + 1, end + 8)
    zip.writeUInt16LE(zipLimits.entries + 1, end + 10)
    await expect(open(zip)).rejects.toThrow('more than 20,000')
  })
})
