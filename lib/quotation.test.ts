import { expect, test } from 'vitest'
import { quoted } from './quotation.ts'

test.each([
  ['SQL', '“SQL”'],
  ['A user says, “My computer is slow.”', '“A user says, ‘My computer is slow.’”'],
  ['“Slow”, she said. Isn’t it?', '“‘Slow’, she said. Isn’t it?”'],
  ['What does "REST" mean ("in short")?', '“What does ‘REST’ mean (‘in short’)?”'],
  ['"Yes" or "no"', '“‘Yes’ or ‘no’”'],
])('%s', (text, expected) => {
  expect(quoted(text)).toBe(expected)
})
