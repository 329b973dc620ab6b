import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftContent } from './draft-content.ts'
import { isClean, mergeContents, mergedContent, openChoices, passages } from './merge.ts'

const content = (body: string, over: Partial<DraftContent> = {}): DraftContent => ({
  ...{ slug: 's', kind: 'how-to', title: 'T', standfirst: '', description: '', author: '', reviewedOn: '' },
  ...{ roles: [], skill: null, explore: [], sources: [] },
  ...over,
  body,
})

const nothing = { regions: {}, fields: {} }
const text = (...all: string[]) => `${all.join('\n\n')}\n`

describe('passages', () => {
  it('are what stands between empty lines, and a code block is one', () => {
    expect(passages('a\nb\n\n\nc\n\n```js\nx\n\ny\n```\n\nd')).toEqual(['a\nb', 'c', '```js\nx\n\ny\n```', 'd'])
  })

  it('go on to the end after a code block that is never closed', () => {
    expect(passages('a\n\n```\nx\n\ny')).toEqual(['a', '```\nx\n\ny'])
  })
})

describe('a merge', () => {
  it('takes what only one of the two changed', () => {
    const merge = mergeContents(
      content(text('a', 'b', 'c')),
      content(text('A', 'b', 'c')),
      content(text('a', 'b', 'C')),
    )
    expect(isClean(merge)).toBe(true)
    expect(mergedContent(merge, nothing).body).toBe(text('A', 'b', 'C'))
  })

  it('asks where both changed the same passage, and does as told', () => {
    const merge = mergeContents(content(text('a', 'b')), content(text('mine', 'b')), content(text('theirs', 'b')))
    expect(openChoices(merge, nothing)).toBe(1)
    const chosen = (side: 'mine' | 'theirs' | 'both') => mergedContent(merge, { regions: { 0: side }, fields: {} }).body
    expect(chosen('mine')).toBe(text('mine', 'b'))
    expect(chosen('theirs')).toBe(text('theirs', 'b'))
    expect(chosen('both')).toBe(text('theirs', 'mine', 'b'))
    expect(openChoices(merge, { regions: { 0: 'both' }, fields: {} })).toBe(0)
  })

  it('asks when one deleted what the other changed', () => {
    const merge = mergeContents(content(text('a', 'b')), content(text('b')), content(text('a, better', 'b')))
    expect(isClean(merge)).toBe(false)
  })

  it('does not ask when both did the same', () => {
    const merge = mergeContents(
      content(text('a')),
      content(text('b'), { title: 'U' }),
      content(text('b'), { title: 'U' }),
    )
    expect(merge.fields).toEqual([])
    expect(merge.regions).toEqual([{ kind: 'same', passages: ['b'] }])
  })

  it('goes field by field', () => {
    const merge = mergeContents(
      content('', { title: 'T', roles: ['a'] }),
      content('', { title: 'Mine', roles: ['a', 'b'] }),
      content('', { title: 'Theirs', roles: ['a'], author: 'x' }),
    )
    expect(merge.fields).toEqual([
      { field: 'title', by: 'conflict' },
      { field: 'author', by: 'theirs' },
      { field: 'roles', by: 'mine' },
    ])
    expect(mergedContent(merge, { regions: {}, fields: { title: 'theirs' } })).toMatchObject({
      ...{ title: 'Theirs', roles: ['a', 'b'], author: 'x' },
    })
  })
})

describe('whatever was written', () => {
  const body = array(constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 9 })
  const all = (choice: 'mine' | 'theirs', count: number) => ({
    regions: Object.fromEntries(Array.from({ length: count }, (_, at) => [at, choice])),
    fields: {},
  })

  it('each side can be had whole', () => {
    assert(
      property(body, body, body, (base, mine, theirs) => {
        const merge = mergeContents(content(text(...base)), content(text(...mine)), content(text(...theirs)))
        const has = (choice: 'mine' | 'theirs') =>
          passages(mergedContent(merge, all(choice, merge.regions.length)).body)
        expect(has('mine')).toEqual(mine)
        expect(has('theirs')).toEqual(theirs)
      }),
    )
  })

  it('the same comes out whoever was second', () => {
    assert(
      property(body, body, body, (base, one, other) => {
        const [a, b] = [content(text(...one)), content(text(...other))]
        const there = mergeContents(content(text(...base)), a, b)
        const back = mergeContents(content(text(...base)), b, a)
        expect(isClean(there)).toBe(isClean(back))
        if (isClean(there)) expect(mergedContent(there, nothing).body).toBe(mergedContent(back, nothing).body)
      }),
    )
  })

  it('nothing is asked of whoever was alone', () => {
    assert(
      property(body, body, (base, mine) => {
        const was = content(text(...base))
        const merge = mergeContents(was, content(text(...mine)), was)
        expect(isClean(merge)).toBe(true)
        expect(passages(mergedContent(merge, nothing).body)).toEqual(mine)
      }),
    )
  })
})
