import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type WebpOptions } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing.ts'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { readPictureFile, savePictureFiles } from './picture-files.ts'
import { servePicture } from './serve-picture.ts'

afterAll(testDatabase())

const id = newId()
const webp = (width: number, options: WebpOptions = {}) =>
  sharp({ create: { width, height: 10, channels: 4, background: '#0b5d5180' } })
    .webp(options)
    .toBuffer()

beforeAll(async () => {
  expect(await savePictureFiles(id, new Map([[480, await webp(480)]]))).toBeNull()
})

describe('a file of a picture', () => {
  test('is served to be kept, and can do nothing as a page', async () => {
    const answer = await servePicture({ id, file: '480.webp' }, new Headers())
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': 'inline; filename="picture-480.webp"',
      'content-length': String((await webp(480)).length),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'image/webp',
      etag: `"${id}-480"`,
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(await webp(480))
  })

  test.each([`"${id}-480"`, `W/"${id}-480"`, `"other", "${id}-480"`, '*'])(
    'is not sent again to who has %s',
    async (tag) => {
      const answer = await servePicture({ id, file: '480.webp' }, new Headers({ 'If-None-Match': tag }))
      expect([answer.status, await answer.text()]).toEqual([304, ''])
      expect(answer.headers.get('etag')).toBe(`"${id}-480"`)
    },
  )

  test.each([
    [id, '481.webp'],
    [id, '480.png'],
    [id, '480'],
    [id, '0480.webp'],
    [id, '-480.webp'],
    [id, '480.webp\n'],
    [id, '../480.webp'],
    [id, '99999.webp'],
    [newId(), '480.webp'],
    [`${id}/../${id}`, '480.webp'],
    ['..', '480.webp'],
    ['.incoming', '480.webp'],
    ['', '480.webp'],
    [`${id}\0`, '480.webp'],
  ])('is not found at %j/%j', async (asked, file) => {
    writeFileSync(join(env().dataDir, '480.webp'), 'a file that is not a picture’s')
    const answer = await servePicture({ id: asked, file }, new Headers())
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })
})

describe('files of an import', () => {
  test('are taken whatever kind of WebP they are', async () => {
    const kinds = [
      await webp(33),
      await webp(33, { lossless: true }),
      await sharp(await webp(33))
        .removeAlpha()
        .webp()
        .toBuffer(),
    ]
    for (const file of kinds) {
      const own = newId()
      expect(await savePictureFiles(own, new Map([[33, file]]))).toBeNull()
      expect(await readPictureFile(own, 33)).toEqual(file)
    }
  })

  test('are refused when they are something else', async () => {
    const own = newId()
    expect(await savePictureFiles('../x', new Map([[33, await webp(33)]]))).toContain('no id')
    expect(await savePictureFiles(own, new Map())).toContain('no files')
    expect(await savePictureFiles(own, new Map([[34, await webp(33)]]))).toContain('34.webp')
    expect(await savePictureFiles(own, new Map([[33, Buffer.from('<svg onload="alert(1)"/>'.padEnd(60))]]))).toContain(
      '33.webp',
    )
    expect(await readPictureFile(own, 33)).toBeNull()
  })

  test('do not replace what is there', async () => {
    expect(await savePictureFiles(id, new Map([[480, await webp(480, { quality: 1 })]]))).toBeNull()
    expect(await readPictureFile(id, 480)).toEqual(await webp(480))
  })
})
