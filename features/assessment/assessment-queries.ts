import 'server-only'
import { and, asc, desc, eq } from 'drizzle-orm'
import { cache } from 'react'
import { read } from '#db/client.ts'
import { assessmentDrafts, assessments, draftAnswers, roles, skills } from '#db/schema/index.ts'
import { can } from '#features/account/permissions.ts'
import { currentActor } from '#features/profile/person-queries.ts'
import type { Answer } from './assessment.ts'

/** The answers given so far in an unfinished assessment, by the skill's slug; null if there is none. */
export const draftOf = cache(async (personId: string, roleId: string) => {
  const rows = await read
    .select({ slug: skills.slug, level: draftAnswers.level, updatedAt: assessmentDrafts.updatedAt })
    .from(assessmentDrafts)
    .innerJoin(draftAnswers, eq(draftAnswers.draftId, assessmentDrafts.id))
    .innerJoin(skills, eq(skills.id, draftAnswers.skillId))
    .where(and(eq(assessmentDrafts.personId, personId), eq(assessmentDrafts.roleId, roleId)))
  const [first] = rows
  if (!first) return null
  return { updatedAt: first.updatedAt, answers: new Map<string, Answer>(rows.map((row) => [row.slug, row.level])) }
})

/** The assessments that a person began and did not finish, newest first. */
export async function openDrafts(personId: string) {
  return await read
    .select({ slug: roles.slug, name: roles.name, updatedAt: assessmentDrafts.updatedAt })
    .from(assessmentDrafts)
    .innerJoin(roles, eq(roles.id, assessmentDrafts.roleId))
    .where(eq(assessmentDrafts.personId, personId))
    .orderBy(desc(assessmentDrafts.updatedAt))
}

/** @returns the assessment if whoever asks may read it; null if not, or if there is none, which look the same. */
export const readAssessment = cache(async (id: string) => {
  const [row] = await read.select().from(assessments).where(eq(assessments.id, id))
  return row && can(await currentActor(), 'assessment.read', { personId: row.personId }) ? row : null
})

export type Assessment = NonNullable<Awaited<ReturnType<typeof readAssessment>>>

/** How many assessments lists and trends show. */
const assessmentsShown = 200

/** A person's latest assessments, newest first, of one role if asked. */
export async function assessmentsOf(personId: string, roleId?: string) {
  return await read
    .select({
      id: assessments.id,
      fit: assessments.fit,
      createdAt: assessments.createdAt,
      roleId: assessments.roleId,
      roleSlug: roles.slug,
      roleName: roles.name,
    })
    .from(assessments)
    .innerJoin(roles, eq(roles.id, assessments.roleId))
    .where(and(eq(assessments.personId, personId), roleId ? eq(assessments.roleId, roleId) : undefined))
    .orderBy(desc(assessments.createdAt), asc(assessments.id))
    .limit(assessmentsShown)
}
