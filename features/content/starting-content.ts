import { join } from 'node:path'
import { readFolder } from './content-source.ts'
import { incomingHash } from './import-guides.ts'
import { type Incoming, readIncoming } from './incoming.ts'
import { authorText, categoryText, hashOf, roleText, skillText } from './thing-files.ts'

/** Where the content lies that comes with this version of Guidepost: below the folder that the site is started from. */
export const startingFolder = (): string => join(/* turbopackIgnore: true */ process.cwd(), 'db/content')

/** The content that comes with this version. Texts of guides are not parsed before somebody asks. */
export const startingContent = (): Incoming => readIncoming(readFolder(startingFolder()))

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
