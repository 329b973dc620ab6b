import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { draftAnswers } from '#db/schema/assessment.ts'
import { guideBlockSkills, guideDrafts, guides } from '#db/schema/guide.ts'
import { ratings } from '#db/schema/profile.ts'
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
import { newId } from '#lib/ids.ts'
import { quoted } from '#lib/quotation.ts'
import { questionRedirects } from './address-writes.ts'
import { addRedirect } from './redirect-writes.ts'
import { aliasesGained, asksTogether, keysBeside, laterAnswer, type MergeRecord } from './skill-merge.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'
import { addressesOf } from './use-queries.ts'

type Skill = typeof skills.$inferSelect

/**
 * Makes one skill part of another: ratings, roles, answers, guides, aliases, steps and questions follow, its address
 * leads to the other. Its statements and definition are given up, but kept for an undo.
 * @returns the id of the merge, for its undo
 */
export async function mergeSkills(tx: Tx, fromId: string, intoId: string, now = new Date()): Promise<string> {
  if (fromId === intoId) throw new TaxonomyConflict('Choose another skill: this is the one that you have open.', 'into')
  const [from, into] = [await skillOf(tx, fromId), await skillOf(tx, intoId)]
  if (into.unfinished) throw new TaxonomyConflict(`${quoted(into.name)} is unfinished itself. Finish it first.`, 'into')
  const record = await recordOf(tx, from, into)
  const id = newId()
  // First of all: the trigger on ratings lets them follow a merge that is written down, and nothing else.
  await tx
    .insert(skillMerges)
    .values({ id, fromId, fromSlug: from.slug, fromName: from.name, intoId, at: now, undo: record })
  const moved = await tx
    .update(ratings)
    .set({ skillId: intoId })
    .where(eq(ratings.skillId, fromId))
    .returning({ id: ratings.id })
  record.ratings = moved.map((rating) => rating.id)
  await moveRoles(tx, record, intoId, now)
  await moveAnswers(tx, record, intoId)
  await moveGuides(tx, record, intoId)
  await moveAliases(tx, record, intoId)
  await moveSteps(tx, record, intoId)
  await moveQuestions(tx, record, into)
  await moveRelated(tx, record, intoId)
  await tx.delete(skills).where(eq(skills.id, fromId))
  await addRedirect(tx, 'skill', from.slug, into.slug)
  await tx.update(skills).set({ updatedAt: now }).where(eq(skills.id, intoId))
  await tx.update(skillMerges).set({ undo: record }).where(eq(skillMerges.id, id))
  return id
}

async function skillOf(tx: Tx, id: string): Promise<Skill> {
  const [skill] = await tx.select().from(skills).where(eq(skills.id, id))
  if (!skill) throw new TaxonomyConflict('This skill is not there any more. Open the list of skills again.')
  return skill
}

