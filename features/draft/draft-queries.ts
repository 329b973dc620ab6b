import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { users } from '#db/schema/account.ts'
import { authors, guideDrafts, guideRevisions, guides } from '#db/schema/guide.ts'
import { roles } from '#db/schema/taxonomy.ts'
import { peopleInWords } from '#features/profile/five-people.ts'
import { blockLabel } from './block-label.ts'
import { possibleActions } from './draft-rules.ts'
import { lintedDraft } from './publish-writes.ts'
import { removedBlocks } from './removed-queries.ts'
import type { PublishFacts, Standing } from './standing.ts'

/** The names of accounts, by id. Whoever is gone has none. */
export async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const rows = await read.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, asked))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * The working copy of a guide for its editor's page, and where it stands for this user.
 * @returns null if there is no such guide
 */
export async function draftForEditor(id: string, userId: string) {
  const [found] = await read
    .select({ row: guideDrafts, publicSlug: guides.slug, publishedAt: guideRevisions.createdAt })
    .from(guideDrafts)
    .leftJoin(guides, eq(guides.id, guideDrafts.id))
    .leftJoin(
      guideRevisions,
      and(eq(guideRevisions.guideId, guideDrafts.id), eq(guideRevisions.number, guideDrafts.publishedRevision)),
    )
    .where(eq(guideDrafts.id, id))
  if (!found) return null
  const { row, publicSlug, publishedAt } = found
  const names = await namesOf([row.updatedById, row.submittedById, row.approvedById])
  const nameOf = (userIdOf: string | null) => (userIdOf === null ? null : (names.get(userIdOf) ?? null))
  const standing: Standing = {
    ...{ id, title: row.title, slug: row.slug, publicSlug, version: row.version, status: row.status },
    publishedRevision: row.publishedRevision,
    publishedAt: publishedAt?.toISOString() ?? null,
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    scheduleProblem: row.scheduleProblem,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    submittedById: row.submittedById,
    submittedBy: nameOf(row.submittedById),
    approvedBy: nameOf(row.approvedById),
    updatedBy: nameOf(row.updatedById),
    updatedAt: row.updatedAt.toISOString(),
    ...{ reviewNote: row.reviewNote, errors: row.errors, warnings: row.warnings },
    possible: possibleActions(row, userId),
  }
  return { row, standing }
}

/** What a publish of the working copy would do now. @returns null if there is no such guide */
export async function publishFacts(id: string): Promise<PublishFacts | null> {
  const [row] = await read.select({ version: guideDrafts.version }).from(guideDrafts).where(eq(guideDrafts.id, id))
  const linted = await lintedDraft(id)
  if (!row || !linted) return null
  const { blocks } = linted.draft.body
  const removed = await removedBlocks(read, id, blocks)
  return {
    version: row.version,
    errors: linted.errors.map(({ line, message }) => ({ line, message })),
    removed: removed.map(({ people, ...block }) => ({
      key: block.key,
      label: blockLabel(block),
      people: peopleInWords(people),
    })),
    blocks: blocks
      .filter(({ kind }) => kind !== 'related')
      .map((block) => ({ key: block.key, label: blockLabel(block) })),
  }
}

/** Whom a guide can be by. */
export async function listAuthors(): Promise<{ slug: string; name: string }[]> {
  return await read.select({ slug: authors.slug, name: authors.name }).from(authors).orderBy(asc(authors.name))
}

/** What a guide can be about. */
export async function listRoleOptions(): Promise<{ slug: string; name: string }[]> {
  return await read.select({ slug: roles.slug, name: roles.name }).from(roles).orderBy(asc(roles.name))
}
