import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type ContentSource, readFolder, sorted } from './content-source.ts'
import { incomingHash } from './import-guides.ts'
import { type Incoming, readIncoming } from './incoming.ts'
import { authorText, categoryText, hashOf, roleText, skillText } from './thing-files.ts'

/** Where the content lies that comes with this version of Guidepost: below the folder that the site is started from. */
export const startingFolder = (): string => join(/* turbopackIgnore: true */ process.cwd(), 'db/content')

/** The content that comes with this version. Texts of guides are not parsed before somebody asks. */
export const startingContent = (): Incoming => readIncoming(readFolder(startingFolder()))

/**
 * What stands for the files and for what was last brought in, together: as long as it is the same, so is how many of the
 * files are newer. Much quicker than to read them.
 */
export function contentState({ texts }: ContentSource, origins: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [name, text] of [...sorted(new Map(texts)), ...sorted(new Map(origins))])
    hash.update(JSON.stringify([name, text]))
  return hash.digest('base64url')
}

/** How many of the files say something else than what was last brought in, edited here or not. */
export function newerThan({ files, guides }: Incoming, origins: ReadonlyMap<string, string>): number {
  const hashes = [
    ...files.categories.map(({ value }) => [`category ${value.slug}`, hashOf(categoryText(value))]),
    ...files.skills.map(({ value }) => [`skill ${value.slug}`, hashOf(skillText(value))]),
    ...files.roles.map(({ value }) => [`role ${value.slug}`, hashOf(roleText(value))]),
    ...files.authors.map(({ value }) => [`author ${value.slug}`, hashOf(authorText(value))]),
    ...guides.map((guide) => [`guide ${guide.slug}`, incomingHash(guide)]),
  ] as const
  return hashes.filter(([key = '', hash]) => origins.get(key) !== hash).length
}
