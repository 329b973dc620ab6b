import { expect, test } from 'vitest'
import { bestMatches } from './lookup-match.ts'

const things = [
  ['HTTP and APIs', 'http-apis', 'REST'],
  ['Databases and SQL', 'sql', 'PostgreSQL', 'postgres'],
  ['Resting', 'resting'],
  ['C++', 'c-plus-plus'],
]
const found = (query: string) => bestMatches(things, query, (names) => names).map(([name]) => name)

test('names, addresses and aliases match in any case, and words in any order', () => {
  expect(found('SQL')).toEqual(['Databases and SQL'])
  expect(found('apis http')).toEqual(['HTTP and APIs'])
  expect(found('post')).toEqual(['Databases and SQL'])
  expect(found('c++')).toEqual(['C++'])
  expect(found('nothing')).toEqual([])
  expect(found('')).toHaveLength(4)
})

test('what is called so exactly comes before what only begins so', () => {
  expect(found('rest')).toEqual(['HTTP and APIs', 'Resting'])
})
