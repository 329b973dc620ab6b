import { expect, it } from 'vitest'
import { placeInText } from './place-in-text.ts'

const body = 'Before.\n\n## The *job*\n\nText.\n\n:::step[Do it]{id="a"}\nHow.\n:::\n\n### More\n'

it.each([
  [1, null],
  [3, 'The job'],
  [5, 'The job'],
  [7, 'Do it'],
  [8, 'Do it'],
  [11, 'More'],
  [99, 'More'],
])('line %i is in %s', (line, place) => {
  expect(placeInText(body, line)).toBe(place)
})
