import 'server-only'
import { guidesComparing } from '#features/guide/comparison-queries.ts'
import { listGuides } from '#features/guide/guide-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { fitOf } from '#features/profile/scoring.ts'
import { roleNow } from '#features/taxonomy/taxonomy-queries.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { compareRoles } from './role-comparison.ts'

/** What was asked to be compared, each under its address of today; null for an address that no role has or had. */
export interface AskedRole {
  slug: string
  role: RoleView | null
}

/** @returns null where nothing was asked for */
export async function askedRole(slug: string | null): Promise<AskedRole | null> {
  return slug ? { slug, role: await roleNow(slug) } : null
}

/** Everything that the page of two roles shows. @param personId whose levels stand in it; nobody has none */
export async function comparisonView(a: RoleView, b: RoleView, personId: string | null) {
  const [levels, comparing, guidesOfA, guidesOfB] = await Promise.all([
    levelsOf(personId),
    guidesComparing(a.id, b.id),
    listGuides({ role: a.slug }),
    listGuides({ role: b.slug }),
  ])
  const sideOf = (role: RoleView, guides: typeof guidesOfA) => ({
    role,
    /** Null for whoever has rated none of its skills. */
    fit: role.skills.some(({ slug }) => levels.has(slug)) ? fitOf(role.skills, (slug) => levels.get(slug)) : null,
    guides: guides.filter(({ kind }) => kind !== 'comparison'),
  })
  return {
    a: sideOf(a, guidesOfA),
    b: sideOf(b, guidesOfB),
    comparison: compareRoles(a, b),
    comparing,
    levels,
  }
}

export type ComparisonView = Awaited<ReturnType<typeof comparisonView>>
export type ComparedSide = ComparisonView['a']
