import type { RedirectKind } from '#db/schema/site.ts'
import type { ContentSource } from './content-source.ts'
import { type IncomingGuide, incomingGuides } from './import-guides.ts'
import { type Names, namesOf } from './import-names.ts'
import type { Present } from './present-queries.ts'
import { type ReadFiles, readFiles } from './read-files.ts'

/** A folder that was read, to be planned and brought in as often as needed; long texts are parsed once. */
export interface Incoming {
  files: ReadFiles
  guides: IncomingGuide[]
  source: ContentSource
}

export function readIncoming(source: ContentSource): Incoming {
  const files = readFiles(source)
  return { files, guides: incomingGuides(files), source }
}

/**
 * Parses the texts in a thread, so that a plan can be made of them without holding up the process.
 * @throws ReadingBusy
 */
export async function readAhead({ guides }: Incoming): Promise<void> {
  for (const guide of guides) {
    await guide.public?.readAhead()
    await guide.draft?.readAhead()
  }
}

export type NamesOfKinds = Record<'category' | 'skill' | 'role' | 'author' | 'guide', Names>

/** The vocabularies of folder and site for each kind of thing. */
export function vocabularies({ files, guides }: Incoming, present: Present): NamesOfKinds {
  const addresses = new Set([...present.guides.values()].flatMap((each) => [each.slug, each.working.slug]))
  const names = (kind: RedirectKind, own: Set<string>, has: (slug: string) => boolean) =>
    namesOf(kind, own, has, present.redirects, files.redirects)
  return {
    category: names('category', files.there('categories'), (slug) => present.categories.has(slug)),
    skill: names('skill', files.there('skills'), (slug) => present.skills.has(slug)),
    role: names('role', files.there('roles'), (slug) => present.roles.has(slug)),
    author: names('author', files.there('authors'), (slug) => present.authors.has(slug)),
    guide: names('guide', new Set(guides.map(({ slug }) => slug)), (slug) => addresses.has(slug)),
  }
}

/** The guide of the site at an address, be it that of readers or that of its working copy. */
export const guideAt = (present: Present, slug: string | null) =>
  slug === null
    ? undefined
    : (present.guides.get(slug) ?? [...present.guides.values()].find(({ working }) => working.slug === slug))