async function recordOf(tx: Tx, skill: Skill, into: Skill): Promise<MergeRecord> {
  const { id } = skill
  const blocks = await tx.select().from(guideBlockSkills).where(eq(guideBlockSkills.skillId, id))
  const about = await tx.select({ id: guides.id }).from(guides).where(eq(guides.skillId, id))
  const touched = [...new Set([...blocks.map(({ guideId }) => guideId), ...about.map((guide) => guide.id)])]
  const revisions = await tx
    .select({ id: guideDrafts.id, number: guideDrafts.publishedRevision })
    .from(guideDrafts)
    .where(inArray(guideDrafts.id, touched))
  const ofRoles = await tx.select().from(roleSkills).where(eq(roleSkills.skillId, id))
  const answers = await tx.select().from(draftAnswers).where(eq(draftAnswers.skillId, id))
  return {
    version: 1,
    skill,
    statements: await tx.select().from(skillStatements).where(eq(skillStatements.skillId, id)),
    aliases: await tx
      .select()
      .from(skillAliases)
      .where(eq(skillAliases.skillId, id))
      .orderBy(asc(skillAliases.position)),
    steps: await tx
      .select()
      .from(practiceSteps)
      .where(eq(practiceSteps.skillId, id))
      .orderBy(asc(practiceSteps.position)),
    questions: await tx.select().from(questions).where(eq(questions.skillId, id)).orderBy(asc(questions.position)),
    related: await tx
      .select()
      .from(relatedSkills)
      .where(or(eq(relatedSkills.skillId, id), eq(relatedSkills.relatedId, id)))
      .orderBy(asc(relatedSkills.position)),
    roles: ofRoles,
    answers,
    blocks,
    ratings: [],
    guides: about.map((guide) => guide.id),
    revisions: revisions.map((row) => [row.id, row.number]),
    addresses: (await addressesOf(tx, 'skill', skill.slug)).filter((slug) => slug !== skill.slug),
    questionAddresses: (await questionRedirects(tx)).filter(({ target }) => target.startsWith(`${skill.slug}/`)),
    merges: await tx.select().from(skillMerges).where(eq(skillMerges.intoId, id)),
    other: {
      roles: (await tx.select().from(roleSkills).where(eq(roleSkills.skillId, into.id))).filter(({ roleId }) =>
        ofRoles.some((row) => row.roleId === roleId),
      ),
      answers: (await tx.select().from(draftAnswers).where(eq(draftAnswers.skillId, into.id))).filter(({ draftId }) =>
        answers.some((row) => row.draftId === draftId),
      ),
      blocks: (await tx.select().from(guideBlockSkills).where(eq(guideBlockSkills.skillId, into.id))).filter((other) =>
        blocks.some(({ guideId, key }) => guideId === other.guideId && key === other.key),
      ),
    },
    added: { aliases: [], related: [], relatedFrom: [], questionAddresses: [] },
  }
}

async function moveRoles(tx: Tx, { roles: asked, other }: MergeRecord, intoId: string, now: Date): Promise<void> {
  for (const row of asked) {
    const here = and(eq(roleSkills.roleId, row.roleId), eq(roleSkills.skillId, row.skillId))
    const both = other.roles.find(({ roleId }) => roleId === row.roleId)
    if (both) {
      const { target, weight } = asksTogether(both, row)
      await tx.delete(roleSkills).where(here)
      await tx
        .update(roleSkills)
        .set({ target, weight })
        .where(and(eq(roleSkills.roleId, row.roleId), eq(roleSkills.skillId, intoId)))
    } else {
      await tx.update(roleSkills).set({ skillId: intoId }).where(here)
    }
    await tx.update(roles).set({ updatedAt: now }).where(eq(roles.id, row.roleId))
  }
}

async function moveAnswers(tx: Tx, { answers, other }: MergeRecord, intoId: string): Promise<void> {
  for (const row of answers) {
    const here = and(eq(draftAnswers.draftId, row.draftId), eq(draftAnswers.skillId, row.skillId))
    const both = other.answers.find(({ draftId }) => draftId === row.draftId)
    if (both) {
      const { level, answeredAt } = laterAnswer(both, row)
      await tx.delete(draftAnswers).where(here)
      await tx
        .update(draftAnswers)
        .set({ level, answeredAt })
        .where(and(eq(draftAnswers.draftId, row.draftId), eq(draftAnswers.skillId, intoId)))
    } else {
      await tx.update(draftAnswers).set({ skillId: intoId }).where(here)
    }
  }
}

async function moveGuides(tx: Tx, { blocks, skill }: MergeRecord, intoId: string): Promise<void> {
  await tx.delete(guideBlockSkills).where(eq(guideBlockSkills.skillId, skill.id))
  for (const { guideId, key } of blocks) {
    // A step may speak of both already.
    await tx.insert(guideBlockSkills).values({ guideId, key, skillId: intoId }).onConflictDoNothing()
  }
  await tx.update(guides).set({ skillId: intoId }).where(eq(guides.skillId, skill.id))
}

