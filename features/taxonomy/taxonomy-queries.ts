import 'server-only'
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { cache } from 'react'
import { read } from '#db/client.ts'
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
} from '#db/schema/index.ts'
import { currentQuestions, currentSlugs } from './redirect-queries.ts'
import type { PracticeStep, Question, RoleSkill, RoleView, SkillLink, SkillStatements } from './taxonomy-types.ts'

/** What readers see: a skill that an editor only began is none of it. */
const finished = eq(skills.unfinished, false)

/** Every skill as a link, in the order of its name. */
export async function listSkills(): Promise<(SkillLink & { definition: string })[]> {
  return await read
    .select({ id: skills.id, slug: skills.slug, name: skills.name, kind: skills.kind, definition: skills.definition })
    .from(skills)
    .where(finished)
    .orderBy(asc(skills.name))
}

/** Every role with the number of its skills, by its field of work and then by its name. */
export async function listRoles() {
  const rows = await read
    .select({
      id: roles.id,
      slug: roles.slug,
      name: roles.name,
      summary: roles.summary,
      category: { slug: categories.slug, name: categories.name, summary: categories.summary },
    })
    .from(roles)
    .leftJoin(categories, eq(categories.id, roles.categoryId))
    .orderBy(asc(categories.position), asc(roles.name))
  const asked = await read.select({ roleId: roleSkills.roleId, weight: roleSkills.weight }).from(roleSkills)
  return rows.map((role) => ({ ...role, skillCount: asked.filter((row) => row.roleId === role.id).length }))
}

/** @returns the skill that the address names, with all that its page shows; null if there is none. */
export const skillBySlug = cache((slug: string) => wholeSkill(and(eq(skills.slug, slug), finished)))

/** The same by its id, finished or not: for those who edit it. */
export const skillById = cache((id: string) => wholeSkill(eq(skills.id, id)))

export type WholeSkill = NonNullable<Awaited<ReturnType<typeof wholeSkill>>>

async function wholeSkill(which: SQL | undefined) {
  const [skill] = await read.select().from(skills).where(which)
  if (!skill) return null
  const [statements, aliases, related, steps, asked] = await Promise.all([
    statementsOf([skill.id]),
    read
      .select({ alias: skillAliases.alias })
      .from(skillAliases)
      .where(eq(skillAliases.skillId, skill.id))
      .orderBy(asc(skillAliases.position)),
    read
      .select({ id: skills.id, slug: skills.slug, name: skills.name, kind: skills.kind })
      .from(relatedSkills)
      .innerJoin(skills, eq(skills.id, relatedSkills.relatedId))
      .where(and(eq(relatedSkills.skillId, skill.id), finished))
      .orderBy(asc(relatedSkills.position)),
    stepsOf([skill.id]),
    questionsOf(skill.id),
  ])
  return {
    ...skill,
    statements: statements.get(skill.id) ?? noStatements,
    aliases: aliases.map(({ alias }) => alias),
    related,
    steps,
    questions: asked,
  }
}

/**
 * The address that a skill has now, for one that a page of earlier days may still name.
 * @returns null if it leads to nothing that readers see
 */
export async function skillNow(asked: string): Promise<string | null> {
  const slug = (await currentSlugs(read, 'skill', [asked])).get(asked) ?? asked
  return (await read.$count(skills, and(eq(skills.slug, slug), finished))) > 0 ? slug : null
}

/** The addresses that skills have now, by the ones that they had when something was kept. */
export const addressesNow = (slugs: readonly string[]) => currentSlugs(read, 'skill', slugs)

/** The role at an address of today or before. */
export async function roleNow(asked: string): Promise<RoleView | null> {
  return await roleBySlug((await currentSlugs(read, 'role', [asked])).get(asked) ?? asked)
}

/** The roles that ask for a skill, with the level that they ask for. */
export async function rolesAsking(skillId: string) {
  return await read
    .select({
      slug: roles.slug,
      name: roles.name,
      target: roleSkills.target,
      weight: roleSkills.weight,
    })
    .from(roleSkills)
    .innerJoin(roles, eq(roles.id, roleSkills.roleId))
    .where(eq(roleSkills.skillId, skillId))
    .orderBy(asc(roles.name))
}

const roleOf = cache(async (column: 'slug' | 'id', value: string): Promise<RoleView | null> => {
  const [role] = await read.select().from(roles).where(eq(roles[column], value))
  if (!role) return null
  return roleView(role, await skillsOfRoles([role.id]))
})

/** @returns the role that the address names, with its skills and their statements; null if there is none. */
export const roleBySlug = (slug: string) => roleOf('slug', slug)

export const roleById = (id: string) => roleOf('id', id)

/** Every role with its skills, for comparing one profile with all of them. */
export async function allRoles(): Promise<RoleView[]> {
  const rows = await read.select().from(roles).orderBy(asc(roles.name))
  const asked = await skillsOfRoles(rows.map(({ id }) => id))
  return rows.map((role) => roleView(role, asked))
}

