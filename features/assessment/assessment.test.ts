import { describe, expect, it } from 'vitest'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import {
  type Answer,
  carelessPattern,
  compareSnapshots,
  followed,
  movementOf,
  roleChangesSince,
  takeSnapshot,
} from './assessment.ts'
import { questionAt } from './question.ts'

const skill = (slug: string, change: Partial<RoleSkill> = {}): RoleSkill => ({
  id: `id-${slug}`,
  slug,
  name: slug.toUpperCase(),
  kind: 'technical',
  definition: 'What it is.',
  target: 2,
  weight: 'must',
  statements: [['You can a.'], ['You can b.'], ['You can c.'], ['You can d.']],
  ...change,
})
const role = (...skills: RoleSkill[]): RoleView => ({
  ...{ id: 'r', slug: 'role', name: 'Role', summary: 'S', activities: [] },
  skills,
})

describe('takeSnapshot', () => {
  it('keeps the statements as they stood, whatever happens to the role', () => {
    const live = role(skill('a'))
    const snapshot = takeSnapshot(live, new Map([['a', 2]]))
    live.skills[0]?.statements[0].push('You can do something new.')
    expect(snapshot.skills[0]?.statements[0]).toEqual(['You can a.'])
    expect(snapshot.skills[0]?.answer).toBe(2)
  })

  it('keeps a skill without an answer as not sure, and drops answers to other skills', () => {
    const snapshot = takeSnapshot(role(skill('a')), new Map<string, Answer>([['z', 4]]))
    expect(snapshot.skills.map(({ slug, answer }) => [slug, answer])).toEqual([['a', null]])
  })
})

describe('carelessPattern', () => {
  it('notices the same level throughout', () => {
    expect(carelessPattern([2, 2, 2, 2, 2])).toEqual({ kind: 'same', level: 2, count: 5 })
  })

  it('notices nothing but "not sure"', () => {
    expect(carelessPattern([null, null, null, null, null])).toEqual({ kind: 'unsure', count: 5 })
  })

  it('says nothing about few answers, mixed ones, or those not given yet', () => {
    expect(carelessPattern([2, 2, 2, 2])).toBeNull()
    expect(carelessPattern([2, 2, 2, 2, 3])).toBeNull()
    expect(carelessPattern([2, 2, 2, 2, null])).toBeNull()
    expect(carelessPattern([2, 2, 2, 2, undefined, undefined])).toBeNull()
  })
})

describe('compareSnapshots', () => {
  it('shows gains, losses, what was new and what is gone', () => {
    const before = takeSnapshot(
      role(skill('up'), skill('down'), skill('gone')),
      new Map([
        ['up', 1],
        ['down', 3],
        ['gone', 2],
      ]),
    )
    const after = takeSnapshot(
      role(skill('up'), skill('down'), skill('new')),
      new Map([
        ['up', 3],
        ['down', 2],
        ['new', 1],
      ]),
    )
    expect(
      compareSnapshots(before, after).map(({ slug, before: a, after: b, difference }) => [slug, a, b, difference]),
    ).toEqual([
      ['up', 1, 3, 2],
      ['down', 3, 2, -1],
      ['new', undefined, 1, null],
      ['gone', 2, undefined, null],
    ])
  })

  it('has no difference where one side was not sure', () => {
    const before = takeSnapshot(role(skill('a')), new Map<string, Answer>([['a', null]]))
    const after = takeSnapshot(role(skill('a')), new Map([['a', 3]]))
    expect(compareSnapshots(before, after)[0]?.difference).toBeNull()
  })
})

describe('after a rename and a merge', () => {
  const then = takeSnapshot(
    role(skill('old'), skill('gone'), skill('stays')),
    new Map([
      ['old', 1],
      ['stays', 3],
    ]),
  )
  const now = role(skill('new', { name: 'NEW' }), skill('stays'))
  const current = new Map([
    ['old', 'new'],
    ['gone', 'stays'],
    ['stays', 'stays'],
  ])

  it('says what a skill is called or part of now, and not that it went', () => {
    expect(roleChangesSince(then, now, current)).toEqual(['OLD is now called NEW.', 'GONE is now part of STAYS.'])
  })

  it('compares a skill with itself', () => {
    const later = takeSnapshot(
      now,
      new Map([
        ['new', 2],
        ['stays', 3],
      ]),
    )
    const changes = compareSnapshots(followed(then, current).snapshot, followed(later, current).snapshot)
    expect(changes.map(({ slug, before, after }) => [slug, before, after])).toEqual([
      ['new', 1, 2],
      ['stays', 3, 3],
    ])
  })
})

describe('roleChangesSince', () => {
  const then = takeSnapshot(role(skill('a'), skill('b')), new Map())

  it('is silent when nothing changed', () => {
    expect(roleChangesSince(then, role(skill('a'), skill('b')))).toEqual([])
  })

  it('names what is new, gone, asked for differently or rewritten', () => {
    const rewritten = skill('b', { statements: [['You can x.'], [], [], []] })
    expect(roleChangesSince(then, role(skill('a', { target: 3, weight: 'nice' }), rewritten, skill('c')))).toEqual([
      'A is now asked for at Practitioner, not Working.',
      'A is now nice to have.',
      'The statements of B were rewritten.',
      'C is new in this role.',
    ])
    expect(roleChangesSince(then, role(skill('b')))).toEqual(['A is no longer part of this role.'])
  })
})

describe('movementOf', () => {
  it.each([
    [50, undefined, undefined, null],
    [50, 40, undefined, { points: 10, since: 'last' }],
    [40, 50, 30, { points: -10, since: 'last' }],
    [50, 50, 30, { points: 20, since: 'the one before' }],
    [50, 50, undefined, { points: 0, since: 'last' }],
  ])('now %i, last %j, before %j', (now, latest, before, movement) => {
    expect(movementOf(now, latest, before)).toEqual(movement)
  })
})

describe('questionAt', () => {
  const live = role(skill('a'), skill('b'))

  it('counts from 1', () => {
    expect(questionAt(live, '2')).toMatchObject({ number: 2, skill: { slug: 'b' } })
  })

  it.each([null, '', '0', '3', '-1', '1.5', 'x', '1e1', '999999'])('has no question %j', (q) => {
    expect(questionAt(live, q)).toBeNull()
  })
})