async function moveAliases(tx: Tx, record: MergeRecord, intoId: string): Promise<void> {
  const gained = aliasesGained({ name: record.skill.name, aliases: record.aliases }, await aliasKeysTaken(tx, record))
  const there = await tx.$count(skillAliases, eq(skillAliases.skillId, intoId))
  await tx.delete(skillAliases).where(eq(skillAliases.skillId, record.skill.id))
  if (gained.length > 0) {
    await tx
      .insert(skillAliases)
      .values(gained.map((alias, index) => ({ ...alias, skillId: intoId, position: there + index })))
  }
  record.added.aliases = gained.map(({ key }) => key)
}

async function aliasKeysTaken(tx: Tx, { skill }: MergeRecord): Promise<Set<string>> {
  const rows = await tx.select({ key: skillAliases.key, skillId: skillAliases.skillId }).from(skillAliases)
  return new Set(rows.flatMap(({ key, skillId }) => (skillId === skill.id ? [] : key)))
}

async function moveSteps(tx: Tx, { steps }: MergeRecord, intoId: string): Promise<void> {
  const there = await tx.select({ key: practiceSteps.key }).from(practiceSteps).where(eq(practiceSteps.skillId, intoId))
  const keys = keysBeside(
    steps.map(({ key }) => key),
    there.map(({ key }) => key),
  )
  for (const [index, { id, key }] of steps.entries()) {
    await tx
      .update(practiceSteps)
      .set({ skillId: intoId, key: keys[index] ?? key, position: there.length + index })
      .where(eq(practiceSteps.id, id))
  }
}

async function moveQuestions(tx: Tx, record: MergeRecord, into: Skill): Promise<void> {
  const { skill } = record
  const there = await tx.select({ key: questions.key }).from(questions).where(eq(questions.skillId, into.id))
  const keys = keysBeside(
    record.questions.map(({ key }) => key),
    [...there.map(({ key }) => key), ...(await questionKeysOfEarlierDays(tx, into))],
  )
  const current = new Map<string, string>()
  for (const [index, { id, key }] of record.questions.entries()) {
    const now = keys[index] ?? key
    current.set(key, now)
    await tx
      .update(questions)
      .set({ skillId: into.id, key: now, position: there.length + index })
      .where(eq(questions.id, id))
  }
  for (const { slug, target } of record.questionAddresses) {
    const key = target.split('/')[1] ?? ''
    await addRedirect(tx, 'question', slug, `${into.slug}/${current.get(key) ?? key}`)
  }
  // Under every address that the skill ever had: that one alone would lead to the other's question of the same key.
  for (const [key, now] of current) {
    if (key === now) continue
    for (const address of [skill.slug, ...record.addresses]) {
      const slug = `${address}/${key}`
      if (record.questionAddresses.some((each) => each.slug === slug)) continue
      await addRedirect(tx, 'question', slug, `${into.slug}/${now}`)
      record.added.questionAddresses.push(slug)
    }
  }
}

/** Keys under which guides may still name a question of this skill that has another one now. */
async function questionKeysOfEarlierDays(tx: Tx, { slug }: Skill): Promise<string[]> {
  const addresses = new Set(await addressesOf(tx, 'skill', slug))
  return (await questionRedirects(tx)).flatMap((row) => {
    const [skill = '', key = ''] = row.slug.split('/')
    return addresses.has(skill) ? key : []
  })
}

async function moveRelated(tx: Tx, record: MergeRecord, intoId: string): Promise<void> {
  const { id } = record.skill
  const has = async (skillId: string, relatedId: string) =>
    (await tx.$count(relatedSkills, and(eq(relatedSkills.skillId, skillId), eq(relatedSkills.relatedId, relatedId)))) >
    0
  await tx.delete(relatedSkills).where(or(eq(relatedSkills.skillId, id), eq(relatedSkills.relatedId, id)))
  let position = await tx.$count(relatedSkills, eq(relatedSkills.skillId, intoId))
  for (const row of record.related) {
    const outward = row.skillId === id
    const [skillId, relatedId] = outward ? [intoId, row.relatedId] : [row.skillId, intoId]
    if (skillId === relatedId || (await has(skillId, relatedId))) continue
    await tx.insert(relatedSkills).values({ skillId, relatedId, position: outward ? position++ : row.position })
    if (outward) record.added.related.push(relatedId)
    else record.added.relatedFrom.push(skillId)
  }
}
