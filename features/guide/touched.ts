import type { Block } from './guide-blocks.ts'

/** All that is looked at of a block, so that the index of a published guide will do. */
type Named = Pick<Block, 'kind' | 'key'>

/**
 * The blocks that a body no longer has, by key, in their order. A link to another guide is left out: nobody's progress
 * hangs on it.
 */
export function keysRemoved(before: readonly Named[], after: readonly Named[]): string[] {
  const kept = new Set(after.map(({ key }) => key))
  return before.filter(({ kind, key }) => kind !== 'related' && !kept.has(key)).map(({ key }) => key)
}
