import 'server-only'
import { and, asc, eq, gte } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { authors, guideDrafts, guideRevisions, guides, roles, skills } from '#db/schema/index.ts'
import { addressesAtMost, type SitemapEntry } from '#lib/sitemap.ts'

interface Shelf {
  count: () => PromiseLike<number>
  /** Some of its addresses, always in the same order. */
  entries: (limit: number, offset: number) => Promise<SitemapEntry[]>
}

const finished = eq(skills.unfinished, false)

/** What has pages of its own, by the first part of their address. */
const shelves: Record<string, Shelf> = {
  guides: {
    count: () => read.$count(guides),
    entries: async (limit, offset) => {
      // From an index alone: skipping whole rows would take longer with each part.
      const [first] = await read
        .select({ slug: guides.slug })
        .from(guides)
        .orderBy(asc(guides.slug))
        .limit(1)
        .offset(offset)
      if (!first) return []
      // A guide changed when the revision was published that readers see now.
      const rows = await read
        .select({ slug: guides.slug, changedAt: guideRevisions.createdAt })
        .from(guides)
        .innerJoin(guideDrafts, eq(guideDrafts.id, guides.id))
        .leftJoin(
          guideRevisions,
          and(eq(guideRevisions.guideId, guides.id), eq(guideRevisions.number, guideDrafts.publishedRevision)),
        )
        .where(gte(guides.slug, first.slug))
        .orderBy(asc(guides.slug))
        .limit(limit)
      return rows.map(({ slug, changedAt }) => ({ path: `/guides/${slug}`, ...(changedAt && { changedAt }) }))
    },
  },
  skills: {
    count: () => read.$count(skills, finished),
    entries: async (limit, offset) => {
      const rows = await read
        .select({ slug: skills.slug, changedAt: skills.updatedAt })
        .from(skills)
        .where(finished)
        .orderBy(asc(skills.slug))
        .limit(limit)
        .offset(offset)
      return rows.map(({ slug, changedAt }) => ({ path: `/skills/${slug}`, changedAt }))
    },
  },
  roles: {
    count: () => read.$count(roles),
    entries: async (limit, offset) => {
      const rows = await read
        .select({ slug: roles.slug, changedAt: roles.updatedAt })
        .from(roles)
        .orderBy(asc(roles.slug))
        .limit(limit)
        .offset(offset)
      return rows.map(({ slug, changedAt }) => ({ path: `/roles/${slug}`, changedAt }))
    },
  },
  authors: {
    count: () => read.$count(authors),
    entries: async (limit, offset) => {
      const rows = await read
        .select({ slug: authors.slug })
        .from(authors)
        .orderBy(asc(authors.slug))
        .limit(limit)
        .offset(offset)
      return rows.map(({ slug }) => ({ path: `/authors/${slug}` }))
    },
  },
}

/** The names of the files that together list every page with an address of its own: `guides-1`, `guides-2`, `skills-1` ... */
export async function sitemapParts(size = addressesAtMost): Promise<string[]> {
  const parts = Object.entries(shelves).map(async ([name, { count }]) =>
    Array.from({ length: Math.ceil((await count()) / size) }, (_, index) => `${name}-${index + 1}`),
  )
  return (await Promise.all(parts)).flat()
}

/** @returns what one of these files lists; null if there is no such file */
export async function sitemapPart(part: string, size = addressesAtMost): Promise<SitemapEntry[] | null> {
  const [, name = '', number = ''] = /^([a-z]+)-([1-9]\d{0,3})$/.exec(part) ?? []
  const shelf = Object.hasOwn(shelves, name) ? shelves[name] : undefined
  const entries = (await shelf?.entries(size, (Number(number) - 1) * size)) ?? []
  return entries.length > 0 ? entries : null
}
