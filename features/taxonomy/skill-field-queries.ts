import 'server-only'
import { eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { categories, roleSkills, roles } from '#db/schema/taxonomy.ts'
import { type SkillField, skillsByField } from './skill-fields.ts'
import { listSkills } from './taxonomy-queries.ts'

/** Every skill under a heading: soft skills, then the technical ones by the field of work that asks for them most. */
export async function skillFields(): Promise<SkillField<Awaited<ReturnType<typeof listSkills>>[number]>[]> {
  const [skills, asked] = await Promise.all([
    listSkills(),
    read
      .select({
        skillId: roleSkills.skillId,
        field: { slug: categories.slug, name: categories.name, position: categories.position },
      })
      .from(roleSkills)
      .innerJoin(roles, eq(roles.id, roleSkills.roleId))
      .innerJoin(categories, eq(categories.id, roles.categoryId)),
  ])
  return skillsByField(skills, asked)
}
