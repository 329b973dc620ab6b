import { afterEach, expect, test } from 'vitest'
import { logConsole } from '#server/console.ts'

let undo = () => {}
afterEach(() => undo())

test('what is printed goes into the log: text without colours, errors as errors', () => {
  const lines: [object, string][] = []
  undo = logConsole({ warn: (fields, message) => lines.push([fields, message]) })
  const err = new Error('x')
  console.error('\u001B[31m⨯\u001B[0m', err)
  console.warn('careful', 3)
  expect(lines).toEqual([
    [{ from: 'console', err }, '⨯'],
    [{ from: 'console' }, 'careful 3'],
  ])
})

test('can be undone', () => {
  const before = console.error
  logConsole({ warn: () => {} })()
  expect(console.error).toBe(before)
})
