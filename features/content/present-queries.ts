import { asc } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { authors } from '#db/schema/guide.ts'
import { pictures } from '#db/schema/picture.ts'
import { contentOrigins, redirects } from '#db/schema/site.ts'
import type { AuthorInput } from '#features/guide/guide-schema.ts'
import type { CategoryThing, PictureThing, RedirectThing, RoleThing, SkillThing } from './content-types.ts'
import { type AskedQuestion, askedQuestions, type PresentGuide, presentGuides } from './present-guide-queries.ts'
import { presentCategories, presentRoles, presentSkills } from './present-taxonomy-queries.ts'

// Not server-only: scripts export and import too, and an import looks at the site from inside its transaction.

/** The content of the site at a moment, by slug; pictures by id. */
export interface Present {
  categories: Map<string, CategoryThing>
  skills: Map<string, SkillThing>
  roles: Map<string, RoleThing>
  authors: Map<string, AuthorInput>
  guides: Map<string, PresentGuide>
  pictures: Map<string, PictureThing>
  redirects: RedirectThing[]
  /** What was last brought in: the hash by "kind slug". */
  origins: Map<string, string>
  asked: AskedQuestion[]
}

/** Reads all that an export holds. For the site as it is at one moment, give it a snapshot or a transaction. */
export async function presentContent(db: Reader): Promise<Present> {
  const everyAuthor = await db
    .select({ slug: authors.slug, name: authors.name, title: authors.title, bio: authors.bio })
    .from(authors)
    .orderBy(asc(authors.slug))
  return {
    categories: bySlug(await presentCategories(db)),
    skills: bySlug(await presentSkills(db)),
    roles: bySlug(await presentRoles(db)),
    authors: bySlug(everyAuthor),
    guides: bySlug(await presentGuides(db)),
    pictures: await presentPictures(db),
    redirects: await db.select().from(redirects).orderBy(asc(redirects.kind), asc(redirects.slug)),
    origins: await presentOrigins(db),
    asked: await askedQuestions(db),
  }
}

const bySlug = <Thing extends { slug: string }>(things: Thing[]): Map<string, Thing> =>
  new Map(things.map((thing) => [thing.slug, thing]))

/** What was last brought in: the hash of each thing by "kind slug". */
export async function presentOrigins(db: Reader): Promise<Map<string, string>> {
  const rows = await db.select().from(contentOrigins)
  return new Map(rows.map(({ kind, slug, hash }) => [`${kind} ${slug}`, hash]))
}

async function presentPictures(db: Reader): Promise<Map<string, PictureThing>> {
  const rows = await db.select().from(pictures).orderBy(asc(pictures.id))
  return new Map(
    rows.map(({ id, name, alt, width, height, widths, hash, createdAt, archivedAt }) => [
      id,
      { id, name, alt, width, height, widths, hash, created: createdAt, archived: archivedAt },
    ]),
  )
}
