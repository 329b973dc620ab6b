import 'server-only'
import { guideChangesSince } from '#features/guide/guide-queries.ts'
import { profileOf, recentChanges } from '#features/profile/profile-queries.ts'
import { addressesNow, allRoles } from '#features/taxonomy/taxonomy-queries.ts'
import { followed, movementOf, roleChangesSince } from './assessment.ts'
import { assessmentsOf, openDrafts, readAssessment } from './assessment-queries.ts'
import type { Unknown } from './gap-reason.ts'
import { nextFor } from './result-queries.ts'
import { enoughToOrder, type RoleFit, roleFits } from './role-fit.ts'

/** How many changes the dashboard lists. */
const changesShown = 4

/**
 * Where a person is, what changed, what to do next: everything on the dashboard.
 * @returns null for someone who has not rated anything and has begun no assessment
 */
export async function progressOf(personId: string) {
  const [profile, drafts, past, changes, roles] = await Promise.all([
    profileOf(personId),
    openDrafts(personId),
    assessmentsOf(personId),
    recentChanges(personId, changesShown),
    allRoles(),
  ])
  if (profile.size === 0 && drafts.length === 0 && past.length === 0) return null
  const levels = new Map([...profile].map(([slug, { level }]) => [slug, level]))
  const fits = roleFits(roles, levels)
  const [latest] = past
  // The role that the person last assessed; before that, the one that the ratings speak of most.
  const focus =
    fits.find(({ role }) => role.id === latest?.roleId) ??
    fits.toSorted((a, b) => b.rated - a.rated).find(({ rated }) => rated > 0)
  return {
    profile: [...profile.values()],
    drafts,
    past,
    changes,
    /** None where too little is rated to put roles in an order. */
    fits: enoughToOrder(roles, levels) ? fits.filter(({ rated }) => rated > 0) : [],
    focus: focus
      ? await focusOn(
          focus,
          profile,
          past.filter(({ roleId }) => roleId === focus.role.id),
        )
      : null,
  }
}

export type Progress = NonNullable<Awaited<ReturnType<typeof progressOf>>>

/** The role that the dashboard speaks of: how it stands today, what to learn first, and what became of it since. */
async function focusOn(
  { role, fit }: RoleFit,
  profile: Awaited<ReturnType<typeof profileOf>>,
  [latest, before]: readonly { id: string; fit: number; createdAt: Date }[],
) {
  const answers = new Map([...profile].map(([slug, { level }]) => [slug, level]))
  const [next, assessment, guideChanges] = await Promise.all([
    nextFor(role, answers),
    latest ? readAssessment(latest.id) : null,
    latest ? guideChangesSince(role.id, latest.createdAt) : [],
  ])
  const current = await addressesNow(assessment?.snapshot.skills.map(({ slug }) => slug) ?? [])
  const answered = assessment && followed(assessment.snapshot, current).snapshot.skills
  const unsure = answered?.some(({ slug, answer }) => slug === next?.skill.slug && answer === null)
  const unknown: Unknown = unsure ? 'unsure' : 'unrated'
  return {
    role,
    fit,
    next,
    /** Why there is no level for `next`, if there is none. */
    unknown,
    assessed: latest !== undefined,
    movement: movementOf(fit.percent, latest?.fit, before?.fit),
    roleChanges: assessment ? roleChangesSince(assessment.snapshot, role, current) : [],
    guideChanges,
  }
}
