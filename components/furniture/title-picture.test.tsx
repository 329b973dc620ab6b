import { expect, it, vi } from 'vitest'
import { DrawingBusy, drawable, drawPicture } from '#lib/draw-picture.ts'
import { TitlePicture, titlePictureSize, titleSize } from './title-picture.tsx'

it.each([
  ['C++ & “.NET” – £5, 80 %', 'C++ & “.NET” – £5, 80 %'],
  ['Zażółć gęślą jaźń, café', 'Zazólc gesla jazn, café'],
  ['Ship it \u{1f680} now', 'Ship it now'],
  ['日本語', ''],
  ['a\u0000\n b', 'a b'],
])('writes %s with letters that the fonts have', (text, drawn) => expect(drawable(text)).toBe(drawn))

it('draws a picture of the size that networks show, and asks nobody for anything', async () => {
  const fetching = vi.spyOn(globalThis, 'fetch')
  const asked = () => fetching.mock.calls.map(([url]) => String(url)).filter((url) => !url.startsWith('data:'))
  const letters = drawable(String.fromCodePoint(...Array.from({ length: 0x2100 }, (_, at) => at + 32)))
  const png = await drawPicture(<TitlePicture kicker="Guide" title={letters} host="a.example" />, titlePictureSize)
  const view = new DataView(png.buffer, png.byteOffset)
  expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG')
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630])
  expect(asked()).toEqual([])
})

it('makes a long title smaller', () => {
  const sizes = ['SQL', 'a'.repeat(40), 'a'.repeat(60), 'a'.repeat(100)].map((title) => titleSize(title).fontSize)
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  expect(new Set(sizes).size).toBe(4)
})

it('draws no more than twenty at a time', async () => {
  const draw = () => drawPicture(<TitlePicture kicker="Guide" title="A" host="a.example" />, titlePictureSize)
  const drawn = await Promise.allSettled(Array.from({ length: 22 }, draw))
  expect(drawn.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect(drawn.flatMap((each) => (each.status === 'rejected' ? each.reason : []))[0]).toBeInstanceOf(DrawingBusy)
  expect(await draw()).toBeInstanceOf(Uint8Array)
})
