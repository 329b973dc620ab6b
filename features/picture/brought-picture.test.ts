import sharp from 'sharp'
import { afterAll, expect, test, vi } from 'vitest'
import { testDatabase } from '#db/testing.ts'
import { bareWebp } from './bare-webp.ts'
import { broughtFile } from './brought-picture.ts'
import { readPictureFile, removePictureFiles } from './picture-files.ts'
import { uploadPicture } from './upload-writes.ts'

afterAll(testDatabase())
// Each file is a process, and the other tests want the machine as well.
vi.setConfig({ testTimeout: 60_000 })

const noise = (width: number, channels: 3 | 4) =>
  sharp({
    create: { width, height: 300, channels, background: { r: 9, g: 90, b: 80, alpha: 0.4 } },
  }).composite([{ input: { text: { text: 'Level', dpi: 300 } } }])

const chunk = (name: string, data: Buffer) => {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}
/** A WebP with something behind its own chunks that its header counts in. */
const withChunk = (webp: Buffer, more: Buffer) => {
  const whole = Buffer.concat([webp, more])
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}

test('what the site made itself comes back byte by byte', async () => {
  for (const channels of [3, 4] as const) {
    const bytes = await noise(1500, channels).png().toBuffer()
    const upload = await uploadPicture({ name: `ladder-${channels}.png`, bytes, alt: '' }, 'editor')
    if (upload.status !== 'added') throw new Error(JSON.stringify(upload))
    const { id, widths } = upload.picture
    expect(widths).toEqual([480, 960, 1440, 1500])
    for (const width of widths) {
      const made = await readPictureFile(id, width)
      if (!made) throw new Error('no file')
      expect(await broughtFile(width, made)).toEqual({ file: made })
    }
    await removePictureFiles(id)
  }
})

test('metadata, a colour profile and whatever hangs on to a file stay behind', async () => {
  const plain = await noise(480, 4).webp().toBuffer()
  const spoken = await noise(480, 4)
    .withExif({ IFD0: { Artist: 'Somebody', Copyright: 'Somewhere' } })
    .withIccProfile('p3')
    .webp()
    .toBuffer()
  expect(spoken.length).toBeGreaterThan(plain.length)
  const script = Buffer.from('<script>alert(1)</script>')
  for (const dressed of [spoken, Buffer.concat([plain, script]), withChunk(plain, chunk('XMP ', script))]) {
    const brought = await broughtFile(480, dressed)
    if (!('file' in brought)) throw new Error(brought.problem)
    const { exif, icc, xmp, width } = await sharp(brought.file).metadata()
    expect([exif, icc, xmp, width]).toEqual([undefined, undefined, undefined, 480])
    expect(brought.file.includes('script')).toBe(false)
    expect(brought.file.includes('Somebody')).toBe(false)
    expect(bareWebp(brought.file)).toEqual(brought.file)
  }
})

test('what is damaged, moves, or is something else is refused', async () => {
  const plain = await noise(480, 3).webp().toBuffer()
  const cut = Buffer.from(plain.subarray(0, plain.length / 2))
  cut.writeUInt32LE(cut.length - 8, 4)
  // The picture's own chunk says how long it is as well: this one is whole for the box, and not for the decoder.
  const hollow = Buffer.concat([plain.subarray(0, 12), chunk('VP8 ', plain.subarray(20, 20 + 200))])
  hollow.writeUInt32LE(hollow.length - 8, 4)
  const moving = await sharp([plain, await noise(480, 3).negate().webp().toBuffer()], { join: { animated: true } })
    .webp()
    .toBuffer()
  expect(moving.includes('ANMF')).toBe(true)
  for (const [width, bytes, message] of [
    [480, cut, /is not a WebP picture/],
    [480, plain.subarray(0, 300), /is not a WebP picture/],
    [480, hollow, /damaged or cut off/],
    [480, moving, /is not a WebP picture/],
    [960, plain, /is not a WebP picture of this width/],
    [480, Buffer.from('RIFF'), /is not a WebP picture/],
    [480, await noise(480, 3).png().toBuffer(), /is not a WebP picture/],
  ] as const) {
    expect(await broughtFile(width, bytes)).toEqual({ problem: expect.stringMatching(message) })
  }
})
