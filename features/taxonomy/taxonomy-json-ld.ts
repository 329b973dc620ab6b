import { breadcrumbs, type Thing } from '#lib/json-ld.ts'
import { levelNames } from '#lib/levels.ts'
import { type RoleView, weightNames } from './taxonomy-types.ts'

interface Named {
  slug: string
  name: string
}

/** A skill as something that another page speaks of. */
export const definedTerm = (origin: string, { slug, name }: Named): Thing => ({
  '@type': 'DefinedTerm',
  '@id': `${origin}/skills/${slug}#skill`,
  name,
  url: `${origin}/skills/${slug}`,
})

/** A role as something that another page speaks of. */
export const occupationLink = (origin: string, { slug, name }: Named): Thing => ({
  '@type': 'Occupation',
  '@id': `${origin}/roles/${slug}#role`,
  name,
  url: `${origin}/roles/${slug}`,
})

/**
 * A role for search engines, with the skills that it asks for. No pay and no place: the site does not say them, and so a
 * result with a salary is not what this aims at.
 */
export function roleThings(origin: string, role: RoleView): Thing[] {
  const path = `/roles/${role.slug}`
  return [
    {
      ...occupationLink(origin, role),
      description: role.summary,
      mainEntityOfPage: origin + path,
      skills: role.skills.map((skill) => ({
        ...definedTerm(origin, skill),
        description: `${weightNames[skill.weight]}, at the level ${levelNames[skill.target]}`,
      })),
    },
    breadcrumbs(origin, [
      { name: 'Roles', path: '/roles' },
      { name: role.name, path },
    ]),
  ]
}

/**
 * A skill for search engines. Its page holds interview questions, but those are what an interviewer asks, with what a
 * strong answer has: no list of questions that readers ask and the site answers, so it is not told as an FAQ.
 */
export function skillThings(origin: string, skill: Named & { definition: string }): Thing[] {
  const path = `/skills/${skill.slug}`
  return [
    {
      ...definedTerm(origin, skill),
      description: skill.definition,
      mainEntityOfPage: origin + path,
      inDefinedTermSet: { '@type': 'DefinedTermSet', name: 'Skills', url: `${origin}/skills` },
    },
    breadcrumbs(origin, [
      { name: 'Skills', path: '/skills' },
      { name: skill.name, path },
    ]),
  ]
}
