import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { assessmentDrafts, draftAnswers } from '#db/schema/assessment.ts'
import { guideBlockSkills, guideBlocks, guideDrafts, guides } from '#db/schema/guide.ts'
import { ratings } from '#db/schema/profile.ts'
import { redirects } from '#db/schema/site.ts'
import {
  practiceSteps,
  questions,
  relatedSkills,
  roleSkills,
  roles,
  skillAliases,
  skillMerges,
  skillStatements,
  skills,
} from '#db/schema/taxonomy.ts'
import { quoted } from '#lib/quotation.ts'
import { addRedirect, freeAddress } from './redirect-writes.ts'
import { asksTogether, laterAnswer, type MergeRecord } from './skill-merge.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'

/** How many values one statement has room for, with some to spare. */
const batch = 1000

/**
 * Takes a merge back: the skill stands by itself again, with all that it had. What happened since stays where it
 * happened: ratings and answers given meanwhile belong to the other skill, a role that was changed stays as it is.
 * @returns the id of the skill that is back
 * @throws TaxonomyConflict where that makes no sense any more
 */
export async function undoMerge(tx: Tx, mergeId: string, now = new Date()): Promise<string> {
  const [merge] = await tx.select().from(skillMerges).where(eq(skillMerges.id, mergeId))
  if (!merge) {
    throw new TaxonomyConflict('The skill that it became part of is gone, so this merge cannot be undone any more.')
  }
  if (merge.undoneAt) throw new TaxonomyConflict('This merge was undone already.')
  const record = revived(merge.undo as MergeRecord)
  const [into] = await tx.select().from(skills).where(eq(skills.id, merge.intoId))
  if (!into) throw new TaxonomyConflict('The skill that it became part of is gone.')
  await insistOnRoom(tx, record)
  await tx.insert(skills).values({ ...record.skill, updatedAt: now })
  for (let from = 0; from < record.ratings.length; from += batch) {
    const some = record.ratings.slice(from, from + batch)
    await tx
      .update(ratings)
      .set({ skillId: record.skill.id })
      .where(and(inArray(ratings.id, some), eq(ratings.skillId, into.id)))
  }
  await bringBackTexts(tx, record, into.id)
  await bringBackRoles(tx, record, into.id, now)
  await bringBackAnswers(tx, record, into.id)
  await bringBackGuides(tx, record, into.id)
  await bringBackRelated(tx, record, into.id)
  await bringBackAddresses(tx, record, into.slug)
  if (record.merges.length > 0) await tx.insert(skillMerges).values(record.merges).onConflictDoNothing()
  await tx.update(skills).set({ updatedAt: now }).where(eq(skills.id, into.id))
  await tx.update(skillMerges).set({ undoneAt: now }).where(eq(skillMerges.id, mergeId))
  return record.skill.id
}

/** JSON has no dates. */
function revived(record: MergeRecord): MergeRecord {
  const answer = <Row extends { answeredAt: Date }>(row: Row): Row => ({ ...row, answeredAt: new Date(row.answeredAt) })
  return {
    ...record,
    skill: { ...record.skill, updatedAt: new Date(record.skill.updatedAt) },
    answers: record.answers.map(answer),
    merges: record.merges.map((row) => ({
      ...row,
      at: new Date(row.at),
      undoneAt: row.undoneAt && new Date(row.undoneAt),
    })),
    other: { ...record.other, answers: record.other.answers.map(answer) },
  }
}

async function insistOnRoom(tx: Tx, { skill }: MergeRecord): Promise<void> {
  const [taken] = await tx.select({ name: skills.name }).from(skills).where(eq(skills.slug, skill.slug))
  if (taken) {
    throw new TaxonomyConflict(
      `The skill ${quoted(taken.name)} has the address ${skill.slug} now. Give it another one first.`,
    )
  }
}

async function bringBackTexts(tx: Tx, record: MergeRecord, intoId: string): Promise<void> {
  const { skill } = record
  if (record.statements.length > 0) await tx.insert(skillStatements).values(record.statements)
  await tx
    .delete(skillAliases)
    .where(and(eq(skillAliases.skillId, intoId), inArray(skillAliases.key, record.added.aliases)))
  // An alias that an editor gave to a third skill meanwhile stays there.
  if (record.aliases.length > 0) await tx.insert(skillAliases).values(record.aliases).onConflictDoNothing()
  for (const step of record.steps) {
    await tx
      .insert(practiceSteps)
      .values(step)
      .onConflictDoUpdate({
        target: practiceSteps.id,
        set: { skillId: skill.id, key: step.key, position: step.position },
      })
  }
  for (const question of record.questions) {
    await tx
      .insert(questions)
      .values(question)
      .onConflictDoUpdate({
        target: questions.id,
        set: { skillId: skill.id, key: question.key, position: question.position },
      })
  }
}

