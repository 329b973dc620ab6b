import { and, eq, inArray, ne, notInArray } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { guideBlocks, guides } from '#db/schema/guide.ts'
import {
  categories,
  practiceSteps,
  questions,
  relatedSkills,
  roleSkills,
  roles,
  skillAliases,
  skillStatements,
  skills,
} from '#db/schema/taxonomy.ts'
import { newId } from '#lib/ids.ts'
import { levelKeys, rankOf } from '#lib/levels.ts'
import { quoted } from '#lib/quotation.ts'
import { currentSlugs } from './redirect-queries.ts'
import { aliasKey, type RoleInput, type SkillInput } from './taxonomy-schema.ts'

/** A skill or role cannot be saved as it is because of something else that is kept; the message is for an editor. */
export class TaxonomyConflict extends Error {
  /** Of the form, where one is to blame. */
  readonly field: string | undefined
  constructor(message: string, field?: string) {
    super(message)
    this.field = field
  }
}

/**
 * Saves a skill under its slug, new or not. What it had keeps its ids, and its related skills must exist.
 * @returns the id of the skill
 */
export async function saveSkill(tx: Tx, skill: SkillInput, now = new Date()): Promise<string> {
  const [id] = await saveSkills(tx, [skill], now)
  if (!id) throw new Error('No skill was saved')
  return id
}

/**
 * Saves skills that may be related to each other.
 * @param unfinished what is not whole yet, so that readers do not see it
 */
export async function saveSkills(
  tx: Tx,
  inputs: readonly SkillInput[],
  now = new Date(),
  unfinished = false,
): Promise<string[]> {
  const ids: string[] = []
  for (const input of inputs) ids.push(await saveSkillAlone(tx, input, now, unfinished))
  for (const [index, input] of inputs.entries()) await relate(tx, ids[index] ?? '', input)
  return ids
}

async function saveSkillAlone(tx: Tx, input: SkillInput, now: Date, unfinished: boolean): Promise<string> {
  const values = { name: input.name, kind: input.kind, definition: input.definition, unfinished, updatedAt: now }
  const [row] = await tx
    .insert(skills)
    .values({ id: newId(), slug: input.slug, ...values })
    .onConflictDoUpdate({ target: skills.slug, set: values })
    .returning({ id: skills.id })
  if (!row) throw new Error(`The skill ${input.slug} was not saved`)
  await replaceStatements(tx, row.id, input)
  await replaceAliases(tx, row.id, input)
  await replaceSteps(tx, row.id, input)
  await replaceQuestions(tx, row.id, input)
  return row.id
}

async function replaceStatements(tx: Tx, skillId: string, { levels }: SkillInput): Promise<void> {
  await tx.delete(skillStatements).where(eq(skillStatements.skillId, skillId))
  const rows = levelKeys.flatMap((key) =>
    levels[key].map((text, position) => ({ skillId, level: rankOf(key), position, text })),
  )
  if (rows.length > 0) await tx.insert(skillStatements).values(rows)
}

async function replaceAliases(tx: Tx, skillId: string, { aliases }: SkillInput): Promise<void> {
  const rows = aliases.map((alias, position) => ({ key: aliasKey(alias), alias, skillId, position }))
  const [taken] = await tx
    .select({ alias: skillAliases.alias, owner: skills.name })
    .from(skillAliases)
    .innerJoin(skills, eq(skills.id, skillAliases.skillId))
    .where(
      and(
        inArray(
          skillAliases.key,
          rows.map(({ key }) => key),
        ),
        ne(skillAliases.skillId, skillId),
      ),
    )
    .limit(1)
  if (taken) {
    throw new TaxonomyConflict(`${quoted(taken.alias)} already belongs to the skill ${quoted(taken.owner)}.`, 'aliases')
  }
  await tx.delete(skillAliases).where(eq(skillAliases.skillId, skillId))
  if (rows.length > 0) await tx.insert(skillAliases).values(rows)
}

async function replaceSteps(tx: Tx, skillId: string, { steps }: SkillInput): Promise<void> {
  const keys = steps.map(({ id }) => id)
  await tx.delete(practiceSteps).where(and(eq(practiceSteps.skillId, skillId), notInArray(practiceSteps.key, keys)))
  for (const [position, { id: key, title, body, reaches, hours, done }] of steps.entries()) {
    const values = { title, body, reaches, hours, doneMeans: done, position }
    await tx
      .insert(practiceSteps)
      .values({ id: newId(), skillId, key, ...values })
      .onConflictDoUpdate({ target: [practiceSteps.skillId, practiceSteps.key], set: values })
  }
}

