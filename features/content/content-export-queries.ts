import type { Reader } from '#db/client.ts'
import { originKinds } from '#db/schema/site.ts'
import { hasPictureFiles } from '#features/picture/picture-files.ts'
import type { OriginThing } from './content-types.ts'
import { presentContent } from './present-queries.ts'
import {
  authorText,
  categoryText,
  draftText,
  guideText,
  originsText,
  pictureText,
  redirectsText,
  roleText,
  siteText,
  skillText,
} from './thing-files.ts'

/** One file of an export: a text, or the picture file of a width. */
export type ExportedFile = { path: string; text: string } | { path: string; picture: { id: string; width: number } }

/**
 * The whole content of the site as the files of a content folder, each in its place, in a fixed order.
 * @param db a snapshot, so that all files are of one moment
 * @param version of this Guidepost
 */
export async function* exportContent(db: Reader, version: string, now = new Date()): AsyncGenerator<ExportedFile> {
  const site = await presentContent(db)
  // A restored backup may lack them. Everything else leaves all the same, and the export says what it is without.
  const missing: string[] = []
  for (const [id, { widths }] of site.pictures) if (!(await hasPictureFiles({ id, widths }))) missing.push(id)
  yield { path: 'site.yml', text: siteText(version, now, missing) }
  if (site.redirects.length > 0) yield { path: 'redirects.yml', text: redirectsText(site.redirects) }
  const origins = [...site.origins].flatMap(([key, hash]) => originOf(key, hash))
  if (origins.length > 0) yield { path: 'origins.yml', text: originsText(origins) }
  for (const [slug, category] of site.categories) yield { path: `categories/${slug}.yml`, text: categoryText(category) }
  for (const [slug, skill] of site.skills) yield { path: `skills/${slug}.yml`, text: skillText(skill) }
  for (const [slug, role] of site.roles) yield { path: `roles/${slug}.yml`, text: roleText(role) }
  for (const [slug, author] of site.authors) yield { path: `authors/${slug}.yml`, text: authorText(author) }
  for (const { public: seen } of site.guides.values()) {
    if (seen) yield { path: `guides/${seen.slug}.md`, text: guideText(seen) }
  }
  for (const { draft } of site.guides.values()) {
    if (draft) yield { path: `drafts/${draft.slug}.md`, text: draftText(draft) }
  }
  for (const [id, picture] of site.pictures) {
    if (missing.includes(id)) continue
    yield { path: `pictures/${id}.yml`, text: pictureText(picture) }
    for (const width of picture.widths) yield { path: `pictures/${id}/${width}.webp`, picture: { id, width } }
  }
}

/** @param key "kind slug" */
function originOf(key: string, hash: string): OriginThing[] {
  const [word = '', slug = ''] = key.split(' ')
  const kind = originKinds.find((each) => each === word)
  return kind ? [{ kind, slug, hash }] : []
}
