import type { Weight } from '#db/schema/words.ts'
import { rowsIn } from '#lib/form-tree.ts'
import { capitalised } from '#lib/format.ts'
import { levelKeys, type Rank, rankOf } from '#lib/levels.ts'
import type { RoleSkill, SkillChoice } from './taxonomy-types.ts'

export interface RoleSkillFields {
  skill: string
  target: string
  weight: string
}

/** What stands in the form of a role: everything as text. */
export interface RoleDraft {
  name: string
  slug: string
  summary: string
  category: string
  activities: string[]
  skills: RoleSkillFields[]
}

interface RoleToEdit {
  name: string
  slug: string
  summary: string
  category: string | null
  activities: readonly string[]
  skills: readonly { slug: string; target: Rank; weight: Weight }[]
}

/** The form of a role as it stands, or of a new one. */
export function roleDraftOf(role: RoleToEdit | null): RoleDraft {
  if (!role) return { name: '', slug: '', summary: '', category: '', activities: [], skills: [] }
  return {
    ...{ name: role.name, slug: role.slug, summary: role.summary, category: role.category ?? '' },
    activities: [...role.activities],
    skills: role.skills.map(({ slug, target, weight }) => ({
      skill: slug,
      target: levelKeys[target - 1] ?? 'working',
      weight,
    })),
  }
}

/** The form as it was sent, for a page that has no script to remember it. */
export function roleDraftFromValues(values: Record<string, string>): RoleDraft {
  const text = (name: string) => values[name] ?? ''
  return {
    ...{ name: text('name'), slug: text('slug'), summary: text('summary'), category: text('category') },
    activities: Object.entries(values).flatMap(([name, value]) => (name.startsWith('activities.') ? [value] : [])),
    skills: rowsIn(values, 'skills').map(({ skill = '', target = 'working', weight = 'must' }) => ({
      ...{ skill, target, weight },
    })),
  }
}

/** The ladder that readers would see of what stands in the form. */
export function ladderOf({ skills }: RoleDraft, choices: readonly SkillChoice[]): RoleSkill[] {
  return skills.flatMap(({ skill, target, weight }) => {
    const choice = choices.find(({ slug }) => slug === skill)
    const key = levelKeys.find((each) => each === target)
    if (!choice || !key) return []
    const [one = '', two = '', three = '', four = ''] = choice.statements
    const statements: RoleSkill['statements'] = [[one], [two], [three], [four]]
    return [{ ...choice, definition: '', statements, target: rankOf(key), weight: weight === 'nice' ? 'nice' : 'must' }]
  })
}

/** What a field is called where it cannot be seen: "Skill 2, target". */
export function roleFieldLabel(name: string): string {
  const [list = '', at, field] = name.split('.')
  if (at !== undefined && list === 'skills') return `Skill ${Number(at) + 1}${field ? `, ${field}` : ''}`
  return { slug: 'Address', category: 'Field of work', activities: 'What people do all day' }[list] ?? capitalised(list)
}
