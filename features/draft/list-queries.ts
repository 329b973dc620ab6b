import 'server-only'
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { namesOf } from './draft-queries.ts'
import { whyNot } from './draft-rules.ts'
import {
  type LintState,
  type ListFilter,
  type ListSort,
  type ListStatus,
  pageSize,
  reviewedBefore,
} from './list-filter.ts'

/*
 * Rows are found in the index `guide_drafts_list` alone: a condition or an order on a column that is not in it would read
 * every text of the site. So would the index of a single column, with whatever else is asked; hence `plain`.
 */

const t = guideDrafts
const plain = (column: typeof t.status | typeof t.author | typeof t.reviewedOn) => sql<string>`coalesce(${column}, '')`
const savedAt = sql`coalesce(${t.updatedAt}, 0)`
const status = plain(t.status)
const isPublic = isNotNull(t.publishedRevision)
const inUse = isNull(t.archivedAt)

const ofStatus: Record<ListStatus, SQL | undefined> = {
  draft: and(inUse, eq(status, 'draft'), isNull(t.publishedRevision)),
  review: and(inUse, eq(status, 'review')),
  approved: and(inUse, eq(status, 'approved')),
  scheduled: and(inUse, eq(status, 'scheduled')),
  published: and(inUse, eq(status, 'published')),
  changed: and(inUse, isPublic, ne(status, 'published')),
  private: and(inUse, isNull(t.publishedRevision)),
  archived: isNotNull(t.archivedAt),
}

const ofLint: Record<LintState, SQL | undefined> = {
  errors: gt(t.errors, 0),
  warnings: gt(t.warnings, 0),
  clean: and(eq(t.errors, 0), eq(t.warnings, 0)),
}

const inOrder: Record<ListSort, SQL[]> = {
  title: [asc(t.title)],
  saved: [desc(savedAt)],
  reviewed: [asc(plain(t.reviewedOn)), asc(t.title)],
  words: [desc(t.words), asc(t.title)],
}

/** Every word has to stand in the title or the address. */
function matching(q: string): SQL | undefined {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return or(sql`lower(${t.title}) like ${pattern} escape '\\'`, sql`${t.slug} like ${pattern} escape '\\'`)
    }),
  )
}

/** All that narrows the list but the status, which has its own counts. */
function narrowed({ q, kind, author, due, lint }: ListFilter, now: Date): SQL | undefined {
  return and(
    matching(q),
    kind ? eq(t.kind, kind) : undefined,
    author ? eq(plain(t.author), author) : undefined,
    due ? lt(plain(t.reviewedOn), reviewedBefore(now)) : undefined,
    lint ? ofLint[lint] : undefined,
  )
}

/** One page of the editors' list, as this user may work on it. */
export async function listDrafts(filter: ListFilter, userId: string, now = new Date()) {
  const ids = await read
    .select({ id: t.id })
    .from(t)
    .where(and(narrowed(filter, now), filter.status ? ofStatus[filter.status] : inUse))
    .orderBy(...inOrder[filter.sort])
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
  const rows = await rowsOf(ids.map(({ id }) => id))
  const names = await namesOf(rows.flatMap((row) => [row.updatedById, row.submittedById, row.approvedById]))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return rows.map(({ updatedById, submittedById, approvedById, ...row }) => {
    const state = { ...row, submittedById }
    return {
      ...row,
      updatedBy: nameOf(updatedById),
      submittedBy: nameOf(submittedById),
      approvedBy: nameOf(approvedById),
      /** Why not, where it is not possible. */
      publish: whyNot('publish', state, userId),
      archive: whyNot('archive', state, userId),
      unarchive: whyNot('unarchive', state, userId),
    }
  })
}

export type ListRow = Awaited<ReturnType<typeof listDrafts>>[number]

async function rowsOf(ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await read
    .select({
      id: t.id,
      slug: t.slug,
      kind: t.kind,
      title: t.title,
      author: t.author,
      reviewedOn: t.reviewedOn,
      version: t.version,
      status: t.status,
      publishedRevision: t.publishedRevision,
      scheduledFor: t.scheduledFor,
      scheduleProblem: t.scheduleProblem,
      archivedAt: t.archivedAt,
      errors: t.errors,
      warnings: t.warnings,
      words: t.words,
      updatedAt: t.updatedAt,
      updatedById: t.updatedById,
      submittedById: t.submittedById,
      approvedById: t.approvedById,
    })
    .from(t)
    .where(inArray(t.id, [...ids]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many guides each status would show, with whatever else narrows the list. `all` are those that are not archived. */
export async function countDrafts(filter: ListFilter, now = new Date()): Promise<Record<ListStatus | 'all', number>> {
  const unpublished = sql<number>`${t.publishedRevision} is null`
  const archived = sql<number>`${t.archivedAt} is not null`
  const groups = await read
    .select({ status, unpublished, archived, count: count() })
    .from(t)
    .where(narrowed(filter, now))
    .groupBy(status, unpublished, archived)
  const sum = (which: (group: (typeof groups)[number]) => boolean) =>
    groups.reduce((total, group) => total + (which(group) ? group.count : 0), 0)
  const used = (which: (group: (typeof groups)[number]) => boolean) => sum((group) => !group.archived && which(group))
  return {
    all: used(() => true),
    draft: used((group) => group.status === 'draft' && Boolean(group.unpublished)),
    review: used((group) => group.status === 'review'),
    approved: used((group) => group.status === 'approved'),
    scheduled: used((group) => group.status === 'scheduled'),
    published: used((group) => group.status === 'published'),
    changed: used((group) => group.status !== 'published' && !group.unpublished),
    private: used((group) => Boolean(group.unpublished)),
    archived: sum((group) => Boolean(group.archived)),
  }
}
