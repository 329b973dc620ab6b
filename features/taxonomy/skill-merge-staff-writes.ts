import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { skills } from '#db/schema/taxonomy.ts'
import { audit } from '#features/account/audit-writes.ts'
import { mergeSkills } from './skill-merge-writes.ts'
import { undoMerge } from './skill-unmerge-writes.ts'

/** Merges and writes down who did it, under the skill that stays. */
export async function mergeByStaff(tx: Tx, userId: string, fromId: string, intoId: string, now = new Date()) {
  const from = await nameOf(tx, fromId)
  await mergeSkills(tx, fromId, intoId, now)
  const entry = { event: 'skill.merged' as const, subject: 'skill' as const, subjectId: fromId, label: from }
  await audit(tx, userId, { ...entry, detail: { into: await nameOf(tx, intoId), intoId } }, now)
}

/** @returns the id of the skill that is back */
export async function undoByStaff(tx: Tx, userId: string, mergeId: string, now = new Date()): Promise<string> {
  const id = await undoMerge(tx, mergeId, now)
  const entry = { event: 'skill.unmerged' as const, subject: 'skill' as const, subjectId: id }
  await audit(tx, userId, { ...entry, label: await nameOf(tx, id) }, now)
  return id
}

async function nameOf(tx: Tx, id: string): Promise<string> {
  const [skill] = await tx.select({ name: skills.name }).from(skills).where(eq(skills.id, id))
  return skill?.name ?? ''
}
