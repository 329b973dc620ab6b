import { describe, expect, it } from 'vitest'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import type { Level, Rank } from '#lib/levels.ts'
import { enoughToOrder, fitReasons, roleFits, rolesByWay } from './role-fit.ts'

const skill = (slug: string, target: Rank = 2, weight: 'must' | 'nice' = 'must'): RoleSkill => ({
  ...{ id: slug, slug, name: slug.toUpperCase(), kind: 'technical', definition: '', statements: [[], [], [], []] },
  target,
  weight,
})
const role = (name: string, ...skills: RoleSkill[]): RoleView => ({
  ...{ id: name, slug: name, name, summary: '', activities: [] },
  skills,
})
const levels = (given: Record<string, Level>) => new Map(Object.entries(given))
const step = (slug: string, reaches: Rank, hours: number) => ({ skill: slug, key: slug, title: slug, reaches, hours })

describe('rolesByWay', () => {
  const names = (ways: { role: RoleView }[]) => ways.map((way) => way.role.name).join('')

  it('orders by fit, then by hours, and what no step leads to comes after what can be reached', () => {
    const have = levels({ a: 2 })
    const roles = ['u', 'x', 'y', 'z'].map((slug) => role(slug.toUpperCase(), skill('a'), skill(slug)))
    const steps = [step('x', 2, 9), step('y', 2, 3), step('z', 2, 3)]
    const { near, further } = rolesByWay(roleFits([...roles, role('B', skill('a'))], have), steps)
    expect(names(near)).toBe('BYZXU')
    expect(near.map(({ bridge }) => bridge.hours)).toEqual([0, 3, 3, 9, 0])
    expect(further).toEqual([])
  })

  it('bridges must-haves only', () => {
    const [way] = rolesByWay(roleFits([role('A', skill('a'), skill('b', 2, 'nice'))], levels({ a: 0 })), [
      step('a', 2, 4),
      step('b', 2, 5),
    ]).further
    expect(way?.bridge).toMatchObject({ hours: 4, open: [] })
  })

  it('begins with the gap that every other list of gaps begins with: of two that gain as much, the quicker one', () => {
    const [way] = rolesByWay(roleFits([role('A', skill('a'), skill('b'))], levels({ a: 0 })), [
      step('a', 1, 9),
      step('b', 1, 3),
    ]).further
    expect(way?.bridge.steps.map(({ skill }) => skill)).toEqual(['b', 'a'])
    expect(way?.missing.map((gap) => gap.skill.slug)).toEqual(['b', 'a'])
  })

  it('calls near what fits at least half as well as the best, six at most', () => {
    const have = levels({ a: 2 })
    const half = role('half', skill('a'), skill('b'))
    const third = role('third', skill('a'), skill('b'), skill('c'))
    const alike = ['1', '2', '3', '4', '5', '6'].map((name) => role(name, skill('a')))
    const of = (...roles: RoleView[]) => rolesByWay(roleFits(roles, have), [])
    expect(names(of(role('whole', skill('a')), half, third).near)).toBe('wholehalf')
    expect(names(of(...alike, half).further)).toBe('half')
    expect(of(role('none', skill('b'))).near).toEqual([])
  })
})

it('orders nothing by few ratings, nor by what the questionnaire ticks', () => {
  const soft: RoleSkill = { ...skill('soft'), kind: 'soft' }
  const roles = [role('A', ...['a', 'b', 'c', 'd'].map((slug) => skill(slug)), soft)]
  const ticks = { a: 1, b: 1, c: 1, d: 1, soft: 2 } as const
  expect(enoughToOrder(roles, levels(ticks))).toBe(false)
  expect(enoughToOrder(roles, levels({ ...ticks, a: 2 }))).toBe(true)
  expect(enoughToOrder(roles, levels({ ...ticks, soft: 3 }))).toBe(true)
  expect(enoughToOrder(roles, levels({ a: 4, b: 4, c: 4, d: 4 }))).toBe(false)
  expect(enoughToOrder(roles, levels({ a: 4, b: 4, c: 4, d: 4, elsewhere: 4 }))).toBe(false)
})

describe('fitReasons', () => {
  const reasons = (all: RoleView, have: Record<string, Level>) => {
    const { near, further } = rolesByWay(roleFits([all], levels(have)), [])
    return fitReasons(near[0] ?? further[0] ?? fail())
  }
  const fail = (): never => {
    throw new Error('There is one role, and so one fit')
  }

  it('names what is there and what is missing, and counts the rest', () => {
    const musts = 'bcdefgh'.split('').map((slug) => skill(slug))
    expect(reasons(role('R', skill('a', 1), ...musts), { a: 1, b: 1 })).toEqual([
      'You reach what it asks of A.',
      'Seven must-haves are missing: B (Awareness, not yet Working), C, D, E and three others.',
      'Six skills of 8 you have not rated, so it may be up to 93%.',
    ])
  })

  it('says it when nothing is missing, or nothing is there', () => {
    expect(reasons(role('R', skill('a'), skill('b', 1, 'nice')), { a: 4, b: 0 })).toEqual([
      'You reach what it asks of A.',
      'No must-have is missing.',
    ])
    expect(reasons(role('R', skill('a')), { a: 0 })[0]).toBe('None of its skills is at its target yet.')
  })
})
