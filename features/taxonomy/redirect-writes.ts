import { and, eq, like } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { type RedirectKind, redirects } from '#db/schema/site.ts'

/**
 * Lets an old address, and every one that led to it, lead to a new one, which itself leads nowhere else any more.
 * Chains never arise: each redirect names the present address.
 */
export async function addRedirect(tx: Tx, kind: RedirectKind, from: string, to: string): Promise<void> {
  if (from === to) return
  await freeAddress(tx, kind, to)
  await tx
    .update(redirects)
    .set({ target: to })
    .where(and(eq(redirects.kind, kind), eq(redirects.target, from)))
  await tx
    .insert(redirects)
    .values({ kind, slug: from, target: to })
    .onConflictDoUpdate({ target: [redirects.kind, redirects.slug], set: { target: to } })
}

/** The address is in use (again), so it leads nowhere else. */
export async function freeAddress(tx: Tx, kind: RedirectKind, slug: string): Promise<void> {
  await tx.delete(redirects).where(and(eq(redirects.kind, kind), eq(redirects.slug, slug)))
}

/** What was at the address is gone, so nothing leads there any more, nor to a part of it. */
export async function dropAddresses(tx: Tx, kind: RedirectKind, slug: string): Promise<void> {
  await tx.delete(redirects).where(and(eq(redirects.kind, kind), eq(redirects.target, slug)))
  if (kind === 'skill') {
    await tx.delete(redirects).where(and(eq(redirects.kind, 'question'), like(redirects.target, `${slug}/%`)))
  }
}
