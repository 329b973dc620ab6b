import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { blockUses, personNotices } from '#db/schema/reading.ts'
import { questions, skills } from '#db/schema/taxonomy.ts'
import { audit } from '#features/account/audit-writes.ts'
import { newId } from '#lib/ids.ts'
import { freeSlug } from '#lib/slug.ts'
import { addressFor, changeAddress, insistOnAddress, questionRedirects } from './address-writes.ts'
import { EditedMeanwhile } from './edited-meanwhile.ts'
import type { SkillForm } from './skill-form-schema.ts'
import { saveSkills, TaxonomyConflict } from './taxonomy-writes.ts'
import { addressesOf } from './use-queries.ts'

/**
 * Keeps what an editor made of a skill, new or not, under its old address or another one.
 * @returns its id, and whether readers see it
 */
export async function keepSkill(
  tx: Tx,
  userId: string,
  form: SkillForm,
  now = new Date(),
): Promise<{ id: string; unfinished: boolean }> {
  const before = form.id === undefined ? null : await skillToChange(tx, form.id, form.seen)
  if (before && !before.unfinished && !form.isWhole) {
    throw new TaxonomyConflict('Readers see this skill already, so it cannot be kept unfinished.')
  }
  const slug = form.slug ?? before?.slug ?? (await addressFor(tx, 'skill', form.skill.name))
  if (before) await changeAddress(tx, 'skill', before.slug, slug)
  else await insistOnAddress(tx, 'skill', slug, null)
  const unfinished = !form.isWhole
  const input = { ...form.skill, slug, questions: await withFreeKeys(tx, before?.id, slug, form.skill.questions) }
  const [id = ''] = await saveSkills(tx, [input], now, unfinished)
  if (before && form.tell && (before.name !== input.name || before.slug !== slug)) {
    await tellOfName(tx, before.name, slug, now)
  }
  const entry = { subject: 'skill' as const, subjectId: id, label: input.name }
  if (before && before.slug !== slug) {
    await audit(tx, userId, { ...entry, event: 'skill.renamed', detail: { from: before.slug, to: slug } }, now)
  }
  await audit(tx, userId, { ...entry, event: 'skill.saved', detail: { new: !before, unfinished } }, now)
  return { id, unfinished }
}

async function skillToChange(tx: Tx, id: string, seen: number) {
  const [skill] = await tx.select().from(skills).where(eq(skills.id, id))
  if (!skill) {
    throw new TaxonomyConflict('This skill was deleted, or became part of another, while you were writing.')
  }
  if (skill.updatedAt.getTime() !== seen) throw new EditedMeanwhile(skill.updatedAt)
  return skill
}

/** New questions must not take a key under which guides still name another one. */
async function withFreeKeys<Question extends { id: string }>(
  tx: Tx,
  skillId: string | undefined,
  slug: string,
  all: Question[],
): Promise<Question[]> {
  const moved = (await questionRedirects(tx)).flatMap((row) =>
    row.slug.startsWith(`${slug}/`) ? row.slug.slice(slug.length + 1) : [],
  )
  if (moved.length === 0) return all
  const own = await tx
    .select({ key: questions.key })
    .from(questions)
    .where(eq(questions.skillId, skillId ?? ''))
  const kept = new Set(own.map(({ key }) => key))
  const taken = new Set([...moved, ...all.map(({ id }) => id)])
  return all.map((question) => {
    if (kept.has(question.id) || !moved.includes(question.id)) return question
    const id = freeSlug(question.id, taken, 'question')
    taken.add(id)
    return { ...question, id }
  })
}

/** A notice for everybody who rated the skill in a guide: one for each guide, about what it was called. */
async function tellOfName(tx: Tx, heading: string, slug: string, now: Date): Promise<void> {
  const keys = (await addressesOf(tx, 'skill', slug)).map((each) => `skill-${each}`)
  const uses = await tx
    .select({ guideId: blockUses.guideId, personId: blockUses.personId, key: blockUses.blockKey })
    .from(blockUses)
    .where(and(inArray(blockUses.blockKey, keys), isNotNull(blockUses.personId)))
    .orderBy(asc(blockUses.id))
  // The guide may have named it by one address and then by another: the last one is where it stands.
  const last = new Map(uses.map((use) => [`${use.guideId} ${use.personId}`, use]))
  for (const { guideId, personId, key } of last.values()) {
    if (personId === null) continue
    await tx
      .insert(personNotices)
      .values({ id: newId(), personId, guideId, kind: 'renamed', heading, replacement: key, createdAt: now })
  }
}
