import { expect, it } from 'vitest'
import { passageChanges } from './passage-changes.ts'

it('finds what stayed', () => {
  expect(passageChanges(['a', 'b'], ['a', 'c']).map(({ value, added, removed }) => [value, added, removed])).toEqual([
    [['a'], false, false],
    [['b'], false, true],
    [['c'], true, false],
  ])
})

it('takes two texts that have nothing in common as they are, and soon', () => {
  const many = (mark: string) => Array.from({ length: 10_000 }, (_, at) => `${mark}${at}`)
  const began = performance.now()
  const changes = passageChanges(many('a'), many('b'))
  expect(performance.now() - began).toBeLessThan(3000)
  expect(changes.map(({ count, added }) => [count, added])).toEqual([
    [10_000, false],
    [10_000, true],
  ])
})
