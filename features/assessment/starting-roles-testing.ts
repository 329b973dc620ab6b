import { join } from 'node:path'
import { readFolder } from '#features/content/content-source.ts'
import { readFiles } from '#features/content/read-files.ts'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'

/** The roles that the site comes with, as readers see them: for tests of what real people are told. */
export function startingRoles(): RoleView[] {
  const { roles, skills } = readFiles(readFolder(join(import.meta.dirname, '../../db/content')))
  const bySlug = new Map(skills.map(({ value }) => [value.slug, value]))
  return roles.map(({ value: { slug, name, summary, activities, skills: asked } }) => ({
    ...{ id: slug, slug, name, summary, activities: activities ?? [] },
    skills: asked.flatMap(({ skill, target, weight }): RoleSkill[] => {
      const of = bySlug.get(skill)
      if (!of) return []
      const { awareness, working, practitioner, expert } = of.levels
      const statements: RoleSkill['statements'] = [awareness, working, practitioner, expert]
      return [
        { id: skill, slug: skill, name: of.name, kind: of.kind, definition: of.definition, target, weight, statements },
      ]
    }),
  }))
}
