import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import type { Rank } from '#lib/levels.ts'
import { alikePairs, compareRoles, comparisonInWords } from './role-comparison.ts'

const skill = (slug: string, target: Rank = 2, weight: 'must' | 'nice' = 'must'): RoleSkill => ({
  ...{ id: slug, slug, name: slug.toUpperCase(), kind: 'technical', definition: '', statements: [[], [], [], []] },
  target,
  weight,
})
const role = (name: string, ...skills: RoleSkill[]): RoleView => ({
  ...{ id: name, slug: name.toLowerCase(), name, summary: '', activities: [] },
  skills,
})
const slugs = (skills: readonly RoleSkill[]) => skills.map(({ slug }) => slug)

describe('compareRoles', () => {
  it('puts what weighs most first, then what is furthest apart, then the name', () => {
    const a = role('A', skill('y'), skill('z', 1), skill('x', 2, 'nice'), skill('w', 1, 'nice'), skill('v', 3, 'nice'))
    const b = role('B', skill('x'), skill('z', 3), skill('y'), skill('u', 1), skill('t', 4), skill('s', 4, 'nice'))
    const { shared, onlyA, onlyB } = compareRoles(a, b)
    expect(shared.map((pair) => pair.a.slug)).toEqual(['z', 'y', 'x'])
    expect(shared.map((pair) => [pair.a.target, pair.b.target])).toEqual([
      [1, 3],
      [2, 2],
      [2, 2],
    ])
    expect(slugs(onlyA)).toEqual(['v', 'w'])
    expect(slugs(onlyB)).toEqual(['t', 'u', 's'])
  })

  it('leaves out no skill and shows none twice, whichever role stands first', () => {
    const anyRole = fc
      .uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 })
      .map((all) => all.map((slug) => skill(slug)))
    fc.assert(
      fc.property(anyRole, anyRole, (one, two) => {
        const there = compareRoles(role('A', ...one), role('B', ...two))
        const back = compareRoles(role('B', ...two), role('A', ...one))
        const all = [...slugs(there.shared.map(({ a }) => a)), ...slugs(there.onlyA), ...slugs(there.onlyB)]
        expect(all.sort()).toEqual([...new Set(slugs([...one, ...two]))].sort())
        expect(slugs(back.shared.map(({ a }) => a))).toEqual(slugs(there.shared.map(({ a }) => a)))
        expect(back.onlyB).toEqual(there.onlyA)
      }),
    )
  })
})

describe('comparisonInWords', () => {
  const words = (a: RoleView, b: RoleView) => comparisonInWords(a, b, compareRoles(a, b))

  it('counts what is shared, and says who asks for a higher level in what', () => {
    const a = role('Baker', skill('a', 3), skill('b', 1), skill('c'), skill('only', 2, 'nice'))
    const b = role(
      'Cook',
      skill('a', 1),
      skill('b', 2),
      skill('c'),
      skill('d'),
      skill('e'),
      skill('f'),
      skill('g'),
      skill('h'),
    )
    expect(words(a, b)).toEqual([
      'Three of their nine skills are shared; Baker asks for a higher level in A, Cook for a higher level in B.',
      'Must-haves of Cook alone: D, E, F and two others.',
    ])
    expect(words(b, a)[0]).toMatch(/; Cook asks for a higher level in B, Baker for a higher level in A\.$/)
  })

  it('says it when they are the same, or have nothing in common', () => {
    const [one, two] = [skill('a'), skill('b', 2, 'nice')]
    expect(words(role('A', one, two), role('B', one, two))).toEqual([
      'They ask for the same two skills, at the same levels.',
    ])
    expect(words(role('A', one), role('B', two))).toEqual([
      'They have no skill in common.',
      'Must-haves of A alone: A.',
    ])
    expect(words(role('A', one), role('B', skill('a', 3), two))[0]).toBe(
      'One of their two skills is shared; B asks for a higher level in A.',
    )
  })
})

describe('alikePairs', () => {
  const all = ['a', 'b', 'c', 'd'].map((slug) => skill(slug))
  const roles = [
    role('A', ...all),
    role('B', ...all),
    role('C', ...all.slice(1)),
    role('D', skill('d'), skill('x')),
    role('E', skill('y')),
  ]
  const pairs = (around?: string) =>
    alikePairs(roles, 9, around).map(({ a, b, shared }) => `${a.name}${b.name}${shared}`)

  it('shows each role once, the most alike first, and none that share nothing', () => {
    expect(pairs()).toEqual(['AB4', 'CD1'])
  })

  it('shows one role against all others that share something, with that role in front', () => {
    expect(pairs('c')).toEqual(['CA3', 'CB3', 'CD1'])
  })
})
