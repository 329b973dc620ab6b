import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { write } from '#db/client.ts'
import { guideDrafts, guideReferences } from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { StaffRefusal } from '#features/account/staff.ts'
import { libraryAddress, pictureQuery } from './picture-filters.ts'
import { nameFromFile } from './picture-name.ts'
import { listPictures, pictureUses, searchPictures } from './picture-queries.ts'
import { describePictureSchema } from './picture-schema.ts'
import { archivePicture, describePicture, insertPicture, unarchivePicture } from './picture-writes.ts'
import { answerUpload } from './upload-handler.ts'

vi.mock('#features/account/auth.ts', () => ({ auth: () => null }))

afterAll(testDatabase())

const row = (id: string, name: string, alt: string, minute: number) => ({
  id: id.padEnd(22, '0'),
  name,
  alt,
  width: 10,
  height: 10,
  widths: [10],
  bytes: 10 * minute,
  hash: id,
  createdById: null,
  createdAt: new Date(minute * 60_000),
  archivedAt: null,
})

beforeAll(async () => {
  await write(async (tx) => {
    await insertPicture(tx, row('a', 'Week plan', 'Five days in rows', 1))
    await insertPicture(tx, row('b', 'Ladder', '100% of a plan_b', 2))
    await insertPicture(tx, row('c', 'request path', '', 3))
    await archivePicture(tx, 'x', 'a'.padEnd(22, '0'), new Date())
  })
})

const names = async (params: Record<string, string>) =>
  (await listPictures(pictureQuery(params))).pictures.map(({ name }) => name)

describe('the library', () => {
  test('is searched, narrowed and sorted by its address', async () => {
    expect(await names({})).toEqual(['request path', 'Ladder'])
    expect(await names({ sort: 'name' })).toEqual(['Ladder', 'request path'])
    expect(await names({ sort: 'oldest' })).toEqual(['Ladder', 'request path'])
    expect(await names({ filter: 'archived' })).toEqual(['Week plan'])
    expect(await names({ filter: 'no-text' })).toEqual(['request path'])
    expect(await names({ filter: 'used' })).toEqual([])
    expect(await names({ filter: 'unused', q: 'PATH req' })).toEqual(['request path'])
    expect(await names({ page: '2' })).toEqual([])
  })

  test('takes what is typed as it is, not as a pattern', async () => {
    expect(await names({ q: '%' })).toEqual(['Ladder'])
    expect(await names({ q: 'plan_' })).toEqual(['Ladder'])
    expect(await names({ q: 'pl_n' })).toEqual([])
    expect(await names({ q: '\\' })).toEqual([])
  })

  test('counts under each filter what the search finds', async () => {
    expect((await listPictures(pictureQuery({ q: 'plan' }))).counts).toEqual({
      all: 1,
      used: 0,
      unused: 1,
      'no-text': 0,
      archived: 1,
    })
    expect(await searchPictures('ladder')).toMatchObject({ pictures: [{ name: 'Ladder' }], more: 0 })
  })

  test('has addresses without what goes without saying', () => {
    const query = pictureQuery({ q: ' a b ', filter: 'nonsense', sort: 'name', page: '-3' })
    expect(libraryAddress(query)).toBe('/admin/pictures?q=a+b&sort=name')
    expect(libraryAddress(pictureQuery({ page: '4' }), { filter: 'used' })).toBe('/admin/pictures?filter=used')
    expect(libraryAddress(pictureQuery({}))).toBe('/admin/pictures')
  })
})

test('a picture is used where a working copy names it', async () => {
  const target = 'b'.padEnd(22, '0')
  const now = new Date()
  const texts = { slug: 'g', title: 'A guide', standfirst: '', description: '', body: '', author: '', reviewedOn: '' }
  await write(async (tx) => {
    await tx.insert(guideDrafts).values({
      ...{ ...texts, id: 'g', kind: 'how-to', sources: [], explore: [], roles: [], version: 1, status: 'draft' },
      ...{ reviewNote: '', errors: 0, warnings: 0, words: 0, createdAt: now, updatedAt: now },
    })
    await tx.insert(guideReferences).values([
      { guideId: 'g', kind: 'picture', target },
      { guideId: 'g', kind: 'skill', target: 'c'.padEnd(22, '0') },
    ])
  })
  expect(await names({ filter: 'used' })).toEqual(['Ladder'])
  expect(await names({ filter: 'unused' })).toEqual(['request path'])
  expect(await pictureUses(target)).toEqual([{ id: 'g', title: 'A guide', archivedAt: null }])
})

test('what is done to a picture that is not there is not done', async () => {
  const gone = 'z'.repeat(22)
  expect(
    await write(async (tx) => [
      await describePicture(tx, 'x', gone, { name: 'n', alt: 'a' }),
      await archivePicture(tx, 'x', gone, new Date()),
      await unarchivePicture(tx, 'x', gone),
    ]),
  ).toEqual([false, false, false])
})

test('a picture must say something', () => {
  const told = (alt: string) => describePictureSchema.safeParse({ id: 'z'.repeat(22), name: 'n', alt })
  expect(told('  A\n ladder ').data?.alt).toBe('A ladder')
  for (const alt of ['', ' \n ', 'x'.repeat(301), 'a\0b', '\ud800']) expect(told(alt).success, alt).toBe(false)
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\plan.final.PNG', 'plan.final'],
  ['\u202Egnp.exe\u0000', 'gnp'],
  ['.png', 'Picture'],
  ['a\n_b  c.jpeg', 'a b c'],
  [`${'é'.repeat(300)}.png`, 'é'.repeat(120)],
])('the file %j is called %j', (file, name) => {
  expect(nameFromFile(file)).toBe(name)
})

const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123456' } })
  .png()
  .toBuffer()

describe('a form with pictures', () => {
  const send = (files: [string, Buffer | string][], headers: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, bytes] of files) form.append('file', new File([new Uint8Array(Buffer.from(bytes))], name))
    return answerUpload(new Request('http://x/admin/pictures/upload', { method: 'POST', body: form, headers }), 'x')
  }
  const json = { accept: 'application/json' }

  test('sent by a script is answered with the picture, or with why not', async () => {
    const answer = await send([['Week_plan.png', png]], json)
    expect([answer.status, await answer.json()]).toEqual([
      201,
      { outcome: 'new', picture: expect.objectContaining({ name: 'Week plan', alt: '', width: 9, widths: [9] }) },
    ])
    expect((await send([['again.png', png]], json)).status).toBe(200)
    await expect(send([['x.png', '<svg/>']], json)).rejects.toMatchObject({ status: 415, message: /SVG/ })
    await expect(send([['x.png', 'x'.repeat(11e6)]], json)).rejects.toMatchObject({ status: 413 })
    await expect(send([], json)).rejects.toThrow(StaffRefusal)
  })

  test('sent without a script leads on, or says in a page what was not taken', async () => {
    const one = await send([['a.png', png]])
    expect([one.status, one.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/admin\/pictures\/[\w-]{22}$/),
    ])
    const both = await send([
      ['a.png', png],
      ['<b>.gif', 'GIF89a'],
    ])
    expect(both.status).toBe(415)
    expect(await both.text()).toMatch(/1 of 2 were taken\. &lt;b&gt;\.gif: This is a GIF/)
  })

  test('that is no form is refused', async () => {
    const request = new Request('http://x/', {
      method: 'POST',
      body: 'x',
      headers: { ...json, 'content-type': 'text/plain' },
    })
    await expect(answerUpload(request, 'x')).rejects.toMatchObject({ status: 400 })
  })
})
