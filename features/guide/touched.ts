import type { Block } from './guide-blocks.ts'

/**
 * The blocks that a body no longer has, by key, in their order. A link to another guide is left out: nobody's progress
 * hangs on it.
 */
export function keysRemoved(before: readonly Block[], after: readonly Block[]): string[] {
  const kept = new Set(after.map(({ key }) => key))
  return before.filter(({ kind, key }) => kind !== 'related' && !kept.has(key)).map(({ key }) => key)
}
