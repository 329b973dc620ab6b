import { isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { contentOrigins, originKinds, type RedirectKind, site } from '#db/schema/site.ts'
import { audit } from '#features/account/audit-writes.ts'
import { addRedirect } from '#features/taxonomy/redirect-writes.ts'
import { bringInGuides } from './import-guide-writes.ts'
import { type Import, type ImportChoices, importOf } from './import-job-writes.ts'
import { bringInPictures } from './import-picture-writes.ts'
import { planImport } from './import-plan.ts'
import { ImportRefusal } from './import-refusal.ts'
import { bringInTaxonomy } from './import-taxonomy-writes.ts'
import { type ImportPlan, isWritten, type PlannedThing } from './import-types.ts'
import type { Incoming } from './incoming.ts'
import { presentContent } from './present-queries.ts'

/**
 * Brings content in, all of it or nothing. What the site has and the folder has not stays; what an editor changed stays
 * unless it was chosen.
 * @returns the plan that was carried out, made anew from the site as it is now
 * @throws ImportRefusal if the files have problems or the site is not the one that the person looked at
 */
export async function applyImport(
  tx: Tx,
  incoming: Incoming,
  { take, digest, byId, from, placed = new Map() }: ImportChoices,
  now = new Date(),
): Promise<ImportPlan> {
  const restoring = await wasEmpty(tx, now)
  const present = await presentContent(tx)
  const plan = planImport(incoming, present, take)
  if (digest !== null && digest !== plan.digest) {
    throw new ImportRefusal('Something on the site was changed since you looked at this. Look at it once more.')
  }
  if (plan.problems.length > 0) throw new ImportRefusal('The files have problems: put them right first.')
  const job = importOf({ tx, incoming, present, plan, placed, byId, now })
  await bringInTaxonomy(job)
  await bringInPictures(job)
  // A guide may name a skill by an older address; its own older addresses lead to where it is then.
  await bringInRedirects(job, (kind) => kind !== 'guide')
  await bringInGuides(job)
  await bringInRedirects(job, (kind) => kind === 'guide')
  // A site that was wiped knows again what its editors had changed since it was brought in.
  if (restoring && incoming.files.origins.length > 0) await tx.insert(contentOrigins).values(incoming.files.origins)
  else await keepOrigins(job)
  await writeDown(job, from)
  return plan
}

/** Whether nothing was ever loaded. From now on something is, so the next start loads nothing by itself. */
async function wasEmpty(tx: Tx, now: Date): Promise<boolean> {
  const marked = await tx
    .update(site)
    .set({ contentLoadedAt: now })
    .where(isNull(site.contentLoadedAt))
    .returning({ id: site.id })
  return marked.length > 0
}

async function bringInRedirects(
  { tx, incoming, plan, address }: Import,
  wants: (kind: RedirectKind) => boolean,
): Promise<void> {
  const wanted = new Set(
    plan.things.flatMap(({ kind, slug, status }) => (kind === 'redirect' && status === 'new' ? slug : [])),
  )
  for (const { kind, slug, target } of incoming.files.redirects) {
    if (!wants(kind) || !wanted.has(`${kind}/${slug}`)) continue
    await addRedirect(tx, kind, slug, kind === 'question' ? target : address(kind, target))
  }
}

/** Remembers what each file said, also where the site kept its own: the next plan tells what is new since. */
async function keepOrigins({ tx, plan }: Import): Promise<void> {
  for (const { kind, slug, hash, status } of plan.things) {
    const known = originKinds.find((each) => each === kind)
    if (!known || status === 'stopped') continue
    await tx
      .insert(contentOrigins)
      .values({ kind: known, slug, hash })
      .onConflictDoUpdate({ target: [contentOrigins.kind, contentOrigins.slug], set: { hash } })
  }
}

const events = { skill: 'skill.saved', role: 'role.saved', author: 'author.saved', category: 'category.saved' } as const

/** The log: what was brought in as a whole, and each thing that it changed. A first start is nobody's doing. */
async function writeDown({ tx, plan, byId, address, now }: Import, from: ImportChoices['from']): Promise<void> {
  if (byId === null && from === 'starting content') return
  const count = (status: PlannedThing['status']) => plan.things.filter((thing) => thing.status === status).length
  const taken = plan.things.filter((thing) => thing.taken).length
  const detail = { from, new: count('new'), changed: count('changes'), taken, kept: count('kept') - taken }
  await audit(tx, byId, { event: 'site.content-imported', subject: 'site', subjectId: 'site', detail }, now)
  for (const thing of plan.things) {
    const { kind, slug, label } = thing
    if (!isWritten(thing) || !(kind in events)) continue
    const of = kind as keyof typeof events
    const entry = { event: events[of], subject: of, subjectId: address(of, slug), label, detail: { imported: true } }
    await audit(tx, byId, entry, now)
  }
}
