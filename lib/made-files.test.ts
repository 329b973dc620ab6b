import { describe, expect, it, vi } from 'vitest'
import { MadeFiles } from './made-files.ts'

const request = (tag?: string) => new Request('http://a.example/x', tag ? { headers: { 'If-None-Match': tag } } : {})
const text = (body: string) => vi.fn(async () => ({ type: 'text/plain', body }))

describe('MadeFiles', () => {
  it('makes a file once for each version', async () => {
    const files = new MadeFiles(10_000)
    const make = text('one')
    const answers = await Promise.all([1, 2, 3].map(() => files.answer(request(), 'x', 1, make)))
    expect(await Promise.all(answers.map((answer) => answer?.text()))).toEqual(['one', 'one', 'one'])
    await files.answer(request(), 'x', 1, make)
    expect(make).toHaveBeenCalledTimes(1)
    expect(await (await files.answer(request(), 'x', 2, text('two')))?.text()).toBe('two')
    expect(await (await files.answer(request(), 'y', 2, text('other')))?.text()).toBe('other')
  })

  it('answers 304 to whoever has these bytes, however the tag is written', async () => {
    const files = new MadeFiles(10_000)
    const tag = (await files.answer(request(), 'x', 1, text('one')))?.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[\w-]{20}"$/)
    for (const given of [tag, tag.replace('W/', ''), `"a", ${tag}`, '*']) {
      const answer = await files.answer(request(given), 'x', 1, text('one'))
      expect([answer?.status, answer?.headers.get('content-type'), await answer?.text()]).toEqual([304, null, ''])
    }
    expect((await files.answer(request(tag), 'x', 2, text('two')))?.status).toBe(200)
  })

  it('keeps neither a failure nor an absence', async () => {
    const files = new MadeFiles(10_000)
    expect(await files.answer(request(), 'x', 1, async () => null)).toBeNull()
    await expect(files.answer(request(), 'x', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await (await files.answer(request(), 'x', 1, text('one')))?.text()).toBe('one')
  })

  it('makes room by forgetting, and sends what is too large to keep', async () => {
    const files = new MadeFiles(2000)
    const first = text('a'.repeat(1000))
    await files.answer(request(), 'a', 1, first)
    await files.answer(request(), 'b', 1, text('b'.repeat(1000)))
    await files.answer(request(), 'a', 1, first)
    expect(first).toHaveBeenCalledTimes(2)
    const large = await files.answer(request(), 'c', 1, text('c'.repeat(5000)))
    expect((await large?.text())?.length).toBe(5000)
  })
})
