import type { PictureType } from './picture-limits.ts'

/** What the first bytes of a file say it is: one of the four that are taken, or why it is not. */
export type ReadType = { type: PictureType } | { refusal: string }

const notTaken = {
  svg: 'This is an SVG drawing. SVG can carry scripts, so the site does not take it: export it as PNG.',
  gif: 'This is a GIF. Save it as PNG; moving pictures are not shown here.',
  tiff: 'This is a TIFF. Save it as JPEG or PNG.',
  heic: 'This is a HEIC photograph. Save or share it as JPEG: phones offer this as “most compatible”.',
  bmp: 'This is a BMP. Save it as PNG.',
  pdf: 'This is a PDF. Export the page as PNG, or take a picture of the part that matters.',
  archive: 'This is a document or an archive, not a picture. Save the picture itself as PNG or JPEG.',
  page: 'This is a web page or a text, not a picture.',
  video: 'This is a video. Only still pictures are taken.',
  unknown: 'This is not a picture that the site can read. It takes PNG, JPEG, WebP and AVIF.',
  hidden: 'This file is a picture and something else at once. Open it and save it anew as PNG or JPEG.',
} as const

/** The endings that a name may have for each type. */
const endings: Record<PictureType, RegExp> = {
  png: /^png$/,
  jpeg: /^(?:jpe?g|jfif)$/,
  webp: /^webp$/,
  avif: /^avif$/,
}

/**
 * Decides by the bytes; a name that says something else is refused, as nobody can tell which of the two was meant.
 * @param bytes the whole file, as what hides in a picture may stand anywhere
 * @param name as the file was called
 */
export function readPictureType(bytes: Buffer, name: string): ReadType {
  const type = pictureType(bytes)
  if (!type) return { refusal: notTaken[otherType(bytes)] }
  if (hidesSomething(bytes)) return { refusal: notTaken.hidden }
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined || endings[type].test(ending)) return { type }
  return {
    refusal: `Its name ends in .${ending}, but what is in it is ${type.toUpperCase()}. Save it anew as PNG or JPEG.`,
  }
}

function pictureType(bytes: Buffer): PictureType | null {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png'
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'jpeg'
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp'
  const brands = brandsOf(bytes)
  return brands.includes('avif') && !brands.some((brand) => heicBrands.has(brand)) ? 'avif' : null
}

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])

/** The brands of an ISO media file, the main one first; none for any other file. */
function brandsOf(bytes: Buffer): string[] {
  if (latin(bytes, 4, 8) !== 'ftyp') return []
  const end = Math.min(bytes.readUInt32BE(0), 256, bytes.length)
  const brands = [latin(bytes, 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin(bytes, at, at + 4))
  return brands
}

function otherType(bytes: Buffer): keyof typeof notTaken {
  const start = latin(bytes, 0, 4)
  if (start === 'GIF8') return 'gif'
  if (start === 'II*\0' || start === 'MM\0*' || start === 'II+\0' || start === 'MM\0+') return 'tiff'
  if (start === '%PDF') return 'pdf'
  if (start === 'PK\x03\x04' || start === '\xd0\xcf\x11\xe0' || start.startsWith('Rar!')) return 'archive'
  if (start.startsWith('BM')) return 'bmp'
  const brands = brandsOf(bytes)
  if (brands.some((brand) => heicBrands.has(brand) || brand === 'mif1')) return 'heic'
  if (brands.length > 0 || start === '\x1a\x45\xdf\xa3') return 'video'
  return textType(bytes)
}

function textType(bytes: Buffer): 'svg' | 'page' | 'pdf' | 'unknown' {
  // A drawing in UTF-16 reads the same without its zero bytes.
  const head = latin(bytes, 0, 4096).replaceAll('\0', '').toLowerCase()
  if (head.includes('<svg')) return 'svg'
  if (head.includes('%pdf-')) return 'pdf'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of them
  return head.length > 0 && !/[\x00-\x08\x0e-\x1a\x7f]/.test(head) ? 'page' : 'unknown'
}

/**
 * Whether another program would see something else in the file. Only what was made of its pixels is ever served, so this
 * is a second lock; it looks for what is long enough never to stand in a photograph by chance.
 */
function hidesSomething(bytes: Buffer): boolean {
  const head = latin(bytes, 0, 4096).toLowerCase()
  if (['<svg', '<html', '<!doctype', '<?php', '%pdf-'].some((mark) => head.includes(mark))) return true
  return bytes.toString('latin1').toLowerCase().includes('<script') || endsAsArchive(bytes)
}

/** Programs that unpack look at the end of a file: a record there tells how long the comment behind it is. */
function endsAsArchive(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  return at >= 0 && at + 22 <= bytes.length && bytes.readUInt16LE(at + 20) <= bytes.length - at - 22
}

const latin = (bytes: Buffer, from: number, to: number): string => bytes.subarray(from, to).toString('latin1')
