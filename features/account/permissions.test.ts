import { describe, expect, it } from 'vitest'
import { type Ability, type Actor, abilities, can, type Subject, stranger } from './permissions.ts'

const actors = {
  stranger,
  guest: { role: 'guest', userId: null, personId: 'p1' },
  member: { role: 'member', userId: 'u1', personId: 'p1' },
  editor: { role: 'editor', userId: 'u1', personId: 'p1' },
  admin: { role: 'admin', userId: 'u1', personId: 'p1' },
} satisfies Record<string, Actor>

const own: Subject = { personId: 'p1', userId: 'u1' }
const others: Subject = { personId: 'p2', userId: 'u2' }

// An ability that comes with a role does not ask whose thing it is.
const forAll = (...roles: string[]) => ({ own: roles, others: roles, none: roles })

// Who may, written out once more by hand: for an own thing, for somebody else's, and for no thing in particular.
const matrix: Record<Ability, { own: string[]; others: string[]; none: string[] }> = {
  'profile.read': { own: ['guest', 'member', 'editor', 'admin'], others: [], none: [] },
  'profile.write': { own: ['guest', 'member', 'editor', 'admin'], others: [], none: [] },
  'assessment.read': { own: ['guest', 'member', 'editor', 'admin'], others: [], none: [] },
  'account.manage': { own: ['member', 'editor', 'admin'], others: [], none: [] },
  'guide.edit': forAll('editor', 'admin'),
  'guide.publish': forAll('editor', 'admin'),
  'picture.edit': forAll('editor', 'admin'),
  'taxonomy.edit': forAll('editor', 'admin'),
  'insight.read': forAll('editor', 'admin'),
  'content.export': forAll('editor', 'admin'),
  'content.import': forAll('admin'),
  'audit.read': forAll('admin'),
  'people.manage': forAll('admin'),
}

describe('permissions', () => {
  it('are all in the matrix', () => expect(Object.keys(matrix).sort()).toEqual(Object.keys(abilities).sort()))

  for (const [ability, expected] of Object.entries(matrix) as [Ability, (typeof matrix)[Ability]][]) {
    for (const [name, actor] of Object.entries(actors)) {
      it(`${name}: ${ability}`, () => {
        expect(can(actor, ability, own)).toBe(expected.own.includes(name))
        expect(can(actor, ability, others)).toBe(expected.others.includes(name))
        expect(can(actor, ability)).toBe(expected.none.includes(name))
      })
    }
  }

  it.each([{}, { personId: null, userId: null }, { personId: undefined }, { personId: '', userId: '' }])(
    'never takes two missing ids for the same: %j',
    (subject) => {
      for (const ability of ['profile.read', 'profile.write', 'assessment.read', 'account.manage'] as const) {
        expect(can(stranger, ability, subject)).toBe(false)
        expect(can({ role: 'admin', userId: '', personId: '' }, ability, subject)).toBe(false)
      }
    },
  )

  it.each(['', 'toString', '__proto__', 'constructor', 'guide.delete'])('denies %j, which is no ability', (ability) => {
    expect(can(actors.admin, ability as Ability, own)).toBe(false)
  })

  it('denies a role without an account', () => {
    expect(can({ role: 'admin', userId: null, personId: 'p1' }, 'people.manage')).toBe(false)
  })
})
