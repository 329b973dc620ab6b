import type { RemovedBlock } from '#features/guide/notice-writes.ts'

/** What is done about a block that people used and that goes: they are told, with or without what stands in its place. */
export type Telling = { key: string; tell: boolean; replacement: string | null }

/**
 * What an editor chose, from the form's field: a JSON object of `tell`, `nothing` or `as:<key of the other block>`, by key.
 * Whatever is no such choice is none.
 */
export function tellingsOf(sent: string): Telling[] {
  let choices: unknown
  try {
    choices = JSON.parse(sent)
  } catch {
    // From outside: what cannot be read is no choice, and the editor is asked again.
    return []
  }
  if (typeof choices !== 'object' || choices === null) return []
  return Object.entries(choices).flatMap(([key, choice]: [string, unknown]): Telling[] => {
    if (choice === 'tell') return [{ key, tell: true, replacement: null }]
    if (choice === 'nothing') return [{ key, tell: false, replacement: null }]
    const replacement = typeof choice === 'string' && /^as:(.+)$/.exec(choice)?.[1]
    return replacement ? [{ key, tell: true, replacement }] : []
  })
}

/** A block as it is named to an editor. */
interface Named {
  key: string
  heading: string
}

/**
 * Who is told what.
 * @param tellings null to tell everybody that the block is gone
 * @param kept the keys of the blocks that there will be
 * @returns what to tell, or what the editor has not decided yet
 */
export function toTell(
  removed: readonly Named[],
  tellings: readonly Telling[] | null,
  kept: ReadonlySet<string>,
): { tell: RemovedBlock[]; undecided: Named[] } {
  const tell: RemovedBlock[] = []
  const undecided: Named[] = []
  for (const { key, heading } of removed) {
    const choice = tellings ? tellings.find((each) => each.key === key) : { tell: true, replacement: null }
    if (!choice || (choice.replacement !== null && !kept.has(choice.replacement))) undecided.push({ key, heading })
    else if (choice.tell) tell.push({ key, heading, replacement: choice.replacement })
  }
  return { tell, undecided }
}
