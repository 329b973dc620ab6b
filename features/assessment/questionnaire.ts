import type { SkillKind } from '#db/schema/words.ts'
import { weightPoints } from '#features/profile/scoring.ts'
import { isComputing } from '#features/taxonomy/activities.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import type { Rank } from '#lib/levels.ts'

/**
 * Where a statement stands: of any kind of work; of some kinds; of work on computers themselves, which most people may skip.
 */
export type StatementPart = 'any' | 'some' | 'computers'

/** A statement of a skill that the questionnaire asks about: yes, or not ticked. */
export interface Statement {
  slug: string
  name: string
  kind: SkillKind
  part: StatementPart
  /** The level that the statement stands for. */
  level: Rank
  /** "You can ..." */
  text: string
  /** How much it tells roles apart: 1 where one role asks for the skill, next to nothing where nearly all do. */
  tells: number
}

/** How many statements are asked about, where the roles give that many. */
export const statementsAsked = 24

/** How much of that each part gets, as long as it has something to ask: more than half of the roles may be made of computers. */
const shares: [StatementPart, number][] = [
  ['any', 1 / 4],
  ['some', 1 / 2],
  ['computers', 1 / 4],
]

/**
 * Everybody has had to do with people: of a soft skill the Working level is asked about. Of a technical one it is Awareness,
 * or those who are new to a trade would have nothing to tick.
 */
export const levelAsked: Record<SkillKind, Rank> = { soft: 2, technical: 1 }

/** What the questionnaire says of each skill that some role asks for, by its slug. */
export function statementsOf(roles: readonly RoleView[]): Map<string, Statement> {
  const asked = Map.groupBy(
    roles.flatMap((role) => role.skills.map((skill) => ({ skill, computing: isComputing(role.activities) }))),
    ({ skill }) => skill.slug,
  )
  return new Map(
    [...asked].flatMap(([slug, asking]) => {
      const [first] = asking
      if (!first) return []
      const { name, kind, statements } = first.skill
      const level = levelAsked[kind]
      const text = statements[level - 1]?.[0]
      if (!text) return []
      const ofComputers = asking.filter(({ computing }) => computing).length * 2 > asking.length
      const part = kind === 'soft' ? 'any' : ofComputers ? 'computers' : 'some'
      return [[slug, { slug, name, kind, part, level, text, tells: 1 - (asking.length - 1) / roles.length }] as const]
    }),
  )
}

/**
 * Whether somebody new to a trade may have done it: neither with a name of its own in it ("SBAR", "BS 7671", "Postman") nor
 * something to know rather than to do ("You can say what ...").
 */
const everyday = (text: string): boolean =>
  !/(?<!^)\b[A-Z0-9]/.test(text) && !/^You can (?:say|name|tell|describe|list)\b/.test(text)
const otherCounts = 0.3

/**
 * The statements that tell the roles apart, chosen one after the other: next comes the skill that weighs most in the roles
 * about which least was asked so far, and what people have done anywhere before the rest. What every role asks for tells nothing and is left
 * out. Editors shape the questions with the skills of the roles and their first statements.
 * @returns those of any kind of work first, those about computers last
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
  /** How much was asked about each role, for each part by itself: somebody may skip one. */
  const covered = new Map<string, number>()
  const at = (role: string, part: StatementPart) => `${role} ${part}`
  const worth = ({ slug, part, text, tells }: Statement) => {
    const of = asking.get(slug) ?? []
    if (of.length === roles.length) return 0
    const counts = part === 'some' && !everyday(text) ? otherCounts : 1
    const points = of.map((each) => each.points / (1 + (covered.get(at(each.role, part)) ?? 0)) ** 2)
    return points.reduce((sum, each) => sum + each, 0) * tells * counts
  }
  const picked: Statement[] = []
  const pick = (most: number, part?: StatementPart): void => {
    const end = picked.length + most
    while (picked.length < end) {
      const [best] = [...left.values()]
        .filter((statement) => part === undefined || statement.part === part)
        .map((statement) => ({ statement, worth: worth(statement) }))
        .sort((a, b) => b.worth - a.worth || a.statement.slug.localeCompare(b.statement.slug))
      if (!best || best.worth <= 0) return
      picked.push(best.statement)
      left.delete(best.statement.slug)
      for (const { role } of asking.get(best.statement.slug) ?? []) {
        const place = at(role, best.statement.part)
        covered.set(place, (covered.get(place) ?? 0) + best.statement.tells)
      }
    }
  }
  for (const [part, share] of shares) pick(Math.floor(count * share), part)
  pick(count - picked.length)
  const place = (statement: Statement) => shares.findIndex(([part]) => part === statement.part)
  return picked.sort((a, b) => place(a) - place(b))
}