function roleView(
  { id, slug, name, summary, activities }: Omit<RoleView, 'skills'>,
  asked: ReadonlyMap<string, RoleSkill[]>,
): RoleView {
  return { id, slug, name, summary, activities, skills: asked.get(id) ?? [] }
}

/** What each of these roles asks for, in its order, by the id of the role. */
async function skillsOfRoles(roleIds: readonly string[]): Promise<Map<string, RoleSkill[]>> {
  const rows = await read
    .select({
      roleId: roleSkills.roleId,
      id: skills.id,
      slug: skills.slug,
      name: skills.name,
      kind: skills.kind,
      definition: skills.definition,
      target: roleSkills.target,
      weight: roleSkills.weight,
    })
    .from(roleSkills)
    .innerJoin(skills, eq(skills.id, roleSkills.skillId))
    .where(and(inArray(roleSkills.roleId, [...roleIds]), finished))
    .orderBy(asc(roleSkills.position))
  const statements = await statementsOf([...new Set(rows.map(({ id }) => id))])
  const result = new Map<string, RoleSkill[]>()
  for (const { roleId, ...skill } of rows) {
    const skillsOfOne = result.get(roleId) ?? []
    skillsOfOne.push({ ...skill, statements: statements.get(skill.id) ?? noStatements })
    result.set(roleId, skillsOfOne)
  }
  return result
}

/** The skills with these addresses, with their statements, by the address asked for, which may be one of earlier days. */
export async function skillsBySlugs(asked: readonly string[]) {
  if (asked.length === 0) return new Map<string, SkillLink & { statements: SkillStatements }>()
  const current = await currentSlugs(read, 'skill', asked)
  const slugs = new Set(current.values())
  const rows = await read
    .select({ id: skills.id, slug: skills.slug, name: skills.name, kind: skills.kind })
    .from(skills)
    .where(and(inArray(skills.slug, [...slugs]), finished))
  const statements = await statementsOf(rows.map(({ id }) => id))
  const bySlug = new Map(rows.map((row) => [row.slug, { ...row, statements: statements.get(row.id) ?? noStatements }]))
  return new Map(
    [...current].flatMap(([slug, now]) => {
      const skill = bySlug.get(now)
      return skill ? [[slug, skill] as const] : []
    }),
  )
}

/** The practice steps of these skills, by what they lead to. */
export async function stepsOf(skillIds: readonly string[]): Promise<PracticeStep[]> {
  if (skillIds.length === 0) return []
  return await read
    .select({
      skillId: practiceSteps.skillId,
      key: practiceSteps.key,
      title: practiceSteps.title,
      body: practiceSteps.body,
      reaches: practiceSteps.reaches,
      hours: practiceSteps.hours,
      doneMeans: practiceSteps.doneMeans,
    })
    .from(practiceSteps)
    .where(inArray(practiceSteps.skillId, [...skillIds]))
    .orderBy(asc(practiceSteps.reaches), asc(practiceSteps.position))
}

/** The questions with these names ("skill/question"), by the name asked for, which may be one of earlier days. */
export async function questionsByRefs(refs: readonly { skill: string; question: string }[]) {
  if (refs.length === 0) return new Map<string, Question>()
  const current = await currentQuestions(
    read,
    refs.map(({ skill, question }) => `${skill}/${question}`),
  )
  const slugs = new Set([...current.values()].map((ref) => ref.split('/', 1)[0] ?? ''))
  const rows = await read
    .select(questionColumns)
    .from(questions)
    .innerJoin(skills, eq(skills.id, questions.skillId))
    .where(and(inArray(skills.slug, [...slugs]), finished))
  const byRef = new Map(rows.map((row) => [`${row.skillSlug}/${row.key}`, row]))
  return new Map(
    [...current].flatMap(([ref, now]) => {
      const question = byRef.get(now)
      return question ? [[ref, question] as const] : []
    }),
  )
}

const questionColumns = {
  key: questions.key,
  kind: questions.kind,
  level: questions.level,
  question: questions.question,
  why: questions.why,
  strong: questions.strong,
  weak: questions.weak,
  skillSlug: skills.slug,
  skillName: skills.name,
}

async function questionsOf(skillId: string): Promise<Question[]> {
  return await read
    .select(questionColumns)
    .from(questions)
    .innerJoin(skills, eq(skills.id, questions.skillId))
    .where(eq(questions.skillId, skillId))
    .orderBy(asc(questions.position))
}

const noStatements: SkillStatements = [[], [], [], []]

async function statementsOf(skillIds: readonly string[]): Promise<Map<string, SkillStatements>> {
  const result = new Map<string, SkillStatements>()
  if (skillIds.length === 0) return result
  const rows = await read
    .select()
    .from(skillStatements)
    .where(inArray(skillStatements.skillId, [...skillIds]))
    .orderBy(asc(skillStatements.skillId), asc(skillStatements.level), asc(skillStatements.position))
  for (const { skillId, level, text } of rows) {
    const levels = result.get(skillId) ?? [[], [], [], []]
    levels[level - 1]?.push(text)
    result.set(skillId, levels)
  }
  return result
}