async function bringBackRoles(tx: Tx, { roles: asked, other }: MergeRecord, intoId: string, now: Date): Promise<void> {
  for (const row of asked) {
    const here = and(eq(roleSkills.roleId, row.roleId), eq(roleSkills.skillId, intoId))
    const [present] = await tx.select().from(roleSkills).where(here)
    // Taken out of the role meanwhile, or the role is gone.
    if (!present) continue
    const both = other.roles.find(({ roleId }) => roleId === row.roleId)
    if (both) {
      const merged = asksTogether(both, row)
      if (present.target === merged.target && present.weight === merged.weight) {
        await tx.update(roleSkills).set({ target: both.target, weight: both.weight }).where(here)
      }
      await tx.insert(roleSkills).values(row)
    } else {
      await tx.update(roleSkills).set({ skillId: row.skillId }).where(here)
    }
    await tx.update(roles).set({ updatedAt: now }).where(eq(roles.id, row.roleId))
  }
}

async function bringBackAnswers(tx: Tx, { answers, other }: MergeRecord, intoId: string): Promise<void> {
  for (const row of answers) {
    const [draft] = await tx
      .select({ id: assessmentDrafts.id })
      .from(assessmentDrafts)
      .where(eq(assessmentDrafts.id, row.draftId))
    // Finished or thrown away meanwhile.
    if (!draft) continue
    const here = and(eq(draftAnswers.draftId, row.draftId), eq(draftAnswers.skillId, intoId))
    const [present] = await tx.select().from(draftAnswers).where(here)
    const both = other.answers.find(({ draftId }) => draftId === row.draftId)
    const merged = both ? laterAnswer(both, row) : row
    const untouched = present?.answeredAt.getTime() === merged.answeredAt.getTime()
    if (untouched && both) {
      await tx.update(draftAnswers).set({ level: both.level, answeredAt: both.answeredAt }).where(here)
    } else if (untouched) {
      await tx.delete(draftAnswers).where(here)
    }
    await tx.insert(draftAnswers).values(row)
  }
}

async function bringBackGuides(tx: Tx, record: MergeRecord, intoId: string): Promise<void> {
  const names = [record.skill.slug, ...record.addresses]
  const speaks = new RegExp(`(?<![a-z0-9-])(?:${names.join('|')})(?![a-z0-9-])`)
  for (const [guideId, revision] of record.revisions) {
    const [guide] = await tx
      .select({ body: guides.body, skillId: guides.skillId, revision: guideDrafts.publishedRevision })
      .from(guides)
      .innerJoin(guideDrafts, eq(guideDrafts.id, guides.id))
      .where(eq(guides.id, guideId))
    if (!guide) continue
    const unchanged = guide.revision === revision
    if (unchanged && record.guides.includes(guideId) && guide.skillId === intoId) {
      await tx.update(guides).set({ skillId: record.skill.id }).where(eq(guides.id, guideId))
    }
    // Published anew since: only where the text still names the skill that is back.
    if (!unchanged && !speaks.test(guide.body)) continue
    for (const block of record.blocks.filter((each) => each.guideId === guideId))
      await bringBackBlock(tx, block, intoId, record)
  }
}

async function bringBackBlock(
  tx: Tx,
  block: MergeRecord['blocks'][number],
  intoId: string,
  { other }: MergeRecord,
): Promise<void> {
  const place = and(eq(guideBlocks.guideId, block.guideId), eq(guideBlocks.key, block.key))
  if ((await tx.$count(guideBlocks, place)) === 0) return
  const named = other.blocks.some(({ guideId, key }) => guideId === block.guideId && key === block.key)
  if (!named) {
    await tx
      .delete(guideBlockSkills)
      .where(
        and(
          eq(guideBlockSkills.guideId, block.guideId),
          eq(guideBlockSkills.key, block.key),
          eq(guideBlockSkills.skillId, intoId),
        ),
      )
  }
  await tx.insert(guideBlockSkills).values(block).onConflictDoNothing()
}

async function bringBackRelated(tx: Tx, { skill, related, added }: MergeRecord, intoId: string): Promise<void> {
  await tx
    .delete(relatedSkills)
    .where(and(eq(relatedSkills.skillId, intoId), inArray(relatedSkills.relatedId, added.related)))
  await tx
    .delete(relatedSkills)
    .where(and(inArray(relatedSkills.skillId, added.relatedFrom), eq(relatedSkills.relatedId, intoId)))
  const others = related.map((row) => (row.skillId === skill.id ? row.relatedId : row.skillId))
  const there = await tx.select({ id: skills.id }).from(skills).where(inArray(skills.id, others))
  const ids = new Set([skill.id, ...there.map(({ id }) => id)])
  const rows = related.filter(({ skillId, relatedId }) => ids.has(skillId) && ids.has(relatedId))
  if (rows.length > 0) await tx.insert(relatedSkills).values(rows).onConflictDoNothing()
}

async function bringBackAddresses(tx: Tx, record: MergeRecord, intoSlug: string): Promise<void> {
  await freeAddress(tx, 'skill', record.skill.slug)
  if (record.addresses.length > 0) {
    await tx
      .update(redirects)
      .set({ target: record.skill.slug })
      .where(
        and(eq(redirects.kind, 'skill'), inArray(redirects.slug, record.addresses), eq(redirects.target, intoSlug)),
      )
  }
  for (const slug of record.added.questionAddresses) await freeAddress(tx, 'question', slug)
  for (const { slug, target } of record.questionAddresses) await addRedirect(tx, 'question', slug, target)
}
