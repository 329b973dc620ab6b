import { expect, test } from 'vitest'
import { fieldsOf, readTree, rowsIn } from './form-tree.ts'

function form(...fields: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('fields become objects and lists, in the order of their numbers and without holes', () => {
  const tree = readTree(
    form(
      ['name', 'SQL'],
      ['steps.10.title', 'last'],
      ['steps.2.title', 'first'],
      ['levels.working.0', 'You can'],
      ['steps.2.hours', '3'],
    ),
  )
  expect(tree).toEqual({
    name: 'SQL',
    steps: [{ title: 'first', hours: '3' }, { title: 'last' }],
    levels: { working: ['You can'] },
  })
  expect(fieldsOf(tree)).toEqual({
    name: 'SQL',
    'steps.0.title': 'first',
    'steps.0.hours': '3',
    'steps.1.title': 'last',
    'levels.working.0': 'You can',
  })
  expect(rowsIn(fieldsOf(tree), 'steps')).toEqual([{ title: 'first', hours: '3' }, { title: 'last' }])
})

test('what is no field of a form is left out', () => {
  const odd = [
    '__proto__.polluted',
    'constructor.prototype.x',
    'a.toString',
    'a..b',
    '$ACTION_ID',
    'a.b.c.d.e.f.g',
    '1e9.x',
    'A',
  ]
  const tree = readTree(
    form(...odd.map((name): [string, string] => [name, 'x']), ['file', new Blob(['x'])], ['good', 'yes']),
  )
  expect(tree).toEqual({ good: 'yes' })
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a field that is a text and a list at once stays what it was first', () => {
  expect(readTree(form(['a', 'text'], ['a.0', 'row'], ['b', 'one'], ['b', 'two']))).toEqual({ a: 'text', b: 'one' })
})

test('a text is cut where no schema would take it any more', () => {
  expect(readTree(form(['a', 'x'.repeat(30_000)]))).toEqual({ a: 'x'.repeat(20_001) })
})
