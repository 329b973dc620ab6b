import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { assessmentDrafts, assessments, draftAnswers, ratings } from '#db/schema/index.ts'
import { fitOf } from '#features/profile/scoring.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { newId } from '#lib/ids.ts'
import { type Answer, takeSnapshot } from './assessment.ts'

/** Keeps one answer of an assessment that is being taken, starting it if this is the first. */
export async function keepAnswer(
  tx: Tx,
  {
    personId,
    roleId,
    skillId,
    answer,
    at,
  }: { personId: string; roleId: string; skillId: string; answer: Answer; at: Date },
): Promise<void> {
  const [draft] = await tx
    .insert(assessmentDrafts)
    .values({ id: newId(), personId, roleId, updatedAt: at })
    .onConflictDoUpdate({ target: [assessmentDrafts.personId, assessmentDrafts.roleId], set: { updatedAt: at } })
    .returning({ id: assessmentDrafts.id })
  if (!draft) throw new Error('The draft was neither made nor found')
  await tx
    .insert(draftAnswers)
    .values({ draftId: draft.id, skillId, level: answer, answeredAt: at })
    .onConflictDoUpdate({
      target: [draftAnswers.draftId, draftAnswers.skillId],
      set: { level: answer, answeredAt: at },
    })
}

/**
 * Ends an assessment: the snapshot is kept, each level answered becomes a rating, the draft is gone. All or nothing.
 * @returns the id of the assessment; null if the draft does not answer every skill of the role.
 */
export async function finishAssessment(
  tx: Tx,
  { personId, role, at }: { personId: string; role: RoleView; at: Date },
): Promise<string | null> {
  const rows = await tx
    .select({ draftId: draftAnswers.draftId, skillId: draftAnswers.skillId, level: draftAnswers.level })
    .from(assessmentDrafts)
    .innerJoin(draftAnswers, eq(draftAnswers.draftId, assessmentDrafts.id))
    .where(and(eq(assessmentDrafts.personId, personId), eq(assessmentDrafts.roleId, role.id)))
  const given = new Map(rows.map((row) => [row.skillId, row.level]))
  const [first] = rows
  if (!first || role.skills.some((skill) => !given.has(skill.id))) return null
  const snapshot = takeSnapshot(role, new Map(role.skills.map((skill) => [skill.slug, given.get(skill.id) ?? null])))
  const levels = new Map(snapshot.skills.map((skill) => [skill.slug, skill.answer]))
  const id = newId()
  await tx.insert(assessments).values({
    id,
    personId,
    roleId: role.id,
    snapshot,
    fit: fitOf(snapshot.skills, (slug) => levels.get(slug)).percent,
    createdAt: at,
  })
  const rated = role.skills.flatMap((skill) => {
    const level = given.get(skill.id)
    return level === null || level === undefined
      ? []
      : [{ personId, skillId: skill.id, level, source: 'assessment' as const, createdAt: at }]
  })
  if (rated.length > 0) await tx.insert(ratings).values(rated)
  await tx.delete(assessmentDrafts).where(eq(assessmentDrafts.id, first.draftId))
  return id
}

/** Throws an unfinished assessment away. */
export async function dropDraft(tx: Tx, personId: string, roleId: string): Promise<void> {
  await tx
    .delete(assessmentDrafts)
    .where(and(eq(assessmentDrafts.personId, personId), eq(assessmentDrafts.roleId, roleId)))
}
