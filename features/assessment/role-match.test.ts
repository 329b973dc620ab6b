import { describe, expect, it } from 'vitest'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { statementsOf } from './questionnaire.ts'
import type { Liking } from './questionnaire-answers.ts'
import { matchRoles, reasonsAgainst, reasonsFor, suggestionsOf } from './role-match.ts'

const skill = (slug: string, weight: 'must' | 'nice' = 'must'): RoleSkill => ({
  ...{ id: slug, slug, name: slug.toUpperCase(), kind: 'technical', definition: '', target: 3, weight },
  statements: [[`You can do ${slug}, and say so.`], [], [], []],
})
const role = (name: string, activities: string[], ...skills: RoleSkill[]): RoleView => ({
  ...{ id: name, slug: name, name, summary: '' },
  activities,
  skills,
})

function match(roles: RoleView[], likes: Record<string, Liking>, did: string[] = [], asked?: string[]) {
  const all = statementsOf(roles)
  const statements = [...all.values()].filter(({ slug }) => !asked || asked.includes(slug))
  return matchRoles(roles, { likes: new Map(Object.entries(likes)), did }, statements, all)
}
const points = (matches: ReturnType<typeof match>) => matches.map((each) => [each.role.name, each.points])

describe('matchRoles', () => {
  it('takes the average of what the day holds, so that naming more of it is no advantage', () => {
    const roles = [
      role('three', ['coding', 'order', 'figures']),
      role('four', ['coding', 'order', 'figures', 'caring']),
      role('care', ['caring']),
    ]
    expect(points(match(roles, { coding: 'yes', order: 'bit', caring: 'no' }))).toEqual([
      ['three', 1],
      ['four', 0.25],
      ['care', -2],
    ])
  })

  it('lets a like tell the more, the fewer roles name it', () => {
    const roles = [
      role('rare', ['coding', 'handiwork']),
      role('common', ['coding', 'order']),
      role('other', ['order', 'coding']),
    ]
    const [first] = match(roles, { handiwork: 'yes' })
    expect(first?.points).toBeGreaterThan(1)
    expect(match(roles, { coding: 'yes' }).find((each) => each.role.name === 'rare')?.points).toBeLessThan(1)
  })

  const several = (...slugs: string[]) => slugs.map((slug) => skill(slug))

  it('counts a must-have three times among what was asked about a role, and nothing that was not asked', () => {
    const roles = [role('A', [], ...several('a', 'b', 'c'), skill('n', 'nice'), skill('later'))]
    const asked = ['a', 'b', 'c', 'n']
    expect(points(match(roles, {}, ['n'], asked))).toEqual([['A', 0.2]])
    expect(points(match(roles, {}, ['n', 'a'], asked))).toEqual([['A', 0.8]])
    expect(points(match(roles, {}, asked, asked))).toEqual([['A', 2]])
    // A tick from an older address counts as well, though it is not asked about any more.
    expect(points(match(roles, {}, ['later'], ['a', 'b']))).toEqual([['A', 2 / 3]])
  })

  it('takes no single tick for a whole role', () => {
    expect(points(match([role('A', [], skill('a'))], {}, ['a']))).toEqual([['A', 2 / 3]])
  })

  it('lets a tick that fits many roles decide less than one that fits few', () => {
    const roles = [
      role('A', [], ...several('common', 'x', 'y', 'rare')),
      role('B', [], skill('common')),
      role('C', [], skill('common')),
      role('D', [], skill('d')),
    ]
    const ofA = (did: string[]) => match(roles, {}, did).find((each) => each.role.name === 'A')?.points ?? 0
    expect(ofA(['rare'])).toBeCloseTo(2 * ofA(['common']), 10)
    expect(ofA(['common', 'x', 'y', 'rare'])).toBe(2)
  })

  it('weighs having done all of it as much as liking all of it', () => {
    const roles = [role('done', [], ...several('a', 'b', 'c', 'd')), role('liked', ['coding'])]
    expect(points(match(roles, { coding: 'yes' }, ['a', 'b', 'c', 'd'])).map(([, value]) => value)).toEqual([2, 2])
  })

  it('settles ties by likes, then by ticks, then by name', () => {
    const roles = [
      role('B', [], skill('x')),
      role('A', [], skill('y')),
      role('D', [], skill('x'), skill('y')),
      role('C', ['coding']),
    ]
    expect(match(roles, { coding: 'yes' }, ['x', 'y']).map((each) => each.role.name)).toEqual(['C', 'D', 'A', 'B'])
  })

  it('puts the nearer of two with the same day first, and one of computers behind one that is not', () => {
    const coder = { ...role('Coder', ['coding', 'order'], skill('y')) }
    const roles = [role('Far', ['order'], ...several('a', 'b', 'c')), role('Near', ['order'], skill('x')), coder]
    expect(points(match(roles, { order: 'yes', coding: 'yes' }))).toEqual([
      ['Near', 2],
      ['Coder', 2],
      ['Far', 2],
    ])
  })

  it('counts every must-have as one to learn, asked about or not, technical ones first', () => {
    const soft: RoleSkill = { ...skill('soft'), kind: 'soft' }
    const roles = [role('A', [], soft, skill('a'), skill('b'), skill('n', 'nice'), { ...skill('high'), target: 4 })]
    const [found] = match(roles, {}, ['a'], ['a'])
    expect(found?.missing.map(({ slug }) => slug)).toEqual(['high', 'b', 'soft'])
  })

  it('ignores an activity that is not on the list any more', () => {
    expect(points(match([role('A', ['juggling', 'coding'])], { coding: 'yes', juggling: 'no' }))).toEqual([['A', 2]])
  })
})

