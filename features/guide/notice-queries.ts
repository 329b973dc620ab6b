import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideBlocks, guideDrafts, guides } from '#db/schema/guide.ts'
import { personNotices } from '#db/schema/reading.ts'

/** How many notices a profile shows; seeing them brings the older ones. */
const noticesShown = 20

/** What a person was not told yet, newest first. `slug` is null where the guide is not public any more. */
export async function unseenNotices(personId: string) {
  return await read
    .select({
      id: personNotices.id,
      kind: personNotices.kind,
      heading: personNotices.heading,
      createdAt: personNotices.createdAt,
      title: guideDrafts.title,
      slug: guides.slug,
      replacement: { heading: guideBlocks.heading, anchor: guideBlocks.anchor },
    })
    .from(personNotices)
    .innerJoin(guideDrafts, eq(guideDrafts.id, personNotices.guideId))
    .leftJoin(guides, eq(guides.id, personNotices.guideId))
    .leftJoin(
      guideBlocks,
      and(eq(guideBlocks.guideId, personNotices.guideId), eq(guideBlocks.key, personNotices.replacement)),
    )
    .where(and(eq(personNotices.personId, personId), isNull(personNotices.seenAt)))
    .orderBy(desc(personNotices.createdAt))
    .limit(noticesShown)
}

export type Notice = Awaited<ReturnType<typeof unseenNotices>>[number]
