/** How many are offered at once. */
const offered = 12

/** The skills whose name holds every word that was typed, without those that are chosen already. */
export function findSkills<Skill extends { slug: string; name: string }>(
  all: readonly Skill[],
  query: string,
  without: readonly string[],
): Skill[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return all
    .filter(({ slug, name }) => !without.includes(slug) && words.every((word) => name.toLowerCase().includes(word)))
    .slice(0, offered)
}
