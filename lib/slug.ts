/**
 * An address made of a name: lower-case words with hyphens between them. The awkward names keep apart: C, C++ and C# are
 * three things.
 * @returns an empty string where a name has no letter or digit that could stand in one
 */
export function slugFrom(name: string, max = 60): string {
  const plain = name
    .replaceAll('&', ' and ')
    .replaceAll('++', ' plus plus ')
    .replace(/#(?=\s|$)/g, ' sharp ')
    .replace(/(^|\s)\.(?=\p{L})/gu, '$1dot ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
  return plain.replace(/^-+/, '').slice(0, max).replace(/-+$/, '')
}

/** The same with a number after it if there is one like it already. */
export function freeSlug(name: string, taken: ReadonlySet<string>, fallback: string, max = 60): string {
  const slug = slugFrom(name, max) || fallback
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
