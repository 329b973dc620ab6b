import { expect, it } from 'vitest'
import { pickStatements, statementsOf } from './questionnaire.ts'
import type { Liking } from './questionnaire-answers.ts'
import { matchRoles, type RoleMatch, reasonsAgainst, suggestionsOf } from './role-match.ts'
import { startingRoles } from './starting-roles-testing.ts'

const roles = startingRoles()
const statements = pickStatements(roles)

function matched(likes: Record<string, Liking>, did: string[]): RoleMatch[] {
  const asked = new Set(statements.map(({ slug }) => slug))
  expect(did.filter((slug) => !asked.has(slug))).toEqual([])
  return matchRoles(roles, { likes: new Map(Object.entries(likes)), did }, statements, statementsOf(roles))
}

/** What somebody is told with the roles that the site comes with. */
function told(likes: Record<string, Liking>, did: string[]): RoleMatch[] {
  const { first, next } = suggestionsOf(matched(likes, did))
  return [...first, ...next]
}
const slugs = (matches: readonly RoleMatch[]) => matches.map(({ role }) => role.slug)
const order = (likes: Record<string, Liking>, did: string[]) => slugs(matched(likes, did))
const technicalMusts = (slug: string) =>
  roles
    .find((role) => role.slug === slug)
    ?.skills.filter(({ kind, weight }) => kind === 'technical' && weight === 'must')

it('a warehouse picker who likes tools and order is shown what is near, and not the longest ways first', () => {
  const did = ['attention-to-detail', 'teamwork', 'problem-solving', 'active-listening']
  const found = slugs(told({ handiwork: 'yes', order: 'yes' }, did))
  expect(found[0]).toBe('electrician')
  for (const slug of found.slice(0, 3)) expect(technicalMusts(slug)?.length).toBeLessThan(7)
  // The same with the machines that turned out to be computers: the help desk comes before the data centre.
  const mistaken = told({ handiwork: 'yes', order: 'yes', machines: 'yes' }, did)
  expect(mistaken[0]?.role.slug).toBe('electrician')
  const everyRole = order({ handiwork: 'yes', order: 'yes', machines: 'yes' }, did)
  for (const far of ['devops-engineer', 'data-engineer', 'full-stack-developer'])
    expect(everyRole.indexOf(far)).toBeGreaterThan(everyRole.indexOf('it-support-technician'))
  expect(order({ machines: 'yes' }, did)[0]).toBe('it-support-technician')
})

it('a shop assistant who likes people is led to customers', () => {
  const [first] = told({ 'meeting-people': 'yes', asking: 'yes', coding: 'no' }, ['customer-service', 'teamwork'])
  expect(first?.role.slug).toBe('customer-service-representative')
  expect(first && reasonsAgainst(first)).toEqual([
    expect.stringMatching(/^\w+ of \w+ must-haves to learn, such as .+, .+ and .+\.$/),
  ])
})

it('a hobby programmer is led to programming, where some of it is done', () => {
  const likes = { coding: 'yes', building: 'yes', 'meeting-people': 'no' } as const
  const found = told(likes, ['version-control', 'sql', 'problem-solving'])
  for (const { role, missing } of found.slice(0, 3)) {
    expect(role.activities).toContain('coding')
    expect(missing.map(({ slug }) => slug)).not.toContain('sql')
    expect(role.skills.map(({ slug }) => slug)).toContain('sql')
  }
})

it('a nursing assistant is led to nursing, and then to no data centre', () => {
  const found = slugs(
    told({ caring: 'yes', 'meeting-people': 'yes' }, ['care-planning', 'data-protection', 'teamwork']),
  )
  expect(found[0]).toBe('registered-nurse')
  expect(found.slice(0, 3)).not.toContain('data-engineer')
})

it('a bookkeeper is led to accounts, and then to other figures', () => {
  const found = slugs(told({ figures: 'yes', order: 'yes', coding: 'no' }, ['accounting-software', 'spreadsheets']))
  expect(found[0]).toBe('accountant')
  expect(found.slice(1, 3)).toContain('data-analyst')
})

it('what people have done anywhere is asked about before what belongs to computers', () => {
  const parts = statements.map(({ part }) => part)
  expect(parts).toEqual(['any', 'some', 'computers'].flatMap((part) => parts.filter((each) => each === part)))
  expect(parts.filter((part) => part !== 'computers').length).toBeGreaterThan(parts.length / 2)
  const asked = slugsOf('some')
  for (const slug of ['customer-service', 'spreadsheets', 'care-planning']) expect(asked).toContain(slug)
  expect(slugsOf('computers')).toContain('http-apis')
})

const slugsOf = (wanted: string) => statements.filter(({ part }) => part === wanted).map(({ slug }) => slug)
