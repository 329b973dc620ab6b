import { describe, expect, test } from 'vitest'
import { chunksOf, fold, formsOf, queryAtMost } from './search-words.ts'

const words = (query: string) => chunksOf(query).map((chunk) => chunk.words.join(' '))

describe('a search', () => {
  test.each([
    ['C++ and C#', ['c++', 'c#']],
    ['Node.js', ['node js']],
    ['CI/CD', ['ci', 'cd']],
    ['.NET, R', ['net', 'r']],
    ['full-stack developer', ['fullstack', 'developer']],
    ['Cyber security', ['cybersecurity']],
    ['it support', ['it', 'support']],
    ['is it hard', ['hard']],
    ['IT', ['it']],
    ['my curriculum vitae template', ['cv']],
    ['how do I become a nurse?', ['become', 'nurse']],
    ['what is this', ['what', 'is', 'this']],
    ['naïve Café', ['naive', 'cafe']],
    ['sql SQL Sql', ['sql']],
    ['"; DROP TABLE -- * ^ NEAR(', ['drop', 'table', 'near']],
    ['  … — ', []],
  ])('%s is read as %j', (query, expected) => {
    expect(words(query)).toEqual(expected)
  })

  test('is never more than twelve words, whatever its signs fold into, nor many of those that every text has', () => {
    const all = (query: string) => chunksOf(query).flatMap(({ words: each }) => each)
    expect(all('㏂'.repeat(120)).length).toBeLessThanOrEqual(12)
    expect(all('\uFDFA'.repeat(120)).length).toBeLessThanOrEqual(12)
    expect(all('sql.'.repeat(30)).length).toBeLessThanOrEqual(12)
    expect(all('the and of to in a is it on my').length).toBeLessThanOrEqual(4)
  })

  test('ends somewhere', () => {
    expect(words('ab '.repeat(500)).length).toBe(1)
    expect(words(Array.from({ length: 99 }, (_, index) => `w${index}`).join(' ')).length).toBe(12)
    expect(words('x'.repeat(500))).toEqual(['x'.repeat(queryAtMost)])
  })
})

test('accents and capitals do not count', () => {
  expect(fold('ÅNGSTRÖM Straße')).toBe('angstrom straße')
})

test.each([
  ['interviews', 'interview'],
  ['interview', 'interviews'],
  ['testing', 'tests'],
  ['managing', 'manage'],
  ['companies', 'company'],
  ['organization', 'organisation'],
  ['prioritise', 'prioritize'],
])('%s is also %s', (typed, other) => {
  expect(formsOf(typed)).toContain(other)
})

test.each(['c++', 'go', 'css', 'k8s'])('%s is nothing else', (typed) => {
  expect(formsOf(typed).filter((form) => form.length <= typed.length)).toEqual([typed])
})
