import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slipsBetween, WordBook } from './nearest-word.ts'

const book = new WordBook([
  { term: 'kubernetes', texts: 3 },
  { term: 'javascript', texts: 20 },
  { term: 'communication', texts: 40 },
  { term: 'commutation', texts: 1 },
  { term: 'nurse', texts: 9 },
  { term: 'purse', texts: 90 },
  { term: 'nurses', texts: 4 },
  { term: 'react', texts: 7 },
  { term: 'sql', texts: 7 },
])

describe('the nearest word', () => {
  test.each([
    ['kuberntes', 'kubernetes'],
    ['javasript', 'javascript'],
    ['jvaascript', 'javascript'],
    ['comunicaton', 'communication'],
    ['raect', 'react'],
    ['nurze', 'nurse'],
    ['sqk', 'sql'],
  ])('%s is meant for %s', (typed, meant) => {
    expect(book.nearest(typed)).toEqual([meant])
  })

  test.each(['sq', 'kubrnts', 'xyzzyplugh', 'ract0rs'])('%s is left alone', (typed) => {
    expect(book.nearest(typed)).toEqual([])
  })

  test.each([
    ['comunicat', 'communication'],
    ['kubren', 'kubernetes'],
    ['jvas', 'javascript'],
  ])('%s is the beginning of %s', (typed, meant) => {
    expect(book.nearest(typed)).toEqual([])
    expect(book.nearest(typed, { begun: true })).toEqual([meant])
  })

  test('one with the same first letter goes before one that more texts use', () => {
    expect(book.nearest('nurs')).toEqual(['nurse'])
    expect(book.nearest('burse', { take: 3 })).toEqual(['purse', 'nurse'])
  })

  test('every word is found again after one slip', () => {
    const letters = fc.stringMatching(/^[a-z]{5,12}$/)
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom('drop', 'swap', 'double'), (term, at, slip) => {
        const place = at % (term.length - 1)
        const [a, b] = [term[place] ?? '', term[place + 1] ?? '']
        const middle = { drop: b, swap: b + a, double: a + a + b }[slip]
        const typed = term.slice(0, place) + middle + term.slice(place + 2)
        expect(new WordBook([{ term, texts: 1 }]).nearest(typed)).toEqual(typed.length < 3 ? [] : [term])
      }),
    )
  })
})

describe('slips between words', () => {
  test('are counted alike from both sides, and never more than is asked', () => {
    const word = fc.stringMatching(/^[abc]{0,8}$/)
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, b, 3)).toBe(slipsBetween(b, a, 3))
        expect(slipsBetween(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(slipsBetween(a, b, 9) === 0).toBe(a === b)
        expect(slipsBetween(a, b, 1)).toBe(Math.min(2, slipsBetween(a, b, 9)))
      }),
    )
  })
})
