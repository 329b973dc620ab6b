import { and, asc, desc, eq, inArray, isNull, like, or } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { assessmentDrafts, assessments, draftAnswers } from '#db/schema/assessment.ts'
import { guideReferences } from '#db/schema/draft.ts'
import { guideBlockSkills, guideBlocks, guideDrafts, guideRoles, guides } from '#db/schema/guide.ts'
import { ratings } from '#db/schema/profile.ts'
import { type RedirectKind, redirects } from '#db/schema/site.ts'
import { questions, roleSkills, roles, skillMerges } from '#db/schema/taxonomy.ts'
import { listed } from '#lib/format.ts'
import { quoted } from '#lib/quotation.ts'

// Not server-only: a deletion asks inside its transaction.

/** A guide whose working copy, or whose published text, names something. */
export interface UsingGuide {
  id: string
  title: string
  /** Whether readers see it. */
  isPublic: boolean
}

/** What hangs on a skill or a role. People are never counted here: only whether there are any. */
export interface Uses {
  roles: { id: string; name: string }[]
  guides: UsingGuide[]
  isRated: boolean
  isAssessed: boolean
}

/** All the addresses under which something may be named. */
export async function addressesOf(db: Reader, kind: RedirectKind, slug: string): Promise<string[]> {
  const before = await db
    .select({ slug: redirects.slug })
    .from(redirects)
    .where(and(eq(redirects.kind, kind), eq(redirects.target, slug)))
  return [slug, ...before.map((row) => row.slug)]
}

export async function skillUses(db: Reader, skill: { id: string; slug: string }): Promise<Uses> {
  const addresses = await addressesOf(db, 'skill', skill.slug)
  const [asking, named, shown, about, asked, rated, answered, assessed] = await Promise.all([
    db
      .select({ id: roles.id, name: roles.name })
      .from(roleSkills)
      .innerJoin(roles, eq(roles.id, roleSkills.roleId))
      .where(eq(roleSkills.skillId, skill.id))
      .orderBy(asc(roles.name)),
    db
      .selectDistinct({ id: guideReferences.guideId })
      .from(guideReferences)
      .where(
        or(
          and(eq(guideReferences.kind, 'skill'), inArray(guideReferences.target, addresses)),
          and(
            eq(guideReferences.kind, 'question'),
            or(...addresses.map((address) => like(guideReferences.target, `${address}/%`))),
          ),
        ),
      ),
    db
      .selectDistinct({ id: guideBlockSkills.guideId })
      .from(guideBlockSkills)
      .where(eq(guideBlockSkills.skillId, skill.id)),
    db.select({ id: guides.id }).from(guides).where(eq(guides.skillId, skill.id)),
    db
      .selectDistinct({ id: guideBlocks.guideId })
      .from(guideBlocks)
      .innerJoin(questions, eq(questions.id, guideBlocks.questionId))
      .where(eq(questions.skillId, skill.id)),
    db.select({ id: ratings.id }).from(ratings).where(eq(ratings.skillId, skill.id)).limit(1),
    db.select({ id: draftAnswers.draftId }).from(draftAnswers).where(eq(draftAnswers.skillId, skill.id)).limit(1),
    // A finished assessment keeps the skill's name and texts of that day, under the address of that day.
    db
      .select({ id: assessments.id })
      .from(assessments)
      .where(or(...addresses.map((address) => like(assessments.snapshot, `%"slug":"${address}"%`))))
      .limit(1),
  ])
  return {
    roles: asking,
    guides: await guidesNamed(db, [...named, ...shown, ...about, ...asked]),
    isRated: rated.length > 0,
    isAssessed: answered.length + assessed.length > 0,
  }
}

export async function roleUses(db: Reader, role: { id: string; slug: string }): Promise<Uses> {
  const addresses = await addressesOf(db, 'role', role.slug)
  const [named, shown, begun, finished] = await Promise.all([
    db
      .selectDistinct({ id: guideReferences.guideId })
      .from(guideReferences)
      .where(and(eq(guideReferences.kind, 'role'), inArray(guideReferences.target, addresses))),
    db.select({ id: guideRoles.guideId }).from(guideRoles).where(eq(guideRoles.roleId, role.id)),
    db.select({ id: assessmentDrafts.id }).from(assessmentDrafts).where(eq(assessmentDrafts.roleId, role.id)).limit(1),
    db.select({ id: assessments.id }).from(assessments).where(eq(assessments.roleId, role.id)).limit(1),
  ])
  return {
    roles: [],
    guides: await guidesNamed(db, [...named, ...shown]),
    isRated: false,
    isAssessed: begun.length + finished.length > 0,
  }
}

/** Guides by id, whether readers see them or not, by title. */
export async function guidesNamed(db: Reader, named: readonly { id: string }[]): Promise<UsingGuide[]> {
  const ids = [...new Set(named.map(({ id }) => id))]
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: guideDrafts.id, title: guideDrafts.title, publicId: guides.id })
    .from(guideDrafts)
    .leftJoin(guides, eq(guides.id, guideDrafts.id))
    .where(inArray(guideDrafts.id, ids))
    .orderBy(asc(guideDrafts.title))
  return rows.map(({ id, title, publicId }) => ({ id, title, isPublic: publicId !== null }))
}

/** "the role Cook asks for it and people have rated it"; null for something that nothing uses. */
export function usesInWords({ roles: asking, guides: named, isRated, isAssessed }: Uses): string | null {
  const parts = [
    asking.length > 0 &&
      `${some(
        'role',
        asking.map(({ name }) => name),
      )} ${asking.length === 1 ? 'asks' : 'ask'} for it`,
    named.length > 0 &&
      `${some(
        'guide',
        named.map(({ title }) => title),
      )} ${named.length === 1 ? 'names' : 'name'} it`,
    isRated && 'people have rated it',
    isAssessed && 'people have it in an assessment',
  ].filter((part) => part !== false)
  return parts.length > 0 ? listed(parts) : null
}

/** How many are called by their names. */
const namesSaid = 3

function some(noun: string, names: readonly string[]): string {
  if (names.length > namesSaid) return `${names.length} ${noun}s`
  return `the ${names.length === 1 ? noun : `${noun}s`} ${listed(names.map(quoted))}`
}

/** The merges into a skill that were not undone, newest first. */
export async function openMerges(db: Reader, intoId: string) {
  return await db
    .select({ id: skillMerges.id, fromName: skillMerges.fromName, at: skillMerges.at })
    .from(skillMerges)
    .where(and(eq(skillMerges.intoId, intoId), isNull(skillMerges.undoneAt)))
    .orderBy(desc(skillMerges.at))
}
