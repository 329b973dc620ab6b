import 'server-only'
import { and, count, countDistinct, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideDrafts, guides } from '#db/schema/guide.ts'
import { blockUses, sectionFeedback } from '#db/schema/reading.ts'

/** How many comments a page shows, the newest. */
const commentsShown = 100

/** How many of a guide's readers did something in it, and said yes or no; readers are told apart for a day. */
export interface GuideReading {
  id: string
  title: string
  used: number
  /** Null if nobody was asked, or answered. */
  said: { people: number; answers: number; yes: number } | null
}

const yeses = sql<number>`count(case when ${sectionFeedback.useful} then 1 end)`

/** Every guide in which a reader did or said something, the most used first. The numbers are not told as they are. */
export async function guidesInUse(limit: number): Promise<GuideReading[]> {
  const [uses, answers] = await Promise.all([
    read
      .select({ id: blockUses.guideId, used: countDistinct(blockUses.reader) })
      .from(blockUses)
      .groupBy(blockUses.guideId),
    read
      .select({
        id: sectionFeedback.guideId,
        people: countDistinct(sectionFeedback.reader),
        answers: count(),
        yes: yeses,
      })
      .from(sectionFeedback)
      .groupBy(sectionFeedback.guideId),
  ])
  const used = new Map(uses.map((row) => [row.id, row.used]))
  const said = new Map(answers.map((row) => [row.id, row]))
  const ids = [...new Set([...used.keys(), ...said.keys()])].sort((a, b) => total(b) - total(a)).slice(0, limit)
  const rows = await read
    .select({ id: guideDrafts.id, title: guideDrafts.title })
    .from(guideDrafts)
    .where(inArray(guideDrafts.id, ids))
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return ids.map((id) => ({
    id,
    title: titles.get(id) ?? '',
    used: used.get(id) ?? 0,
    said: said.get(id) ?? null,
  }))

  function total(id: string): number {
    return (used.get(id) ?? 0) + (said.get(id)?.people ?? 0)
  }
}

/** What readers did with the blocks of a guide and said of its sections. Null if there is no such guide. */
export async function readingOf(guideId: string) {
  const [guide] = await read
    .select({ id: guideDrafts.id, title: guideDrafts.title, slug: guides.slug, body: guides.body })
    .from(guideDrafts)
    .leftJoin(guides, eq(guides.id, guideDrafts.id))
    .where(eq(guideDrafts.id, guideId))
  if (!guide) return null
  const [uses, answers, comments] = await Promise.all([
    read
      .select({
        block: blockUses.blockKey,
        action: blockUses.action,
        // Those who are known by a profile count once for all days.
        people: sql<number>`count(distinct coalesce(${blockUses.personId}, ${blockUses.reader}))`,
      })
      .from(blockUses)
      .where(eq(blockUses.guideId, guideId))
      .groupBy(blockUses.blockKey, blockUses.action),
    read
      .select({
        section: sectionFeedback.section,
        people: countDistinct(sectionFeedback.reader),
        answers: count(),
        yes: yeses,
      })
      .from(sectionFeedback)
      .where(eq(sectionFeedback.guideId, guideId))
      .groupBy(sectionFeedback.section),
    commentsOf(guideId),
  ])
  return { guide, uses, answers, comments }
}

/** What readers wrote to the editors, newest first; of one guide if asked. Whether they said yes or no is not with it. */
export async function commentsOf(guideId?: string) {
  return await read
    .select({
      id: sectionFeedback.id,
      guideId: sectionFeedback.guideId,
      title: guideDrafts.title,
      section: sectionFeedback.section,
      comment: sectionFeedback.comment,
      day: sectionFeedback.day,
    })
    .from(sectionFeedback)
    .innerJoin(guideDrafts, eq(guideDrafts.id, sectionFeedback.guideId))
    .where(and(ne(sectionFeedback.comment, ''), guideId ? eq(sectionFeedback.guideId, guideId) : undefined))
    .orderBy(desc(sectionFeedback.at))
    .limit(commentsShown)
}

export type ReaderComment = Awaited<ReturnType<typeof commentsOf>>[number]