it('suggests nothing that has nothing for it: a dislike can outweigh a like', () => {
  const roles = [role('A', ['coding', 'order']), role('B', ['coding', 'caring']), role('C', ['figures'])]
  const { first, next } = suggestionsOf(match(roles, { coding: 'yes', caring: 'no' }))
  expect(first.map((each) => each.role.name)).toEqual(['A'])
  expect(next).toEqual([])
  const many = Array.from({ length: 12 }, (_, index) => role(`R${index}`, ['coding']))
  const all = suggestionsOf(match(many, { coding: 'bit' }))
  expect([all.first.length, all.next.length]).toEqual([5, 5])
})

it('explains a suggestion by what was answered, and says what speaks against it', () => {
  const of = role(
    'A',
    ['coding', 'order', 'figures', 'caring'],
    ...['a', 'b', 'c', 'd', 'e'].map((slug) => skill(slug)),
    skill('n', 'nice'),
  )
  const [found] = match([of], { coding: 'yes', order: 'yes', figures: 'bit', caring: 'no' }, ['n', 'a', 'b', 'c'])
  if (!found) throw new Error('There is one role, and so one match')
  expect(reasonsFor(found)).toEqual([
    'You like telling a computer exactly what to do and keeping things in good order: that fills much of the day here.',
    'There is some of this as well: working with figures until they add up.',
    'You can do a, and say so: that is A, a must-have here.',
    'You can do b, and say so: that is B, a must-have here.',
    'You can do c, and say so: that is C, a must-have here.',
    'One more of your ticks belongs to its skills.',
  ])
  expect(reasonsAgainst(found)).toEqual([
    'The day also holds what you do not like: looking after people who need help.',
    'Two of five must-haves to learn: D and E.',
  ])
  const all = [...of.skills.filter(({ weight }) => weight === 'must')]
  expect(reasonsAgainst({ ...found, missing: all, liked: { ...found.liked, no: [] } })).toEqual([
    'All five must-haves to learn, such as A, B and C.',
  ])
  expect(reasonsFor({ ...found, done: [], liked: { yes: ['coding'], bit: [], no: [] } })).toEqual([
    'You like telling a computer exactly what to do: that is part of the day here.',
  ])
  expect(reasonsAgainst({ ...found, missing: [], liked: { ...found.liked, no: [] } })).toEqual([])
})
