import { createHash } from 'node:crypto'
import { guideHash } from './import-guides.ts'
import type { Present } from './present-queries.ts'
import { authorText, categoryText, pictureText, redirectsText, roleText, skillText } from './thing-files.ts'

/** One word for the whole content of the site: whoever looked at a plan says with it which site they saw. */
export function digestOf(present: Present): string {
  const hash = createHash('sha256')
  const add = (...texts: string[]) => hash.update(JSON.stringify(texts))
  for (const [slug, thing] of present.categories) add('category', slug, categoryText(thing))
  for (const [slug, thing] of present.skills) add('skill', slug, skillText(thing))
  for (const [slug, thing] of present.roles) add('role', slug, roleText(thing))
  for (const [slug, thing] of present.authors) add('author', slug, authorText(thing))
  for (const [slug, thing] of present.guides) add('guide', slug, thing.working.slug, guideHash(thing))
  for (const [id, thing] of present.pictures) add('picture', id, pictureText(thing))
  add(redirectsText(present.redirects))
  for (const [key, origin] of [...present.origins].sort(([a], [b]) => (a < b ? -1 : 1))) add(key, origin)
  return hash.digest('base64url')
}
