import 'server-only'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { cache } from 'react'
import { read } from '#db/client.ts'
import { previewLinks } from '#db/schema/draft.ts'
import { authors, guideDrafts } from '#db/schema/guide.ts'
import { readingMinutes } from '#features/guide/guide-body.ts'
import { guideViewOf } from '#features/guide/guide-view-queries.ts'
import { parseApart } from '#features/guide/read-apart.ts'
import { currentSlugs } from '#features/taxonomy/redirect-queries.ts'
import { hashToken } from '#lib/ids.ts'

/** The working copy of a guide as its page would be; null if there is none. */
export const draftView = cache(async (id: string) => {
  const [draft] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, id))
  if (!draft) return null
  const body = await parseApart(draft.body)
  const [roles, author] = await Promise.all([
    currentSlugs(read, 'role', draft.roles),
    draft.author === '' ? null : authorOf(draft.author),
  ])
  const guide = { ...draft, author, readingMinutes: readingMinutes(body.words) }
  const named = { body, roles: [...new Set(roles.values())], explore: draft.explore }
  // As a stranger would see it: whoever writes is not shown levels of their own.
  const view = await guideViewOf(guide, named, { personId: null, saved: null, preview: true })
  return { view, savedAt: draft.updatedAt }
})

export type DraftView = NonNullable<Awaited<ReturnType<typeof draftView>>>

async function authorOf(slug: string): Promise<{ slug: string; name: string } | null> {
  const current = (await currentSlugs(read, 'author', [slug])).get(slug) ?? slug
  const [author] = await read
    .select({ slug: authors.slug, name: authors.name })
    .from(authors)
    .where(eq(authors.slug, current))
  return author ?? null
}

/** @returns the id of the guide that a link shows; null if the link has run out or was ended, or the guide is archived */
export const guideIdOfPreview = cache(async (token: string): Promise<string | null> => {
  const [link] = await read
    .select({ guideId: previewLinks.guideId })
    .from(previewLinks)
    .innerJoin(guideDrafts, eq(guideDrafts.id, previewLinks.guideId))
    .where(
      and(
        eq(previewLinks.tokenHash, hashToken(token)),
        gt(previewLinks.expiresAt, new Date()),
        isNull(guideDrafts.archivedAt),
      ),
    )
  return link?.guideId ?? null
})

/** The links that show a guide's working copy now. Not the links themselves: nobody has those but whoever was given one. */
export async function openPreviewLinks(guideId: string) {
  return await read
    .select({ id: previewLinks.id, createdAt: previewLinks.createdAt, expiresAt: previewLinks.expiresAt })
    .from(previewLinks)
    .where(and(eq(previewLinks.guideId, guideId), gt(previewLinks.expiresAt, new Date())))
    .orderBy(asc(previewLinks.expiresAt))
}