async function replaceQuestions(tx: Tx, skillId: string, input: SkillInput): Promise<void> {
  const keys = input.questions.map(({ id }) => id)
  const gone = and(eq(questions.skillId, skillId), notInArray(questions.key, keys))
  const [used] = await tx
    .select({ question: questions.question, guide: guides.title })
    .from(questions)
    .innerJoin(guideBlocks, eq(guideBlocks.questionId, questions.id))
    .innerJoin(guides, eq(guides.id, guideBlocks.guideId))
    .where(gone)
    .limit(1)
  if (used) {
    throw new TaxonomyConflict(
      `The question ${quoted(used.question)} stands in the guide ${quoted(used.guide)}: take it out there first.`,
      'questions',
    )
  }
  await tx.delete(questions).where(gone)
  for (const [position, { id: key, kind, level, question, why, strong, weak }] of input.questions.entries()) {
    const values = { kind, level, question, why, strong, weak, position }
    await tx
      .insert(questions)
      .values({ id: newId(), skillId, key, ...values })
      .onConflictDoUpdate({ target: [questions.skillId, questions.key], set: values })
  }
}

async function relate(tx: Tx, skillId: string, { related }: SkillInput): Promise<void> {
  // Two names of earlier days may lead to one skill, or to this one.
  const ids = [...new Set(await skillIds(tx, related))].filter((id) => id !== skillId)
  await tx.delete(relatedSkills).where(eq(relatedSkills.skillId, skillId))
  if (ids.length > 0) {
    await tx.insert(relatedSkills).values(ids.map((relatedId, position) => ({ skillId, relatedId, position })))
  }
}

/** The ids of skills that readers see, by their addresses of today or before: what is unfinished is asked for by no role and stands beside no other skill. */
async function skillIds(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return []
  const current = await currentSlugs(tx, 'skill', slugs)
  const rows = await tx
    .select({ id: skills.id, slug: skills.slug, name: skills.name, unfinished: skills.unfinished })
    .from(skills)
    .where(inArray(skills.slug, [...current.values()]))
  const known = new Map(rows.map((row) => [row.slug, row]))
  return slugs.map((slug) => {
    const skill = known.get(current.get(slug) ?? slug)
    if (!skill) throw new TaxonomyConflict(`There is no skill ${quoted(slug)}.`)
    if (skill.unfinished) throw new TaxonomyConflict(`The skill ${quoted(skill.name)} is unfinished: finish it first.`)
    return skill.id
  })
}

/**
 * Saves a role under its slug, new or not, with what it asks for; the skills must exist.
 * @returns the id of the role
 */
export async function saveRole(tx: Tx, input: RoleInput, now = new Date()): Promise<string> {
  const categoryId = input.category === undefined ? null : await categoryNamed(tx, input.category)
  const { name, summary, activities } = input
  const values = { name, summary, activities, categoryId, updatedAt: now }
  const [row] = await tx
    .insert(roles)
    .values({ id: newId(), slug: input.slug, ...values })
    .onConflictDoUpdate({ target: roles.slug, set: values })
    .returning({ id: roles.id })
  if (!row) throw new Error(`The role ${input.slug} was not saved`)
  const ids = await skillIds(
    tx,
    input.skills.map(({ skill }) => skill),
  )
  await tx.delete(roleSkills).where(eq(roleSkills.roleId, row.id))
  const asked = input.skills.map(({ target, weight }, position) => ({
    ...{ roleId: row.id, skillId: ids[position] ?? '', target, weight, position },
  }))
  await tx.insert(roleSkills).values([...new Map(asked.map((each) => [each.skillId, each])).values()])
  return row.id
}

async function categoryNamed(tx: Tx, slug: string): Promise<string> {
  const now = (await currentSlugs(tx, 'category', [slug])).get(slug) ?? slug
  const [category] = await tx.select({ id: categories.id }).from(categories).where(eq(categories.slug, now))
  if (!category) throw new TaxonomyConflict(`There is no field of work ${quoted(slug)}.`, 'category')
  return category.id
}
