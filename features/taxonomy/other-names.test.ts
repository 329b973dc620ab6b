import { expect, test } from 'vitest'
import { otherNamesIn, otherNamesText } from './other-names.ts'

test.each([
  ['blood taking, drawing blood', ['blood taking', 'drawing blood']],
  ['bread\r\n\n rolls ,, buns,\n', ['bread', 'rolls', 'buns']],
  ['ETL, "Extract, transform, load", “Joiners, movers”', ['ETL', 'Extract, transform, load', 'Joiners, movers']],
  ['3.5" disks, the "cloud"', ['3.5" disks', 'the "cloud"']],
  ['SQL, Postgres, sql\nSQL', ['SQL', 'Postgres']],
  [' , ,\n', []],
])('%j are the names %j', (text, names) => {
  expect(otherNamesIn(text)).toEqual(names)
})

test('names come back from their field as they went in', () => {
  const names = ['ETL', 'Extract, transform, load', '3.5" disks', 'C++']
  expect(otherNamesIn(otherNamesText(names))).toEqual(names)
})
