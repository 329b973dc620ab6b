import { aliasKey } from '#features/taxonomy/taxonomy-schema.ts'
import { problem } from './content-checks.ts'
import type { Placed, SkillThing } from './content-types.ts'
import type { ContentProblem } from './content-yaml.ts'

/** What a word is called by: a skill's name, its address in words, or one of its aliases. */
interface Owner {
  skill: Placed<SkillThing>
  what: string
}

/**
 * Aliases by which a reader of adverts could mean two skills: the name or the address of another skill, and what is another
 * one's alias but for spaces and strokes. The same alias twice is found wherever files are read.
 */
export function ambiguousAliases(skills: Placed<SkillThing>[]): ContentProblem[] {
  const owners = new Map<string, Owner>()
  for (const skill of skills) {
    const { name, slug } = skill.value
    owners.set(bareKey(slug), { skill, what: 'is the address' })
    owners.set(bareKey(name), { skill, what: 'is the name' })
  }
  return skills.flatMap((skill) =>
    skill.value.aliases.flatMap((alias, index) => {
      const key = bareKey(alias)
      const owner = owners.get(key)
      if (!owner) owners.set(key, { skill, what: `is but for spaces and strokes the alias "${alias}"` })
      // Its own name, or the very same alias.
      if (!owner || hasAlias(owner.skill, alias)) return []
      const { slug } = owner.skill.value
      const message = `"${alias}" ${owner.what} of the skill "${slug}" (${owner.skill.file}) and belongs there.`
      return [problem(skill, ['aliases', index], message)]
    }),
  )
}

const hasAlias = ({ value }: Placed<SkillThing>, alias: string): boolean =>
  value.aliases.some((each) => aliasKey(each) === aliasKey(alias))

/** Only letters, digits, + and # tell words apart, as in the search: CI/CD is "ci cd", and C++ is not C. */
const bareKey = (text: string): string => aliasKey(text).replace(/[^\p{L}\p{N}+#]+/gu, '')
