import { expect, it } from 'vitest'
import { type DraftStore, dropRefused, keepRefused, refusedDraft } from './refused-draft.ts'

function memory(): DraftStore {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

it('gives back what was refused, to the same form alone, until it is dropped', () => {
  const store = memory()
  keepRefused(store, 'role 1', { activities: ['coding', 'order'] })
  expect(refusedDraft(store, 'role 1')).toEqual({ activities: ['coding', 'order'] })
  expect(refusedDraft(store, 'role 2')).toBeNull()
  dropRefused(store, 'role 1')
  expect(refusedDraft(store, 'role 1')).toBeNull()
})

it('takes a storage that is forbidden, or holds something else, for an empty one', () => {
  const odd = (value: string): DraftStore => ({ ...memory(), getItem: () => value })
  for (const value of ['{', '[]', '"text"', '7', 'null']) expect(refusedDraft(odd(value), 'role')).toBeNull()
  const refuse = () => {
    throw new DOMException('forbidden', 'SecurityError')
  }
  const forbidden = { getItem: refuse, setItem: refuse, removeItem: refuse }
  keepRefused(forbidden, 'role', {})
  dropRefused(forbidden, 'role')
  expect(refusedDraft(forbidden, 'role')).toBeNull()
})
