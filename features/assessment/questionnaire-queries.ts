import 'server-only'
import { listGuides } from '#features/guide/guide-queries.ts'
import { addressesNow, allRoles } from '#features/taxonomy/taxonomy-queries.ts'
import { pickStatements, statementsOf } from './questionnaire.ts'
import type { Answers } from './questionnaire-answers.ts'
import { matchRoles, type RoleMatch, suggestionsOf } from './role-match.ts'

/** What the questionnaire asks about, and what its answers come to: the ticks under the addresses of today. */
export async function questionnaireView(answers: Answers | null) {
  const roles = await allRoles()
  const statements = pickStatements(roles)
  if (!answers) return { statements, first: [], next: [], did: [] }
  const all = statementsOf(roles)
  const now = await addressesNow(answers.did)
  const did = [...new Set(answers.did.map((slug) => now.get(slug) ?? slug))].filter((slug) => all.has(slug))
  const { first, next } = suggestionsOf(matchRoles(roles, { ...answers, did }, statements, all))
  return { statements, first: await Promise.all(first.map(withGuide)), next, did }
}

async function withGuide(match: RoleMatch) {
  const [guide] = await listGuides({ role: match.role.slug, kind: 'role-skills' })
  return { ...match, guide: guide ?? null }
}

export type Suggestion = Awaited<ReturnType<typeof withGuide>>
