import { expect, test } from 'vitest'
import { freeSlug, slugFrom } from './slug.ts'

test.each([
  ['Databases and SQL', 'databases-and-sql'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['.NET', 'dot-net'],
  ['Français & Größe', 'francais-and-grosse'],
  ['What’s “it”, then?', 'whats-it-then'],
  ['你好', ''],
])('%s', (name, slug) => expect(slugFrom(name)).toBe(slug))

test('is cut without a hyphen at its end', () => expect(slugFrom('one two three', 8)).toBe('one-two'))

test('a taken one gets a number, and a name without a letter what it is', () => {
  expect(freeSlug('One', new Set(['one', 'one-2']), 'skill')).toBe('one-3')
  expect(freeSlug('你好', new Set(['skill']), 'skill')).toBe('skill-2')
})
