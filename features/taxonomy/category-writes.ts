import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { categories, roles } from '#db/schema/taxonomy.ts'
import { audit } from '#features/account/audit-writes.ts'
import { newId } from '#lib/ids.ts'
import { addressFor, changeAddress, insistOnAddress } from './address-writes.ts'
import { dropAddresses } from './redirect-writes.ts'
import type { CategoryInput } from './taxonomy-schema.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'

/** Saves a field of work under its slug, new or not; a new one stands last. @returns its id */
export async function saveCategory(tx: Tx, { slug, name, summary }: CategoryInput): Promise<string> {
  const position = await tx.$count(categories)
  const [row] = await tx
    .insert(categories)
    .values({ id: newId(), slug, name, summary, position })
    .onConflictDoUpdate({ target: categories.slug, set: { name, summary } })
    .returning({ id: categories.id })
  if (!row) throw new Error(`The field of work ${slug} was not saved`)
  return row.id
}

export interface CategoryForm {
  id?: string | undefined
  slug?: string | undefined
  name: string
  summary: string
}

/** Keeps what an editor made of a field of work, new or not. @returns its id */
export async function keepCategory(tx: Tx, userId: string, form: CategoryForm, now = new Date()): Promise<string> {
  const before = form.id === undefined ? null : await categoryOf(tx, form.id)
  const slug = form.slug ?? before?.slug ?? (await addressFor(tx, 'category', form.name))
  if (before) await changeAddress(tx, 'category', before.slug, slug)
  else await insistOnAddress(tx, 'category', slug, null)
  const id = await saveCategory(tx, { slug, name: form.name, summary: form.summary })
  const entry = { event: 'category.saved' as const, subject: 'category' as const, subjectId: id, label: form.name }
  await audit(tx, userId, { ...entry, detail: { new: !before } }, now)
  return id
}

async function categoryOf(tx: Tx, id: string) {
  const [category] = await tx.select().from(categories).where(eq(categories.id, id))
  if (!category) throw new TaxonomyConflict('This field of work was deleted while you were writing.')
  return category
}

/** Puts a field of work one place up or down among the others. */
export async function moveCategory(tx: Tx, userId: string, id: string, by: 1 | -1, now = new Date()): Promise<void> {
  const all = await tx.select().from(categories).orderBy(asc(categories.position), asc(categories.name))
  const from = all.findIndex((category) => category.id === id)
  const [one, other] = [all[from], all[from + by]]
  if (!one || !other) return
  const order = all.with(from, other).with(from + by, one)
  for (const [position, category] of order.entries()) {
    if (category.position !== position) {
      await tx.update(categories).set({ position }).where(eq(categories.id, category.id))
    }
  }
  const entry = { event: 'category.saved' as const, subject: 'category' as const, subjectId: id, label: one.name }
  await audit(tx, userId, { ...entry, detail: { position: from + by + 1 } }, now)
}

/** Takes away a field of work in which no role is. */
export async function deleteCategory(tx: Tx, userId: string, id: string, now = new Date()): Promise<void> {
  const [category] = await tx.select().from(categories).where(eq(categories.id, id))
  if (!category) return
  const inside = await tx.$count(roles, eq(roles.categoryId, id))
  if (inside > 0) {
    throw new TaxonomyConflict(
      `“${category.name}” still holds ${inside === 1 ? 'a role' : `${inside} roles`}. Move ${inside === 1 ? 'it' : 'them'} to another field of work first.`,
    )
  }
  await tx.delete(categories).where(eq(categories.id, id))
  await dropAddresses(tx, 'category', category.slug)
  const entry = { event: 'category.deleted' as const, subject: 'category' as const, subjectId: id }
  await audit(tx, userId, { ...entry, label: category.name }, now)
}
