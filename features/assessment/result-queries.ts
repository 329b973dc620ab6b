import 'server-only'
import type { Snapshot, SnapshotSkill } from '#db/schema/index.ts'
import { guideChangesSince, sectionsAbout } from '#features/guide/guide-queries.ts'
import { fitOf, type Gap, gapsOf, strengthsOf } from '#features/profile/scoring.ts'
import { addressesNow, roleById, skillsBySlugs, stepsOf } from '#features/taxonomy/taxonomy-queries.ts'
import type { PracticeStep, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import type { Level, Rank } from '#lib/levels.ts'
import { followed, roleChangesSince, takeSnapshot } from './assessment.ts'
import { type Assessment, assessmentsOf } from './assessment-queries.ts'
import { fewestHours } from './bridge.ts'

/** What a gap needs: what one level up looks like, what to do, where to read. */
export interface GapAdvice extends Gap<SnapshotSkill> {
  statements: string[]
  steps: PracticeStep[]
  sections: { guideSlug: string; guideTitle: string; heading: string; anchor: string }[]
}

/** How many sections of guides a gap points to. */
const sectionsShown = 3

/** @returns the fit, strengths and gaps of a snapshot, with today's steps and guides for each gap */
export async function adviceFor(snapshot: Snapshot) {
  const answers = new Map(snapshot.skills.map((skill) => [skill.slug, skill.answer]))
  const fit = fitOf(snapshot.skills, (slug) => answers.get(slug))
  const skills = await skillsBySlugs(snapshot.skills.map(({ slug }) => slug))
  const ids = [...skills.values()].map(({ id }) => id)
  const [steps, sections] = await Promise.all([stepsOf(ids), sectionsAbout(ids)])
  const stepsTo = (slug: string, rank: Rank) =>
    steps
      .filter((step) => step.skillId === skills.get(slug)?.id && step.reaches === rank)
      // The quickest first, which is the one that a bridge to the role begins with.
      .sort((a, b) => a.hours - b.hours)
  const gaps = gapsOf(fit, (slug, rank) => fewestHours(stepsTo(slug, rank))).map(
    (gap): GapAdvice => ({
      ...gap,
      statements: gap.skill.statements[gap.next - 1] ?? [],
      steps: stepsTo(gap.skill.slug, gap.next),
      sections: sections
        .filter((section) => section.skillId === skills.get(gap.skill.slug)?.id)
        .slice(0, sectionsShown),
    }),
  )
  return { fit, strengths: strengthsOf(fit), gaps }
}

/** What to learn first for a role: what every page names as the next thing. */
export async function nextFor(role: RoleView, levels: ReadonlyMap<string, Level>) {
  const { gaps } = await adviceFor(takeSnapshot(role, levels))
  return gaps[0] ?? null
}

/** All that the page of a result shows. */
export async function resultView(assessment: Assessment) {
  const { snapshot, roleId, personId, createdAt } = assessment
  const [advice, role, others, guideChanges, current] = await Promise.all([
    adviceFor(snapshot),
    roleById(roleId),
    assessmentsOf(personId, roleId),
    guideChangesSince(roleId, createdAt),
    addressesNow(snapshot.skills.map(({ slug }) => slug)),
  ])
  const index = others.findIndex(({ id }) => id === assessment.id)
  return {
    ...advice,
    role,
    roleChanges: role ? roleChangesSince(snapshot, role, current) : ['This role was taken off the site.'],
    guideChanges,
    /** The one before this, of the same role. */
    previous: others[index + 1] ?? null,
  }
}

/** Two assessments as `compareSnapshots` needs them: under the same addresses, whatever was renamed between them. */
export async function snapshotsNow(before: Snapshot, after: Snapshot): Promise<[Snapshot, Snapshot]> {
  const current = await addressesNow([...before.skills, ...after.skills].map(({ slug }) => slug))
  return [followed(before, current).snapshot, followed(after, current).snapshot]
}

export type ResultView = Awaited<ReturnType<typeof resultView>>
