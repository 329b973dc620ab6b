import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { flow, writeYaml } from './yaml-writer.ts'

const read = (text: string) => parse(text, { schema: 'core', version: '1.2' }) as unknown

test.each([
  ['A plain text, with commas', 'A plain text, with commas'],
  ['“Quotes” and an apostrophe’s curl', '“Quotes” and an apostrophe’s curl'],
  ['2026-11-22', '2026-11-22'],
  ['2025', '"2025"'],
  ['yes: no', '"yes: no"'],
  ['C #', '"C #"'],
  ['C#', 'C#'],
  ['.NET', '.NET'],
  ['null', '"null"'],
  ['- item', '"- item"'],
  ['&anchor', '"&anchor"'],
  ['', '""'],
  [' spaces ', '" spaces "'],
  ['two\nlines', '|-\n  two\n  lines'],
  ['a\u200bb', '"a\\u200bb"'],
])('%j is written as %s', (text, written) => {
  expect(writeYaml({ key: text })).toBe(`key: ${written}\n`)
  expect(read(writeYaml({ key: text }))).toEqual({ key: text })
})

test('lists, maps and what stands on one line', () => {
  expect(
    writeYaml({
      name: 'A',
      gone: undefined,
      aliases: ['A', 'B: c'],
      related: flow(['sql', 'null']),
      none: [],
      skills: [flow({ skill: 'sql', target: 'working' })],
      steps: [{ id: 'one', body: 'two\n\nlines', hours: 2 }],
      levels: { working: ['You can.'] },
    }),
  ).toBe(`name: A
aliases:
  - A
  - "B: c"
related: [sql, "null"]
none: []
skills:
  - { skill: sql, target: working }
steps:
  - id: one
    body: |-
      two

      lines
    hours: 2
levels:
  working:
    - You can.
`)
})

test('any text is read as it was written, wherever it stands', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('a', ':', ' ', '#', '\n', '-', '"', "'", '|', '>', '{', '&', '*', '\t', '0', '~'))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, fc.array(text), (one, several) => {
      const value = { one, several, deep: { list: [{ one, flat: 1 }] } }
      expect(read(writeYaml({ ...value, flat: flow(several) }))).toEqual({ ...value, flat: several })
    }),
    { numRuns: 500 },
  )
})
