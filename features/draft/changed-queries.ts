import { and, eq, gte, inArray, notExists, type SQL } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { auditLog } from '#db/schema/account.ts'
import { guideReferences, type ReferenceKind } from '#db/schema/draft.ts'
import { authors, guideDrafts, guideRevisions } from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { roles, skills } from '#db/schema/taxonomy.ts'
import type { AuditEvent } from '#features/account/audit-events.ts'

// Not server-only: the server's timer asks from outside of Next.

/** What a guide that names it may read differently by, though nothing of it is left to say when it changed. */
const vanishing: Partial<Record<ReferenceKind, AuditEvent[]>> = {
  skill: ['skill.deleted', 'skill.merged', 'skill.unmerged'],
  role: ['role.deleted'],
  author: ['author.saved', 'author.deleted', 'author.renamed'],
}

const offAndOn: AuditEvent[] = ['guide.unpublished', 'guide.archived']

/** The working copies that name something which changed since a moment: a skill, a role, or what readers see of a guide. */
export async function draftsToLookAt(since: Date): Promise<string[]> {
  const [ofSkills, ofRoles, published, takenOff] = await Promise.all([
    read.select({ slug: skills.slug }).from(skills).where(gte(skills.updatedAt, since)),
    read.select({ slug: roles.slug }).from(roles).where(gte(roles.updatedAt, since)),
    read
      .select({ slug: guideDrafts.slug })
      .from(guideRevisions)
      .innerJoin(guideDrafts, eq(guideDrafts.id, guideRevisions.guideId))
      .where(and(gte(guideRevisions.createdAt, since), eq(guideRevisions.kind, 'published'))),
    read
      .select({ slug: guideDrafts.slug })
      .from(auditLog)
      .innerJoin(guideDrafts, eq(guideDrafts.id, auditLog.subjectId))
      .where(and(inArray(auditLog.event, offAndOn), gte(auditLog.at, since))),
  ])
  const found = await Promise.all([
    naming('skill', ofSkills),
    naming('role', ofRoles),
    naming('guide', [...published, ...takenOff]),
    ...(['skill', 'role', 'author'] as const).map((kind) => namingNothing(kind, since)),
  ])
  return [...new Set(found.flat())]
}

/** The working copies that name any of these, by the address of today or by an earlier one. */
async function naming(kind: 'skill' | 'role' | 'guide', changed: readonly { slug: string }[]): Promise<string[]> {
  const slugs = changed.map(({ slug }) => slug)
  if (slugs.length === 0) return []
  const earlier = await read
    .select({ slug: redirects.slug })
    .from(redirects)
    .where(and(eq(redirects.kind, kind), inArray(redirects.target, slugs)))
  const names = [...slugs, ...earlier.map(({ slug }) => slug)]
  return await drafts(and(eq(guideReferences.kind, kind), inArray(guideReferences.target, names)))
}

/** The working copies that name what is not there, if something of that kind has gone or come by lately. */
async function namingNothing(kind: 'skill' | 'role' | 'author', since: Date): Promise<string[]> {
  const [happened] = await read
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(and(inArray(auditLog.event, vanishing[kind] ?? []), gte(auditLog.at, since)))
    .limit(1)
  if (!happened) return []
  const table = { skill: skills, role: roles, author: authors }[kind]
  return await drafts(
    and(
      eq(guideReferences.kind, kind),
      notExists(read.select({ slug: table.slug }).from(table).where(eq(table.slug, guideReferences.target))),
    ),
  )
}

async function drafts(where: SQL | undefined): Promise<string[]> {
  const rows = await read.selectDistinct({ id: guideReferences.guideId }).from(guideReferences).where(where)
  return rows.map(({ id }) => id)
}
