import type { SkillKind } from '#db/schema/words.ts'

interface Field {
  slug: string
  name: string
  position: number
}

/** Skills under a heading of their own. */
export interface SkillField<Skill> {
  slug: string
  title: string
  skills: Skill[]
}

/**
 * Orders skills by where they are asked for: soft skills together, since every field asks for them; each technical skill
 * under the field of work with the most roles that ask for it, the earlier one of equals; the rest at the end.
 * @param asked a line for each role that asks for a skill, with the role's field
 */
export function skillsByField<Skill extends { id: string; kind: SkillKind }>(
  skills: readonly Skill[],
  asked: readonly { skillId: string; field: Field }[],
): SkillField<Skill>[] {
  const soft = skills.filter(({ kind }) => kind === 'soft')
  const technical = skills.filter(({ kind }) => kind === 'technical')
  const places = Map.groupBy(asked, ({ skillId }) => skillId)
  const fields = [...new Map(asked.map(({ field }) => [field.slug, field])).values()].sort(
    (a, b) => a.position - b.position,
  )
  const placed = Map.groupBy(technical, ({ id }) => mostAsking(places.get(id) ?? [], fields))
  return [
    { slug: 'soft-skills', title: 'Soft skills', skills: soft },
    ...fields.map(({ slug, name }) => ({ slug, title: name, skills: placed.get(slug) ?? [] })),
    { slug: 'other-skills', title: 'Other technical skills', skills: placed.get(null) ?? [] },
  ].filter((field) => field.skills.length > 0)
}

function mostAsking(asking: readonly { field: Field }[], fields: readonly Field[]): string | null {
  const count = (slug: string) => asking.filter(({ field }) => field.slug === slug).length
  let most: { slug: string; count: number } | null = null
  for (const { slug } of fields) {
    if (count(slug) > (most?.count ?? 0)) most = { slug, count: count(slug) }
  }
  return most?.slug ?? null
}
