import { aliasKey, type SkillInput } from '#features/taxonomy/taxonomy-schema.ts'
import type { Placed, RoleThing } from './content-types.ts'
import type { ContentProblem } from './content-yaml.ts'

/**
 * What is wrong with skills and roles when they are looked at together. `slugs` and `categories` are those that may be
 * referred to: of every file, and of what is there already.
 */
export function taxonomyProblems(
  skills: Placed<SkillInput>[],
  roles: Placed<RoleThing>[],
  slugs: ReadonlySet<string>,
  categories: ReadonlySet<string>,
): ContentProblem[] {
  return [
    ...relatedProblems(skills, slugs),
    ...aliasProblems(skills),
    ...nameProblems([...skills]),
    ...nameProblems([...roles]),
    ...roleProblems(roles, slugs, categories),
  ]
}

/** An error at a place of something that was read. */
export function problem({ file, lineOf }: Placed<unknown>, path: (string | number)[], message: string): ContentProblem {
  return { file, line: lineOf(path), field: path.join('.'), message, severity: 'error' }
}

function relatedProblems(skills: Placed<SkillInput>[], slugs: ReadonlySet<string>): ContentProblem[] {
  return skills.flatMap((skill) =>
    skill.value.related.flatMap((slug, index) => {
      if (slug === skill.value.slug) return [problem(skill, ['related', index], 'A skill is not related to itself.')]
      return slugs.has(slug) ? [] : [problem(skill, ['related', index], `There is no skill "${slug}".`)]
    }),
  )
}

function aliasProblems(skills: Placed<SkillInput>[]): ContentProblem[] {
  const owners = new Map<string, Placed<SkillInput>>()
  return skills.flatMap((skill) =>
    skill.value.aliases.flatMap((alias, index) => {
      const owner = owners.get(aliasKey(alias))
      if (!owner) owners.set(aliasKey(alias), skill)
      if (!owner || owner === skill) return []
      const message = `The alias "${alias}" already belongs to the skill "${owner.value.slug}" (${owner.file}).`
      return [problem(skill, ['aliases', index], message)]
    }),
  )
}

function nameProblems(all: Placed<{ slug: string; name: string }>[]): ContentProblem[] {
  const owners = new Map<string, string>()
  return all.flatMap((each) => {
    const key = aliasKey(each.value.name)
    const owner = owners.get(key)
    if (!owner) owners.set(key, each.value.slug)
    return owner ? [problem(each, ['name'], `"${owner}" has the same name.`)] : []
  })
}

function roleProblems(
  roles: Placed<RoleThing>[],
  slugs: ReadonlySet<string>,
  categories: ReadonlySet<string>,
): ContentProblem[] {
  return roles.flatMap((role) => {
    const { category, skills } = role.value
    const lost = category !== undefined && !categories.has(category)
    return [
      ...(lost ? [problem(role, ['category'], `There is no category "${category}".`)] : []),
      ...skills.flatMap(({ skill }, index) =>
        slugs.has(skill) ? [] : [problem(role, ['skills', index, 'skill'], `There is no skill "${skill}".`)],
      ),
    ]
  })
}
