import { setPriority } from 'node:os'
import { join } from 'node:path'
import sharp, { type OutputInfo } from 'sharp'
import { writeDurably } from '#lib/durable-file.ts'
import { type PictureType, pictureLimits, pictureTypes, widthsOf } from './picture-limits.ts'

/*
 * A process of its own for each upload: whatever a file does to the decoders happens here, where there is no secret, no
 * database and not much time. The file comes in by standard input; `node picture-process.ts TYPE FOLDER` writes
 * FOLDER/WIDTH.webp for each width and says in one line of JSON what came of it. Without a folder it makes no files, and
 * says whether all of the picture can be decoded.
 */

/** What the process answers. */
export type ProcessAnswer =
  | { width: number; height: number; widths: number[]; bytes: number }
  | { refusal: 'unreadable' | 'pixels' | 'ratio' }

const loaders: Record<PictureType, string> = {
  png: 'VipsForeignLoadPng',
  jpeg: 'VipsForeignLoadJpeg',
  webp: 'VipsForeignLoadWebp',
  avif: 'VipsForeignLoadHeif',
}

async function encode(type: PictureType, folder: string | undefined, input: Buffer): Promise<ProcessAnswer> {
  // Every decoder but the one for what the first bytes said.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: [loaders[type]] })
  sharp.concurrency(1)
  sharp.cache(false)

  const options = { limitInputPixels: pictureLimits.pixels, failOn: 'error' } as const
  let decoded: { data: Buffer; info: OutputInfo }
  try {
    const { width, height } = await sharp(input, { ...options, limitInputPixels: false }).metadata()
    if (width * height > pictureLimits.pixels) return { refusal: 'pixels' }
    if (Math.max(width, height) > Math.min(width, height) * pictureLimits.ratio) return { refusal: 'ratio' }
    // Turned as the camera says, in sRGB, of the first frame; metadata is left behind.
    decoded = await sharp(input, options)
      .autoOrient()
      .resize({ width: Math.max(...widthsOf(Number.MAX_SAFE_INTEGER)), withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
  } catch {
    // Damaged, cut off, or not what its first bytes say: the decoder's words help nobody.
    return { refusal: 'unreadable' }
  }

  const { width, height, channels } = decoded.info
  if (!folder) return { width, height, widths: [], bytes: 0 }
  const widths = widthsOf(width)
  let bytes = 0
  for (const step of widths) {
    const file = await sharp(decoded.data, { raw: { width, height, channels } })
      .resize({ width: step })
      .webp({ quality: 80, alphaQuality: 90, smartSubsample: true })
      .toBuffer()
    await writeDurably(join(folder, `${step}.webp`), file)
    bytes += file.length
  }
  return { width, height, widths, bytes }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const type = pictureTypes.find((word) => word === process.argv[2])
const folder = process.argv[3]
if (!type) throw new Error('Started without a type.')
// Readers come first.
setPriority(10)
process.stdout.write(JSON.stringify(await encode(type, folder, await standardInput())))
