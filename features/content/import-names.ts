import type { RedirectKind } from '#db/schema/site.ts'
import type { RedirectThing } from './content-types.ts'

/**
 * Two vocabularies: the folder's addresses and those of the site. A thing that moved on either side is still the same
 * thing, as the redirects say.
 */
export interface Names {
  /** The site's address of what the folder calls `slug`; null if the site has no such thing. */
  here: (slug: string) => string | null
  /** What the folder calls a thing of the site; its address here if the folder has no file for it. */
  word: (slug: string) => string
  /** The folder's own address of what one of its files names, which may be an older one. */
  own: (slug: string) => string
  /** Whether another file of the folder stands for the same thing and is nearer to it. */
  double: (slug: string) => boolean
  /** Whether a thing of the site has a new address in the folder. */
  moves: (slug: string) => boolean
}

/**
 * @param files the addresses of the folder's files
 * @param present whether the site has a thing at an address
 */
export function namesOf(
  kind: RedirectKind,
  files: ReadonlySet<string>,
  present: (slug: string) => boolean,
  redirectsHere: readonly RedirectThing[],
  redirectsThere: readonly RedirectThing[],
): Names {
  const movedHere = new Map(redirectsHere.flatMap((each) => (each.kind === kind ? [[each.slug, each.target]] : [])))
  const movedThere = redirectsThere.filter((each) => each.kind === kind)
  const ownOf = new Map(movedThere.map(({ slug, target }) => [slug, target]))
  const own = (slug: string) => (files.has(slug) ? slug : (ownOf.get(slug) ?? slug))
  const here = (slug: string): string | null => {
    if (present(slug)) return slug
    const target = movedHere.get(slug)
    if (target !== undefined && present(target)) return target
    const before = movedThere.find((each) => each.target === slug && present(each.slug) && !files.has(each.slug))
    return before?.slug ?? null
  }
  const words = new Map<string, string>()
  for (const file of files) {
    const at = here(file)
    if (at !== null && (!words.has(at) || file === at)) words.set(at, file)
  }
  return {
    here: (slug) => here(own(slug)),
    word: (slug) => words.get(slug) ?? slug,
    own,
    double: (slug) => {
      const at = here(slug)
      return at !== null && words.get(at) !== slug
    },
    moves: (slug) => {
      const at = here(slug)
      return at !== null && at !== slug && movedHere.get(slug) !== at
    },
  }
}
