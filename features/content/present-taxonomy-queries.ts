import { asc } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
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
import { type LevelKey, levelKeys } from '#lib/levels.ts'
import type { CategoryThing, RoleThing, SkillThing } from './content-types.ts'

/** Every category, in the order of the address. */
export async function presentCategories(db: Reader): Promise<CategoryThing[]> {
  return await db
    .select({
      slug: categories.slug,
      name: categories.name,
      summary: categories.summary,
      position: categories.position,
    })
    .from(categories)
    .orderBy(asc(categories.slug))
}

/** The rows of each skill, in the order in which they came. */
function grouped<Row extends { skillId: string }>(rows: Row[]): (skillId: string) => Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.skillId)
    if (group) group.push(row)
    else groups.set(row.skillId, [row])
  }
  return (skillId) => groups.get(skillId) ?? []
}

/** Every skill with all that its file holds. */
export async function presentSkills(db: Reader): Promise<SkillThing[]> {
  const rows = await db.select().from(skills).orderBy(asc(skills.slug))
  const statements = grouped(await db.select().from(skillStatements).orderBy(asc(skillStatements.position)))
  const aliases = grouped(await db.select().from(skillAliases).orderBy(asc(skillAliases.position)))
  const related = grouped(await db.select().from(relatedSkills).orderBy(asc(relatedSkills.position)))
  const steps = grouped(await db.select().from(practiceSteps).orderBy(asc(practiceSteps.position)))
  const asking = grouped(await db.select().from(questions).orderBy(asc(questions.position)))
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
  return rows.map(({ id, slug, name, kind, definition, unfinished }) => ({
    slug,
    name,
    kind,
    definition,
    unfinished,
    aliases: aliases(id).map(({ alias }) => alias),
    levels: Object.fromEntries(
      levelKeys.map((key, index) => [
        key,
        statements(id).flatMap(({ level, text }) => (level === index + 1 ? [text] : [])),
      ]),
    ) as Record<LevelKey, string[]>,
    related: related(id).flatMap(({ relatedId }) => slugs.get(relatedId) ?? []),
    steps: steps(id).map(({ key, title, reaches, hours, body, doneMeans }) => ({
      id: key,
      title,
      reaches,
      hours,
      body,
      done: doneMeans,
    })),
    questions: asking(id).map(({ key, kind: of, level, question, why, strong, weak }) => ({
      id: key,
      kind: of,
      level,
      question,
      why,
      strong,
      weak,
    })),
  }))
}

/** Every role with what it asks for. */
export async function presentRoles(db: Reader): Promise<RoleThing[]> {
  const rows = await db.select().from(roles).orderBy(asc(roles.slug))
  const ofRoles = await db.select().from(roleSkills).orderBy(asc(roleSkills.position))
  const skillSlugs = await db.select({ id: skills.id, slug: skills.slug }).from(skills)
  const categorySlugs = await db.select({ id: categories.id, slug: categories.slug }).from(categories)
  const skillOf = new Map(skillSlugs.map(({ id, slug }) => [id, slug]))
  const categoryOf = new Map(categorySlugs.map(({ id, slug }) => [id, slug]))
  return rows.map(({ id, slug, name, summary, activities, categoryId }) => ({
    slug,
    name,
    summary,
    category: categoryOf.get(categoryId ?? ''),
    activities,
    skills: ofRoles
      .filter(({ roleId }) => roleId === id)
      .map(({ skillId, target, weight }) => ({ skill: skillOf.get(skillId) ?? '', target, weight })),
  }))
}
