import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog } from '#db/schema/account.ts'
import { pictures } from '#db/schema/picture.ts'
import { testDatabase } from '#db/testing.ts'
import { createUser } from '#features/account/account-writes.ts'
import { env } from '#lib/env.ts'
import { pictureFolder, readPictureFile, removePictureFiles, withWorkFolder } from './picture-files.ts'
import { processPicture } from './picture-processing.ts'
import { archivePicture } from './picture-writes.ts'
import { uploadPicture } from './upload-writes.ts'

afterAll(testDatabase())
// Each file is a process, and the other tests want the machine as well.
vi.setConfig({ testTimeout: 60_000 })

let editor = ''

beforeAll(async () => {
  const user = { email: 'e@example.org', name: 'E', passwordHash: 'x', role: 'editor' as const }
  editor = (await write((tx) => createUser(tx, user, new Date()))) ?? ''
})

beforeEach(async () => {
  for (const { id } of await read.select({ id: pictures.id }).from(pictures)) await removePictureFiles(id)
  await write(async (tx) => {
    await tx.delete(pictures)
  })
})

/** Two halves, red and blue, so that a turn shows. */
function halves(width: number, height: number) {
  const red = { create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: '#ff0000' } }
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: red, gravity: 'west' },
  ])
}

const upload = (bytes: Buffer, name = 'picture') => uploadPicture({ name, bytes, alt: '' }, editor)

async function added(bytes: Buffer, name?: string) {
  const outcome = await upload(bytes, name)
  if (outcome.status !== 'added') throw new Error(JSON.stringify(outcome))
  return outcome
}

/** All that is in the folder of pictures but empty work. */
function left(): string[] {
  const folder = join(env().dataDir, 'pictures')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.flatMap((name) => (name === '.incoming' ? readdirSync(join(folder, name)) : [name]))
}

async function file(id: string, width: number): Promise<Buffer> {
  const found = await readPictureFile(id, width)
  if (!found) throw new Error(`no file of ${width}`)
  return found
}

describe('a picture that is taken', () => {
  test.each(['png', 'jpeg', 'webp', 'avif'] as const)(
    '%s becomes WebP in every width up to its own',
    async (format) => {
      const bytes = await halves(1000, 500).toFormat(format).toBuffer()
      const { picture } = await added(bytes, `../../Week plan_v2.${format}`)
      expect(picture).toMatchObject({ name: 'Week plan v2', width: 1000, height: 500, widths: [480, 960, 1000] })
      let total = 0
      for (const width of picture.widths) {
        const made = await file(picture.id, width)
        total += made.length
        expect(await sharp(made).metadata()).toMatchObject({ format: 'webp', width, height: width / 2, space: 'srgb' })
      }
      expect(picture.bytes).toBe(total)
      expect(await read.select().from(auditLog)).toContainEqual(
        expect.objectContaining({ event: 'picture.uploaded', subjectId: picture.id, actorId: editor }),
      )
    },
  )

  test('is never made wider, nor kept wider than 2,000 pixels', async () => {
    const small = await added(await halves(30, 20).png().toBuffer())
    expect(small.picture.widths).toEqual([30])
    const large = await added(await halves(3000, 1500).jpeg().toBuffer())
    expect(large.picture).toMatchObject({ width: 2000, height: 1000, widths: [480, 960, 1440, 2000] })
  })

  test('says nothing of where and by what it was taken, and stands upright', async () => {
    const bytes = await halves(400, 200)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'Spycam' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect(bytes.includes('Spycam')).toBe(true)
    expect((await sharp(bytes).metadata()).orientation).toBe(6)

    const { picture } = await added(bytes)
    expect(picture).toMatchObject({ width: 200, height: 400 })
    const made = await file(picture.id, 200)
    const { exif, xmp, icc, iptc, orientation } = await sharp(made).metadata()
    expect({ exif, xmp, icc, iptc, orientation }).toEqual({})
    expect(made.includes('Spycam')).toBe(false)
    // Turned right: what was left is on top.
    const { data } = await sharp(made).raw().toBuffer({ resolveWithObject: true })
    expect([data[0], data[2]]).toEqual([expect.toSatisfy((red) => red > 200), expect.toSatisfy((blue) => blue < 60)])
  })

  test('stands still: of a moving one the first frame is kept', async () => {
    const frames = [halves(40, 20), sharp({ create: { width: 40, height: 20, channels: 3, background: '#00ff00' } })]
    const inputs = await Promise.all(frames.map((frame) => frame.png().toBuffer()))
    const moving = await sharp(inputs, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(2)
    const { picture } = await added(moving)
    expect(picture).toMatchObject({ width: 40, height: 20 })
    const { pages, delay } = await sharp(await file(picture.id, 40)).metadata()
    expect([pages, delay]).toEqual([undefined, undefined])
  })

  test('is the one it was when it comes again, and comes back from the archive', async () => {
    const bytes = await halves(50, 50).png().toBuffer()
    const first = await added(bytes, 'a.png')
    expect(await added(bytes, 'b.png')).toMatchObject({
      outcome: 'known',
      picture: { id: first.picture.id, name: 'a' },
    })
    await write((tx) => archivePicture(tx, editor, first.picture.id, new Date()))
    expect(await added(bytes)).toMatchObject({ outcome: 'brought-back', picture: { archivedAt: null } })
    expect(left()).toEqual([first.picture.id])
  })

  test('gets its files back when they were lost and it comes again', async () => {
    const bytes = await halves(500, 100).png().toBuffer()
    const { picture } = await added(bytes)
    rmSync(join(pictureFolder(picture.id), '480.webp'))
    expect(await added(bytes)).toMatchObject({ outcome: 'known', picture: { id: picture.id } })
    expect(readdirSync(pictureFolder(picture.id)).sort()).toEqual(['480.webp', '500.webp'])
  })

  test('is one even when it comes twice at the same time', async () => {
    const bytes = await halves(60, 50).png().toBuffer()
    const both = await Promise.all([added(bytes), added(bytes)])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['known', 'new'])
    expect(left()).toEqual([both[0].picture.id])
    expect(existsSync(pictureFolder(both[1].picture.id))).toBe(true)
  })
})

