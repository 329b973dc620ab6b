import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { authors, guideDrafts, guideKinds, guideRevisions, guides } from '#db/schema/index.ts'
import { atomFeed, type FeedEntry, tagUri } from '#lib/atom.ts'
import { guideKindNames } from './guide-kinds.ts'

/** How many guides the feed tells of. */
export const feedLength = 50
/** Part of every id in the feed, so it must never change. */
const feedDay = '2026-11-22'

/** The guides that came last, as a feed. */
export async function guideFeed(origin: string, length = feedLength): Promise<string> {
  const rows = await newest(length)
  const entries = rows.map(
    ({ id, slug, kind, title, standfirst, author, publishedAt, changedAt }): FeedEntry => ({
      // By the guide's id: its address may change, and would then be told as a new guide.
      id: tagUri(origin, feedDay, `guide/${id}`),
      title,
      url: `${origin}/guides/${slug}`,
      summary: standfirst,
      author,
      category: guideKindNames[kind].one,
      publishedAt,
      updatedAt: changedAt ?? publishedAt,
    }),
  )
  return atomFeed({
    id: tagUri(origin, feedDay, 'guides'),
    title: 'Guidepost: new guides',
    subtitle: 'Career guides in which every piece of advice is something you can do right there.',
    url: `${origin}/guides`,
    selfUrl: `${origin}/feed.xml`,
    entries,
  })
}

// Kind by kind, as the index has them, and then the newest of all.
async function newest(length: number) {
  const ofKinds = await Promise.all(
    guideKinds.map((kind) =>
      read
        .select({
          ...{ id: guides.id, slug: guides.slug, kind: guides.kind, title: guides.title },
          ...{ standfirst: guides.standfirst, author: authors.name, publishedAt: guides.publishedAt },
          changedAt: guideRevisions.createdAt,
        })
        .from(guides)
        .innerJoin(authors, eq(authors.id, guides.authorId))
        .innerJoin(guideDrafts, eq(guideDrafts.id, guides.id))
        .leftJoin(
          guideRevisions,
          and(eq(guideRevisions.guideId, guides.id), eq(guideRevisions.number, guideDrafts.publishedRevision)),
        )
        .where(eq(guides.kind, kind))
        .orderBy(desc(guides.publishedAt))
        .limit(length),
    ),
  )
  return ofKinds
    .flat()
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.title.localeCompare(b.title, 'en-GB'))
    .slice(0, length)
}
