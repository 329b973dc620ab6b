import type { UserRole } from '#db/schema/account.ts'

const ranks: Record<UserRole, number> = { member: 0, editor: 1, admin: 2 }

/** Whether a role gives more than another. */
export const isRaise = (from: UserRole, to: UserRole): boolean => ranks[to] > ranks[from]

/** "an editor". */
export const asRole: Record<UserRole, string> = { member: 'a member', editor: 'an editor', admin: 'an admin' }

/** What comes with a role, in a sentence: said before it is given, and to whoever has it. */
export const roleRights: Record<UserRole, string> = {
  member: 'A member keeps a skill profile of their own, and changes nothing on the site.',
  editor: 'An editor writes and publishes guides, and keeps the pictures, skills and roles. Editors see nobody’s data.',
  admin: 'An admin does all that editors do, manages people, reads the log, and imports content.',
}

export const roleNames: Record<UserRole, string> = { member: 'Member', editor: 'Editor', admin: 'Admin' }
