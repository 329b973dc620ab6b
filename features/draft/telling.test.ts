import { expect, test } from 'vitest'
import { tellingsOf, toTell } from './telling.ts'

test('an editor’s choices are read, and what is no choice is none', () => {
  expect(tellingsOf('{"a":"tell","b":"nothing","c":"as:d","e":"perhaps","f":3,"g":"as:"}')).toEqual([
    { key: 'a', tell: true, replacement: null },
    { key: 'b', tell: false, replacement: null },
    { key: 'c', tell: true, replacement: 'd' },
  ])
  for (const sent of ['', 'null', '7', '{"a"', '[]']) expect(tellingsOf(sent), sent).toEqual([])
})

test('each block that goes is told of as was chosen', () => {
  const removed = ['a', 'b', 'c'].map((key) => ({ key, heading: key.toUpperCase() }))
  const choices = tellingsOf('{"a":"tell","b":"nothing","c":"as:d"}')
  expect(toTell(removed, choices, new Set(['d']))).toEqual({
    tell: [
      { key: 'a', heading: 'A', replacement: null },
      { key: 'c', heading: 'C', replacement: 'd' },
    ],
    undecided: [],
  })
  // Nothing can stand in its place that is not there.
  expect(toTell(removed, choices, new Set()).undecided).toEqual([{ key: 'c', heading: 'C' }])
  expect(toTell(removed, [], new Set()).undecided).toHaveLength(3)
})

test('where nobody can be asked, everybody is told', () => {
  expect(toTell([{ key: 'a', heading: 'A' }], null, new Set())).toEqual({
    tell: [{ key: 'a', heading: 'A', replacement: null }],
    undecided: [],
  })
})
