/** One thing to choose from: `value` is what is written, `label` what it is called, `hint` what tells it from others. */
export interface Choice {
  value: string
  label: string
  hint?: string
}

export const choicesAtMost = 20

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/**
 * What matches a query, the best first: every word of it stands somewhere in the names of a thing, in any order and case.
 * @param namesOf all that a thing may be called, its first name first
 */
export function bestMatches<Thing>(
  things: readonly Thing[],
  query: string,
  namesOf: (thing: Thing) => string[],
): Thing[] {
  const asked = plain(query)
  const words = asked.split(/\s+/).filter((word) => word !== '')
  return things
    .map((thing) => ({ thing, rank: rankOf(namesOf(thing).map(plain), asked, words) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, choicesAtMost)
    .map(({ thing }) => thing)
}

/** @returns null for no match; the less, the better */
function rankOf(names: string[], asked: string, words: string[]): number | null {
  const all = names.join(' ')
  if (!words.every((word) => all.includes(word))) return null
  const [first = ''] = names
  if (names.includes(asked)) return 0
  if (first.startsWith(asked)) return 1
  if (names.some((name) => name.startsWith(asked))) return 2
  return first.includes(asked) ? 3 : 4
}
