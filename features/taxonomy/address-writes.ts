import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { authors } from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { categories, roles, skills } from '#db/schema/taxonomy.ts'
import { quoted } from '#lib/quotation.ts'
import { freeSlug } from '#lib/slug.ts'
import { addRedirect, freeAddress } from './redirect-writes.ts'
import { reservedAddress, reservedFor } from './reserved-addresses.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'

const tables = { skill: skills, role: roles, author: authors, category: categories }
const nouns = { skill: 'skill', role: 'role', author: 'author', category: 'field of work' }

/** What has an address of its own and is not a guide. */
export type Addressed = keyof typeof tables

/**
 * Refuses an address that something else of its kind has, or had: guides that name it by then would come to mean another.
 * @param own the slug of the thing itself, to whose earlier addresses it may go back; null for a new one
 */
export async function insistOnAddress(tx: Tx, kind: Addressed, slug: string, own: string | null): Promise<void> {
  if (slug === own) return
  const reserved = reservedAddress(kind, slug)
  if (reserved) throw new TaxonomyConflict(reserved, 'slug')
  const table = tables[kind]
  const [there] = await tx.select({ name: table.name }).from(table).where(eq(table.slug, slug))
  if (there) {
    throw new TaxonomyConflict(`The ${nouns[kind]} ${quoted(there.name)} has this address. Choose another.`, 'slug')
  }
  const [moved] = await tx
    .select({ target: redirects.target })
    .from(redirects)
    .where(and(eq(redirects.kind, kind), eq(redirects.slug, slug)))
  if (!moved || moved.target === own) return
  const [now] = await tx.select({ name: table.name }).from(table).where(eq(table.slug, moved.target))
  throw new TaxonomyConflict(
    `This was the address of the ${nouns[kind]} ${quoted(now?.name ?? moved.target)}, and guides may still name it so. Choose another.`,
    'slug',
  )
}

/** An address for something new that nothing has, or ever had. */
export async function addressFor(tx: Tx, kind: Addressed, name: string): Promise<string> {
  const table = tables[kind]
  const [there, before] = await Promise.all([
    tx.select({ slug: table.slug }).from(table),
    tx.select({ slug: redirects.slug }).from(redirects).where(eq(redirects.kind, kind)),
  ])
  const taken = [...there, ...before].map(({ slug }) => slug)
  return freeSlug(name, new Set([...taken, ...reservedFor(kind)]), kind)
}

/**
 * Gives something another address; the old one leads there. What names it by the old one goes on meaning it.
 * @returns whether it changed
 */
export async function changeAddress(tx: Tx, kind: Addressed, from: string, to: string): Promise<boolean> {
  if (from === to) return false
  await insistOnAddress(tx, kind, to, from)
  await tx.update(tables[kind]).set({ slug: to }).where(eq(tables[kind].slug, from))
  await addRedirect(tx, kind, from, to)
  if (kind === 'skill') await moveQuestionTargets(tx, from, to)
  return true
}

/** A question that moved by itself is named with its skill's address, which has changed. */
async function moveQuestionTargets(tx: Tx, from: string, to: string): Promise<void> {
  for (const { slug, target } of await questionRedirects(tx)) {
    const [skill, key] = target.split('/')
    if (skill !== from) continue
    const now = `${to}/${key}`
    // A redirect to itself would say nothing: the question is back where it was.
    if (slug === now) await freeAddress(tx, 'question', slug)
    else await pointQuestion(tx, slug, now)
  }
}

export async function questionRedirects(tx: Tx): Promise<{ slug: string; target: string }[]> {
  return await tx
    .select({ slug: redirects.slug, target: redirects.target })
    .from(redirects)
    .where(eq(redirects.kind, 'question'))
}

async function pointQuestion(tx: Tx, slug: string, target: string): Promise<void> {
  await tx
    .update(redirects)
    .set({ target })
    .where(and(eq(redirects.kind, 'question'), eq(redirects.slug, slug)))
}
