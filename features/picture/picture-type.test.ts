import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readPictureType } from './picture-type.ts'

const blank = () => sharp({ create: { width: 20, height: 10, channels: 3, background: '#0b5d51' } })
const isoFile = (...brands: string[]) => {
  const [main = '', ...others] = brands
  const body = Buffer.from(`ftyp${main}\0\0\0\0${others.join('')}`, 'latin1')
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length + 4)
  return Buffer.concat([size, body, Buffer.from('\0\0\0\x08mdat', 'latin1')])
}
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

const taken: [string, () => Promise<Buffer>][] = [
  ['png', () => blank().png().toBuffer()],
  ['jpeg', () => blank().jpeg().toBuffer()],
  ['webp', () => blank().webp().toBuffer()],
  ['avif', () => blank().avif().toBuffer()],
]

const refused: [string, RegExp, () => Buffer | Promise<Buffer>][] = [
  ['an SVG', /SVG drawing/, () => Buffer.from(svg)],
  ['an SVG behind a comment', /SVG drawing/, () => Buffer.from(`<?xml version="1.0"?><!-- x -->\n${svg}`)],
  ['an SVG in UTF-16', /SVG drawing/, () => Buffer.from(`\uFEFF${svg}`, 'utf16le')],
  ['a GIF', /a GIF/, () => blank().gif().toBuffer()],
  ['a TIFF', /a TIFF/, () => blank().tiff().toBuffer()],
  ['a HEIC', /HEIC/, () => isoFile('heic', 'mif1', 'heic')],
  ['a HEIC that also calls itself AVIF', /HEIC/, () => isoFile('avif', 'mif1', 'heic')],
  ['a video', /a video/, () => isoFile('isom', 'iso2', 'mp41')],
  ['a PDF', /a PDF/, () => Buffer.from('%PDF-1.7\n1 0 obj\n')],
  ['a zip', /archive/, () => Buffer.from('PK\x03\x04rest', 'latin1')],
  ['a BMP', /a BMP/, () => Buffer.from('BM\0\0\0\0\0\0', 'latin1')],
  ['a page', /a web page/, () => Buffer.from('<!doctype html><title>x</title>')],
  ['nothing in particular', /cannot|can read/, () => Buffer.from([1, 2, 3, 4, 5])],
  ['nothing', /can read/, () => Buffer.alloc(0)],
]

describe('what a file is', () => {
  test.each(taken)('%s is known by its bytes', async (type, make) => {
    expect(readPictureType(await make(), `a picture.${type}`)).toEqual({ type })
    expect(readPictureType(await make(), 'a picture')).toEqual({ type })
  })

  test('a name that says something else than the bytes is refused, whichever of the two was meant', async () => {
    const names = { png: 'a.PNG', jpeg: 'a.jpeg', webp: 'a.webp', avif: 'a.avif', svg: 'a.svg', page: 'a.html' }
    for (const [type, make] of taken) {
      for (const [named, name] of Object.entries(names)) {
        const read = readPictureType(await make(), name)
        expect('type' in read, `${type} called ${name}`).toBe(named === type)
      }
    }
  })

  test.each(refused)('%s is refused in words', async (_, words, make) => {
    expect(readPictureType(await make(), 'a picture.png')).toEqual({ refusal: expect.stringMatching(words) })
  })

  test.each<[string, (picture: Buffer) => Buffer]>([
    ['a script behind it', (picture) => Buffer.concat([picture, Buffer.from('<SCRIPT>alert(1)</SCRIPT>')])],
    ['an archive behind it', (picture) => Buffer.concat([picture, Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`)])],
    ['a PDF inside its head', (picture) => insert(picture, '%PDF-1.7')],
    ['a page inside its head', (picture) => insert(picture, '<html><body>')],
  ])('a picture with %s is refused', async (_, change) => {
    expect(readPictureType(change(await blank().jpeg().toBuffer()), 'a.jpg')).toEqual({
      refusal: expect.stringContaining('something else at once'),
    })
  })
})

/** As a comment, which JPEG allows right at the start. */
function insert(jpeg: Buffer, text: string): Buffer {
  const comment = Buffer.from(`\xff\xfe\0${String.fromCharCode(text.length + 2)}${text}`, 'latin1')
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])
}

const hostile = join(import.meta.dirname, '../../../shared/data/hostile')

describe.skipIf(!existsSync(hostile))('the collection of hostile files, where this machine has it', () => {
  test('none of them is a picture', () => {
    const names = readdirSync(hostile)
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) {
      expect(readPictureType(readFileSync(join(hostile, name)), name), name).toHaveProperty('refusal')
    }
  })
})
