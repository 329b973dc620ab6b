import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { practiceSteps, skills } from '#db/schema/index.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { allRoles } from '#features/taxonomy/taxonomy-queries.ts'
import type { OfferedStep } from './bridge.ts'
import { statementsOf } from './questionnaire.ts'
import type { Answers } from './questionnaire-answers.ts'
import { questionnaireView } from './questionnaire-queries.ts'
import { enoughToOrder, roleFits, rolesByWay } from './role-fit.ts'

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

/**
 * Every role for one profile: by fit, or, where too little is rated for that, in the order of the questionnaire.
 * @param answers of the questionnaire, if there are any; without them, what is rated is all that it goes by
 * @returns null for somebody who has rated nothing
 */
export async function whichRoleView(personId: string, answers: Answers | null) {
  const levels = await levelsOf(personId)
  if (levels.size === 0) return null
  const [roles, steps] = await Promise.all([allRoles(), offeredSteps()])
  if (!enoughToOrder(roles, levels)) {
    const all = statementsOf(roles)
    const did = [...levels].flatMap(([slug, level]) => (level >= (all.get(slug)?.level ?? 5) ? [slug] : []))
    return { rated: levels.size, rough: await questionnaireView(answers ?? { likes: new Map(), did }) }
  }
  return { rated: levels.size, rough: null, ...rolesByWay(roleFits(roles, levels), steps) }
}
