import 'server-only'
import { asc, count, eq } from 'drizzle-orm'
import { cache } from 'react'
import { read } from '#db/client.ts'
import { guideReferences } from '#db/schema/draft.ts'
import { guideBlocks, guides } from '#db/schema/guide.ts'
import { redirects } from '#db/schema/site.ts'
import { categories, questions, roleSkills, roles, skillAliases, skillStatements, skills } from '#db/schema/taxonomy.ts'
import type { SkillRow } from './skill-filter.ts'
import type { SkillChoice } from './taxonomy-types.ts'
import { openMerges, roleUses, skillUses } from './use-queries.ts'

/** How many guides name each of these kinds of thing, by the address of today. */
async function guidesNaming(kind: 'skill' | 'role'): Promise<Map<string, number>> {
  const [named, moved] = await Promise.all([
    read
      .select({ slug: guideReferences.target, naming: count() })
      .from(guideReferences)
      .where(eq(guideReferences.kind, kind))
      .groupBy(guideReferences.target),
    read.select({ slug: redirects.slug, target: redirects.target }).from(redirects).where(eq(redirects.kind, kind)),
  ])
  const now = new Map(moved.map(({ slug, target }) => [slug, target]))
  const counts = new Map<string, number>()
  for (const { slug, naming } of named) {
    const current = now.get(slug) ?? slug
    counts.set(current, (counts.get(current) ?? 0) + naming)
  }
  return counts
}

/** Every skill, finished or not, with how much hangs on it. */
export async function skillRows(): Promise<SkillRow[]> {
  const [rows, aliases, asked, named] = await Promise.all([
    read
      .select({
        id: skills.id,
        slug: skills.slug,
        name: skills.name,
        kind: skills.kind,
        unfinished: skills.unfinished,
        updatedAt: skills.updatedAt,
      })
      .from(skills),
    read.select({ skillId: skillAliases.skillId, alias: skillAliases.alias }).from(skillAliases),
    read.select({ skillId: roleSkills.skillId, roles: count() }).from(roleSkills).groupBy(roleSkills.skillId),
    guidesNaming('skill'),
  ])
  const aliasesOf = Map.groupBy(aliases, ({ skillId }) => skillId)
  const rolesOf = new Map(asked.map((row) => [row.skillId, row.roles]))
  return rows.map((row) => ({
    ...row,
    aliases: (aliasesOf.get(row.id) ?? []).map(({ alias }) => alias),
    roles: rolesOf.get(row.id) ?? 0,
    guides: named.get(row.slug) ?? 0,
  }))
}

/** Every role with the number of its skills and of the guides that name it, by field of work and name. */
export async function roleRows() {
  const [rows, asked, named] = await Promise.all([
    read
      .select({
        id: roles.id,
        slug: roles.slug,
        name: roles.name,
        summary: roles.summary,
        updatedAt: roles.updatedAt,
        category: categories.name,
      })
      .from(roles)
      .leftJoin(categories, eq(categories.id, roles.categoryId))
      .orderBy(asc(categories.position), asc(roles.name)),
    read.select({ roleId: roleSkills.roleId, skills: count() }).from(roleSkills).groupBy(roleSkills.roleId),
    guidesNaming('role'),
  ])
  const skillsOf = new Map(asked.map((row) => [row.roleId, row.skills]))
  return rows.map((row) => ({ ...row, skills: skillsOf.get(row.id) ?? 0, guides: named.get(row.slug) ?? 0 }))
}

export type RoleRow = Awaited<ReturnType<typeof roleRows>>[number]

/** The role as its form needs it; null if there is none. */
export const roleForEditor = cache(async (id: string) => {
  const [role] = await read
    .select({ role: roles, category: categories.slug })
    .from(roles)
    .leftJoin(categories, eq(categories.id, roles.categoryId))
    .where(eq(roles.id, id))
  if (!role) return null
  const asked = await read
    .select({ slug: skills.slug, target: roleSkills.target, weight: roleSkills.weight })
    .from(roleSkills)
    .innerJoin(skills, eq(skills.id, roleSkills.skillId))
    .where(eq(roleSkills.roleId, id))
    .orderBy(asc(roleSkills.position))
  return { ...role.role, category: role.category, skills: asked }
})

/** Every finished skill with the first statement of each level: what a role can ask for, and how it would look. */
export async function skillChoices(): Promise<SkillChoice[]> {
  const [rows, texts] = await Promise.all([
    read
      .select({ id: skills.id, slug: skills.slug, name: skills.name, kind: skills.kind })
      .from(skills)
      .where(eq(skills.unfinished, false))
      .orderBy(asc(skills.name)),
    read.select().from(skillStatements).where(eq(skillStatements.position, 0)),
  ])
  const firsts = Map.groupBy(texts, ({ skillId }) => skillId)
  return rows.map((row) => ({
    ...row,
    statements: [1, 2, 3, 4].map((level) => firsts.get(row.id)?.find((each) => each.level === level)?.text ?? ''),
  }))
}

/** The public guide in which each question of a skill stands, by the question's id within the skill. */
export async function questionGuides(skillId: string): Promise<Record<string, string>> {
  const rows = await read
    .select({ key: questions.key, title: guides.title })
    .from(questions)
    .innerJoin(guideBlocks, eq(guideBlocks.questionId, questions.id))
    .innerJoin(guides, eq(guides.id, guideBlocks.guideId))
    .where(eq(questions.skillId, skillId))
  return Object.fromEntries(rows.map(({ key, title }) => [key, title]))
}

/** The fields of work in their order, with the number of their roles. */
export async function listCategories() {
  const [rows, inside] = await Promise.all([
    read.select().from(categories).orderBy(asc(categories.position), asc(categories.name)),
    read.select({ id: roles.categoryId, roles: count() }).from(roles).groupBy(roles.categoryId),
  ])
  const rolesIn = new Map(inside.map(({ id, roles: held }) => [id, held]))
  return rows.map((row) => ({ ...row, roles: rolesIn.get(row.id) ?? 0 }))
}

export type CategoryRow = Awaited<ReturnType<typeof listCategories>>[number]

/** What hangs on a skill, and the skills that became part of it and can be taken out again. */
export async function placesOfSkill(skill: { id: string; slug: string }) {
  const [uses, merges] = await Promise.all([skillUses(read, skill), openMerges(read, skill.id)])
  return { uses, merges }
}

export const placesOfRole = (role: { id: string; slug: string }) => roleUses(read, role)
