import 'server-only'
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideDrafts, skills } from '#db/schema/index.ts'

/** How many of each kind the overview lists; the lists behind it show all. */
const listed = 8

/** After how many months without one a guide is due for a review. */
export const reviewMonths = 12

/** @returns the day on or before which the last review of a guide is too long ago */
export function dueDay(now: Date): string {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - reviewMonths)
  return then.toISOString().slice(0, 10)
}

/** What waits for somebody who keeps the site, the most pressing kind first. */
export async function attention(now: Date) {
  const kept = isNull(guideDrafts.archivedAt)
  const due = and(isNotNull(guideDrafts.publishedRevision), lt(guideDrafts.reviewedOn, dueDay(now)), kept)
  const waiting = and(eq(guideDrafts.status, 'review'), kept)
  const guide = { id: guideDrafts.id, title: guideDrafts.title }
  const [problems, reviews, reviewCount, scheduled, dueGuides, dueCount, unfinished] = await Promise.all([
    read
      .select({ ...guide, problem: guideDrafts.scheduleProblem })
      .from(guideDrafts)
      .where(
        and(inArray(guideDrafts.status, ['draft', 'review', 'approved']), isNotNull(guideDrafts.scheduleProblem), kept),
      )
      .limit(listed),
    read
      .select({ ...guide, updatedAt: guideDrafts.updatedAt })
      .from(guideDrafts)
      .where(waiting)
      .orderBy(asc(guideDrafts.updatedAt))
      .limit(listed),
    read.$count(guideDrafts, waiting),
    read
      .select({ ...guide, at: guideDrafts.scheduledFor })
      .from(guideDrafts)
      .where(and(gt(guideDrafts.scheduledFor, new Date(0)), kept))
      .orderBy(asc(guideDrafts.scheduledFor))
      .limit(listed),
    read
      .select({ ...guide, reviewedOn: guideDrafts.reviewedOn })
      .from(guideDrafts)
      .where(due)
      .orderBy(asc(guideDrafts.reviewedOn))
      .limit(listed),
    read.$count(guideDrafts, due),
    read
      .select({ id: skills.id, name: skills.name })
      .from(skills)
      .where(eq(skills.unfinished, true))
      .orderBy(asc(skills.name))
      .limit(listed),
  ])
  return {
    problems,
    reviews: { guides: reviews, count: reviewCount },
    scheduled,
    due: { guides: dueGuides, count: dueCount },
    unfinished,
  }
}

export type Attention = Awaited<ReturnType<typeof attention>>
