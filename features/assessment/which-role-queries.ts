import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { practiceSteps, skills } from '#db/schema/index.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { allRoles } from '#features/taxonomy/taxonomy-queries.ts'
import type { OfferedStep } from './bridge.ts'
import { roleFits, rolesByWay } from './role-fit.ts'

/** Every practice step of a skill that readers see, as far as a bridge needs it. */
async function offeredSteps(): Promise<OfferedStep[]> {
  return await read
    .select({
      skill: skills.slug,
      key: practiceSteps.key,
      title: practiceSteps.title,
      reaches: practiceSteps.reaches,
      hours: practiceSteps.hours,
    })
    .from(practiceSteps)
    .innerJoin(skills, eq(skills.id, practiceSteps.skillId))
    .where(eq(skills.unfinished, false))
    .orderBy(asc(practiceSteps.skillId), asc(practiceSteps.position))
}

/** Every role for one profile. @returns null for somebody who has rated nothing */
export async function whichRoleView(personId: string) {
  const levels = await levelsOf(personId)
  if (levels.size === 0) return null
  const [roles, steps] = await Promise.all([allRoles(), offeredSteps()])
  return { rated: levels.size, ...rolesByWay(roleFits(roles, levels), steps) }
}
