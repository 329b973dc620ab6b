import type { SkillKind } from '#db/schema/words.ts'
import { weightPoints } from '#features/profile/scoring.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import type { Rank } from '#lib/levels.ts'

/** A statement of a skill that the questionnaire asks about: yes, or not ticked. */
export interface Statement {
  slug: string
  name: string
  kind: SkillKind
  /** The level that the statement stands for. */
  level: Rank
  /** "You can ..." */
  text: string
  /** How much it tells roles apart: 1 where one role asks for the skill, next to nothing where nearly all do. */
  tells: number
}

/** How many statements are asked about, where the roles give that many. */
export const statementsAsked = 24

/**
 * Everybody has had to do with people: of a soft skill the Working level is asked about. Of a technical one it is Awareness,
 * or those who are new to a trade would have nothing to tick.
 */
const levelAsked: Record<SkillKind, Rank> = { soft: 2, technical: 1 }

/** What the questionnaire says of each skill that some role asks for, by its slug. */
export function statementsOf(roles: readonly RoleView[]): Map<string, Statement> {
  const asked = Map.groupBy(
    roles.flatMap(({ skills }) => skills),
    ({ slug }) => slug,
  )
  return new Map(
    [...asked].flatMap(([slug, [skill, ...others]]) => {
      if (!skill) return []
      const { name, kind, statements } = skill
      const level = levelAsked[kind]
      const text = statements[level - 1]?.[0]
      return text ? [[slug, { slug, name, kind, level, text, tells: 1 - others.length / roles.length }] as const] : []
    }),
  )
}

/**
 * The statements that tell the roles apart, chosen one after the other: next comes the skill that weighs most in the roles
 * about which least was asked so far. What every role asks for tells nothing and is left out. Editors shape the questions
 * with the skills of the roles and their first statements.
 * @returns those of any kind of work first
 */
export function pickStatements(roles: readonly RoleView[], count = statementsAsked): Statement[] {
  const left = statementsOf(roles)
  const asking = new Map(
    [...left.keys()].map((slug) => [
      slug,
      roles.flatMap((role) => {
        const skill = role.skills.find((each) => each.slug === slug)
        return skill ? [{ role: role.slug, points: weightPoints[skill.weight] }] : []
      }),
    ]),
  )
  const covered = new Map<string, number>()
  const worth = ({ slug, tells }: Statement) => {
    const of = asking.get(slug) ?? []
    if (of.length === roles.length) return 0
    return of.reduce((sum, { role, points }) => sum + points / (1 + (covered.get(role) ?? 0)) ** 2, 0) * tells
  }
  const picked: Statement[] = []
  while (picked.length < count && left.size > 0) {
    const [best] = [...left.values()]
      .map((statement) => ({ statement, worth: worth(statement) }))
      .sort((a, b) => b.worth - a.worth || a.statement.slug.localeCompare(b.statement.slug))
    if (!best || best.worth <= 0) break
    picked.push(best.statement)
    left.delete(best.statement.slug)
    for (const { role } of asking.get(best.statement.slug) ?? [])
      covered.set(role, (covered.get(role) ?? 0) + best.statement.tells)
  }
  return picked.sort((a, b) => Number(b.kind === 'soft') - Number(a.kind === 'soft'))
}
