import 'server-only'
import { and, count, desc, eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { read } from '#db/client.ts'
import { guideDrafts, guideRevisions } from '#db/schema/guide.ts'
import { namesOf } from './draft-queries.ts'
import { contentOfRevision } from './draft-writes.ts'
import { contentOfRow, type DraftContent } from './same-content.ts'
import { textDifference, wordsChanged } from './text-difference.ts'

export const revisionsOnPage = 20

/** What a revision changed never changes, and finding it takes a while. */
const changes = new LRUCache<string, { added: number; removed: number }>({ max: 2000 })

/** The versions of a guide, the newest first, each with what it changed. */
export async function listRevisions(guideId: string, page: number) {
  const ofGuide = eq(guideRevisions.guideId, guideId)
  const [rows, [total]] = await Promise.all([
    read
      .select({
        id: guideRevisions.id,
        number: guideRevisions.number,
        kind: guideRevisions.kind,
        note: guideRevisions.note,
        byId: guideRevisions.byId,
        createdAt: guideRevisions.createdAt,
        body: guideRevisions.body,
      })
      .from(guideRevisions)
      .where(ofGuide)
      .orderBy(desc(guideRevisions.number))
      // One more, to compare the last of them with.
      .limit(revisionsOnPage + 1)
      .offset((page - 1) * revisionsOnPage),
    read.select({ count: count() }).from(guideRevisions).where(ofGuide),
  ])
  const names = await namesOf(rows.map(({ byId }) => byId))
  const revisions = rows.slice(0, revisionsOnPage).map(({ id, body, byId, createdAt, ...row }, index) => ({
    ...row,
    at: createdAt.toISOString(),
    by: byId === null ? 'The site itself' : (names.get(byId) ?? 'An account that is gone'),
    changed: changedIn(id, rows[index + 1]?.body ?? '', body),
  }))
  return { revisions, total: total?.count ?? 0 }
}

export type RevisionEntry = Awaited<ReturnType<typeof listRevisions>>['revisions'][number]

function changedIn(id: string, before: string, body: string) {
  const known = changes.get(id)
  if (known) return known
  const found = wordsChanged(textDifference(before, body))
  changes.set(id, found)
  return found
}

/** @param version a number, or null for the working copy; null if there is none */
export async function contentOfVersion(guideId: string, version: number | null): Promise<DraftContent | null> {
  if (version === null) {
    const [row] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, guideId))
    return row ? contentOfRow(row) : null
  }
  const [row] = await read
    .select({ front: guideRevisions.front, title: guideRevisions.title, body: guideRevisions.body })
    .from(guideRevisions)
    .where(and(eq(guideRevisions.guideId, guideId), eq(guideRevisions.number, version)))
  return row ? contentOfRevision(row) : null
}
