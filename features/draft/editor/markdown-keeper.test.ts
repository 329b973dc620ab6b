import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { markdownToDoc } from './from-markdown.ts'
import { MarkdownKeeper } from './markdown-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const editorOf = (markdown: string) => ({ state: { doc: markdownToDoc(markdown) } })

function keeping(initial: string) {
  const changes: string[] = []
  const keeper = new MarkdownKeeper(
    initial,
    () => undefined,
    (markdown) => changes.push(markdown),
  )
  keeper.begin(editorOf(initial))
  return { keeper, changes }
}

test('what was typed is told in a pause, and at the latest after three seconds', () => {
  const { keeper, changes } = keeping('a\n')
  keeper.typed(editorOf('b'))
  vi.advanceTimersByTime(399)
  expect(changes).toEqual([])
  vi.advanceTimersByTime(1)
  expect(changes).toEqual(['b\n'])
  for (let turn = 0; turn < 10; turn++) {
    keeper.typed(editorOf(`c${turn}`))
    vi.advanceTimersByTime(310)
  }
  expect(changes).toEqual(['b\n', 'c9\n'])
})

test('opening a text that is spelt in another way changes nothing', () => {
  const { keeper, changes } = keeping('* a\n* b')
  keeper.typed(editorOf('* a\n* b'))
  expect(keeper.flush()).toBe('* a\n* b')
  expect(changes).toEqual([])
  expect(keeper.toShow()).toBeNull()
})

test('the source counts, and the rich text is brought up to it', () => {
  const { keeper, changes } = keeping('a\n')
  keeper.wrote(':::skill[broken\n')
  expect(keeper.flush()).toBe(':::skill[broken\n')
  expect(changes).toEqual([':::skill[broken\n'])
  expect(keeper.toShow()).toBe(':::skill[broken\n')
})

test('a text that the page put in is not told back to it, nor what it took the place of', () => {
  const { keeper, changes } = keeping('a\n')
  keeper.typed(editorOf('b'))
  keeper.replace('c\n')
  vi.advanceTimersByTime(5000)
  expect(keeper.flush()).toBe('c\n')
  expect(changes).toEqual([])
})
