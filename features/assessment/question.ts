import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'

/** @returns the question that an address asks for (counted from 1); null for none, or one that the role does not have */
export function questionAt(role: RoleView, q: string | null): { number: number; skill: RoleSkill } | null {
  if (!q || !/^\d{1,3}$/.test(q)) return null
  const number = Number(q)
  const skill = role.skills[number - 1]
  return skill ? { number, skill } : null
}