/** A PNG of a few bytes that claims a great many pixels. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * height), { level: 9 })
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const noise = async (format: 'png' | 'jpeg' | 'webp' | 'avif') =>
  sharp({
    create: { width: 300, height: 300, channels: 3, background: '#888', noise: { type: 'gaussian', sigma: 60 } },
  })
    .toFormat(format)
    .toBuffer()

const cut = async (format: 'png' | 'jpeg' | 'webp' | 'avif') => {
  const whole = await noise(format)
  return whole.subarray(0, Math.ceil(whole.length * 0.6))
}

const png = (rest: string) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(rest)])

describe('a file that is refused leaves nothing behind', () => {
  test.each<[string, RegExp, string, () => Promise<Buffer> | Buffer]>([
    ['too many pixels in few bytes', /40 million/, 'content', () => bomb(20_000, 20_000)],
    ['just over the limit', /40 million/, 'content', () => bomb(8001, 5000)],
    ['a thread', /as long as/, 'content', () => bomb(100, 801)],
    ['a PNG that is cut off', /damaged or cut off/, 'content', () => cut('png')],
    ['a JPEG that is cut off', /damaged or cut off/, 'content', () => cut('jpeg')],
    ['a WebP that is cut off', /damaged or cut off/, 'content', () => cut('webp')],
    ['an AVIF that is cut off', /damaged or cut off/, 'content', () => cut('avif')],
    ['a name for a file', /damaged or cut off/, 'content', () => png('/etc/passwd')],
    [
      'an SVG by the name of a PNG',
      /SVG drawing/,
      'type',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['nothing', /empty/, 'size', () => Buffer.alloc(0)],
    ['more than 10 MB', /10 MB/, 'size', () => Buffer.alloc(10 * 1024 * 1024 + 1, 'x')],
  ])('%s', async (_, words, reason, make) => {
    expect(await upload(await make())).toEqual({ status: 'refused', reason, message: expect.stringMatching(words) })
    expect(left()).toEqual([])
    expect(await read.$count(pictures)).toBe(0)
  })

  test('and when the database will not have it, its files go', async () => {
    const bytes = await halves(70, 50).png().toBuffer()
    await expect(uploadPicture({ name: 'x', bytes, alt: null as unknown as string }, editor)).rejects.toThrow()
    expect(left()).toEqual([])
  })
})

test('a file that takes too long is given up', async () => {
  const bytes = await halves(40, 20).png().toBuffer()
  const outcome = await withWorkFolder((folder) => processPicture(bytes, 'png', folder, 5))
  expect(outcome).toEqual({ status: 'refused', message: expect.stringContaining('too long') })
})

test('more files than can be worked on are turned away', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, async (_, index) =>
      upload(
        await halves(40 + index, 20)
          .png()
          .toBuffer(),
      ),
    ),
  )
  const count = (status: string) => outcomes.filter((outcome) => outcome.status === status).length
  expect([count('added'), count('busy')]).toEqual([8, 2])
})

function crc32(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
