import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { skills } from '#db/schema/taxonomy.ts'
import { audit } from '#features/account/audit-writes.ts'
import { dropAddresses } from './redirect-writes.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'
import { skillUses, usesInWords } from './use-queries.ts'

/** Takes away a skill that nothing uses: whatever hangs on one follows a merge, and is lost by a deletion. */
export async function deleteSkill(tx: Tx, userId: string, id: string, now = new Date()): Promise<void> {
  const [skill] = await tx.select().from(skills).where(eq(skills.id, id))
  if (!skill) return
  const uses = usesInWords(await skillUses(tx, skill))
  if (uses) {
    throw new TaxonomyConflict(
      `This skill cannot be deleted: ${uses}. Merge it into another one, and all of that follows.`,
    )
  }
  await tx.delete(skills).where(eq(skills.id, id))
  await dropAddresses(tx, 'skill', skill.slug)
  await audit(tx, userId, { event: 'skill.deleted', subject: 'skill', subjectId: id, label: skill.name }, now)
}
