import type { UserRole } from '#db/schema/account.ts'

/** Whoever asks. A guest has a profile and no account; a stranger has neither. */
export interface Actor {
  role: 'stranger' | 'guest' | UserRole
  userId: string | null
  personId: string | null
}

/** Whose thing is asked for. An ability that belongs to an owner is denied without it. */
export interface Subject {
  personId?: string | null | undefined
  userId?: string | null | undefined
}

type Rule = { owner: 'personId' | 'userId' } | { roles: readonly UserRole[] }

/** The whole of what anybody may do; docs/security.md shows this table. What is not named here is denied. */
export const abilities = {
  'profile.read': { owner: 'personId' },
  'profile.write': { owner: 'personId' },
  'assessment.read': { owner: 'personId' },
  'account.manage': { owner: 'userId' },
  'guide.edit': { roles: ['editor', 'admin'] },
  'guide.publish': { roles: ['editor', 'admin'] },
  'picture.edit': { roles: ['editor', 'admin'] },
  'taxonomy.edit': { roles: ['editor', 'admin'] },
  'insight.read': { roles: ['editor', 'admin'] },
  'content.export': { roles: ['editor', 'admin'] },
  'content.import': { roles: ['admin'] },
  'audit.read': { roles: ['admin'] },
  'people.manage': { roles: ['admin'] },
} as const satisfies Record<string, Rule>

export type Ability = keyof typeof abilities

/** The abilities that come with a role and not with owning something. */
export type StaffAbility = {
  [Name in Ability]: (typeof abilities)[Name] extends { roles: unknown } ? Name : never
}[Ability]

export const stranger: Actor = { role: 'stranger', userId: null, personId: null }

/**
 * The one place that decides. A page or an action that hears no answers 404, so that nobody learns what exists.
 * @param subject the owner of the thing, for abilities that belong to an owner
 */
export function can(actor: Actor, ability: Ability, subject?: Subject): boolean {
  const rule: Rule | undefined = Object.hasOwn(abilities, ability) ? abilities[ability] : undefined
  if (!rule) return false
  if ('owner' in rule) {
    // Two missing ids are not the same person.
    const own = actor[rule.owner]
    return typeof own === 'string' && own !== '' && own === subject?.[rule.owner]
  }
  return actor.userId !== null && rule.roles.some((role) => role === actor.role)
}
