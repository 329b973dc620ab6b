import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.ts'
import { guideReferences } from '#db/schema/draft.ts'
import { authors, guides } from '#db/schema/guide.ts'
import { audit } from '#features/account/audit-writes.ts'
import { addressFor, changeAddress, insistOnAddress } from '#features/taxonomy/address-writes.ts'
import { dropAddresses } from '#features/taxonomy/redirect-writes.ts'
import { TaxonomyConflict } from '#features/taxonomy/taxonomy-writes.ts'
import { addressesOf, guidesNamed, type UsingGuide } from '#features/taxonomy/use-queries.ts'
import { listed } from '#lib/format.ts'
import { quoted } from '#lib/quotation.ts'
import { saveAuthor } from './guide-writes.ts'

export interface AuthorForm {
  id?: string | undefined
  slug?: string | undefined
  name: string
  title: string
  bio: string
}

/** Keeps what an editor made of an author, new or not, under the old address or another one. @returns the id */
export async function keepAuthor(tx: Tx, userId: string, form: AuthorForm, now = new Date()): Promise<string> {
  const { id: known, slug: given, ...author } = form
  const before = known === undefined ? null : await authorToChange(tx, known)
  const slug = given ?? before?.slug ?? (await addressFor(tx, 'author', author.name))
  if (before) await changeAddress(tx, 'author', before.slug, slug)
  else await insistOnAddress(tx, 'author', slug, null)
  const id = await saveAuthor(tx, { ...author, slug })
  const entry = { subject: 'author' as const, subjectId: id }
  if (before && before.slug !== slug) {
    await audit(tx, userId, { ...entry, event: 'author.renamed', detail: { from: before.slug, to: slug } }, now)
  }
  await audit(tx, userId, { ...entry, event: 'author.saved', label: slug, detail: { new: !before } }, now)
  return id
}

async function authorToChange(tx: Tx, id: string) {
  const [author] = await tx.select().from(authors).where(eq(authors.id, id))
  if (!author) throw new TaxonomyConflict('This author was deleted while you were writing.')
  return author
}

/** The guides under which an author's name stands, published or not. */
export async function guidesOfAuthor(db: Reader, author: { id: string; slug: string }): Promise<UsingGuide[]> {
  const addresses = await addressesOf(db, 'author', author.slug)
  const [named, shown] = await Promise.all([
    db
      .selectDistinct({ id: guideReferences.guideId })
      .from(guideReferences)
      .where(and(eq(guideReferences.kind, 'author'), inArray(guideReferences.target, addresses))),
    db.select({ id: guides.id }).from(guides).where(eq(guides.authorId, author.id)).orderBy(asc(guides.title)),
  ])
  return await guidesNamed(db, [...named, ...shown])
}

/** Takes away an author of nothing. */
export async function deleteAuthor(tx: Tx, userId: string, id: string, now = new Date()): Promise<void> {
  const [author] = await tx.select().from(authors).where(eq(authors.id, id))
  if (!author) return
  const written = await guidesOfAuthor(tx, author)
  if (written.length > 0) {
    const which = written.length > 3 ? `${written.length} guides` : listed(written.map(({ title }) => quoted(title)))
    throw new TaxonomyConflict(`${author.name} wrote ${which}. Give those another author first.`)
  }
  await tx.delete(authors).where(eq(authors.id, id))
  await dropAddresses(tx, 'author', author.slug)
  await audit(tx, userId, { event: 'author.deleted', subject: 'author', subjectId: id, label: author.slug }, now)
}
