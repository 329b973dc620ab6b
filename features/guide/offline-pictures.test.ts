import { beforeEach, expect, it, vi } from 'vitest'
import { readPictureFile } from '#features/picture/picture-files.ts'
import { offlinePictures } from './offline-pictures.ts'

vi.mock('#features/picture/picture-files.ts', () => ({ readPictureFile: vi.fn() }))

const file = vi.mocked(readPictureFile)
beforeEach(() => void file.mockReset())

const pictures = (count: number) =>
  new Map(
    Array.from({ length: count }, (_, at) => {
      const id = String(at).padStart(22, 'p')
      return [id, { id, width: 2000, height: 1000, widths: [480, 960, 2000], alt: 'A' }]
    }),
  )

async function kept(count: number) {
  const found = await offlinePictures('https://a.example', { pictures: pictures(count) })
  return [...found.values()]
}

it('puts a small picture into the file, at a width that paper needs', async () => {
  file.mockResolvedValue(Buffer.from('webp'))
  const [picture] = await kept(1)
  expect(picture).toMatchObject({ src: 'data:image/webp;base64,d2VicA==', width: 960, height: 480 })
  expect(file).toHaveBeenCalledWith(expect.any(String), 960)
})

it('points to what is large, to what is too much together, and to what is gone', async () => {
  file.mockResolvedValueOnce(Buffer.alloc(150_001)).mockResolvedValueOnce(null)
  file.mockResolvedValue(Buffer.alloc(140_000))
  const found = await kept(14)
  expect(found.map(({ src }) => src !== undefined)).toEqual([false, false, ...Array(10).fill(true), false, false])
  expect(found[0]?.address).toMatch(/^https:\/\/a\.example\/pictures\/p+0\/960\.webp$/)
})
