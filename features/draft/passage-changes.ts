import { type ChangeObject, diffArrays } from 'diff'

/** More differences than this are no edit any more, and finding the fewest would take seconds. */
const changesAtMost = 1500

/** What became of a list of passages: stretches that stayed, went and came, in their order. */
export function passageChanges(before: string[], after: string[]): ChangeObject<string[]>[] {
  const changes = diffArrays(before, after, { maxEditLength: changesAtMost })
  if (changes) return changes
  // Another text altogether: all of the one went, and all of the other came.
  return [
    { value: before, count: before.length, added: false, removed: true },
    { value: after, count: after.length, added: true, removed: false },
  ]
}
