import { describe, expect, it } from 'vitest'
import { peopleInWords, tellable, tellableShare } from './five-people.ts'

describe('what people did', () => {
  it('is told from five people up', () => {
    expect([0, 1, 4, 5, 1204].map(tellable)).toEqual([null, null, null, 5, 1204])
    expect([0, 4, 5, 1204].map(peopleInWords)).toEqual([
      'fewer than five people',
      'fewer than five people',
      '5 people',
      '1,204 people',
    ])
  })

  it('is no share of fewer either', () => {
    expect(tellableShare(4, 4)).toBeNull()
    expect(tellableShare(0, 0)).toBeNull()
    expect(tellableShare(2, 6)).toBe(33)
  })
})
