import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { roles } from '#db/schema/taxonomy.ts'
import { audit } from '#features/account/audit-writes.ts'
import { addressFor, changeAddress, insistOnAddress } from './address-writes.ts'
import { EditedMeanwhile } from './edited-meanwhile.ts'
import { dropAddresses } from './redirect-writes.ts'
import type { RoleForm } from './role-form-schema.ts'
import { saveRole, TaxonomyConflict } from './taxonomy-writes.ts'
import { roleUses, usesInWords } from './use-queries.ts'

/** Keeps what an editor made of a role, new or not, under its old address or another one. @returns its id */
export async function keepRole(tx: Tx, userId: string, form: RoleForm, now = new Date()): Promise<string> {
  const { id: known, slug: given, seen, ...role } = form
  const before = known === undefined ? null : await roleToChange(tx, known, seen)
  const slug = given ?? before?.slug ?? (await addressFor(tx, 'role', role.name))
  if (before) await changeAddress(tx, 'role', before.slug, slug)
  else await insistOnAddress(tx, 'role', slug, null)
  const id = await saveRole(tx, { ...role, slug }, now)
  const entry = { subject: 'role' as const, subjectId: id, label: role.name }
  if (before && before.slug !== slug) {
    await audit(tx, userId, { ...entry, event: 'role.renamed', detail: { from: before.slug, to: slug } }, now)
  }
  await audit(tx, userId, { ...entry, event: 'role.saved', detail: { new: !before } }, now)
  return id
}

async function roleToChange(tx: Tx, id: string, seen: number) {
  const [role] = await tx.select().from(roles).where(eq(roles.id, id))
  if (!role) throw new TaxonomyConflict('This role was deleted while you were writing.')
  if (role.updatedAt.getTime() !== seen) throw new EditedMeanwhile(role.updatedAt)
  return role
}

/** Takes away a role that nothing uses. */
export async function deleteRole(tx: Tx, userId: string, id: string, now = new Date()): Promise<void> {
  const [role] = await tx.select().from(roles).where(eq(roles.id, id))
  if (!role) return
  const uses = usesInWords(await roleUses(tx, role))
  if (uses) throw new TaxonomyConflict(`This role cannot be deleted: ${uses}.`)
  await tx.delete(roles).where(eq(roles.id, id))
  await dropAddresses(tx, 'role', role.slug)
  await audit(tx, userId, { event: 'role.deleted', subject: 'role', subjectId: id, label: role.name }, now)
}
