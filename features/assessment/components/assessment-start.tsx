import { PageHead } from '#components/furniture/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { StartAgainForm } from './finish-form.tsx'

interface AssessmentStartProps {
  role: RoleView
  /** Slugs of the skills that have an answer in an unfinished assessment. */
  answered: readonly string[]
  /** Slugs of the skills that were rated before, anywhere. */
  known: readonly string[]
}

/** What an assessment will ask, before it starts; or where it was left. */
export function AssessmentStart({ role, answered, known }: AssessmentStartProps) {
  const count = role.skills.length
  const open = role.skills.findIndex((skill) => !answered.includes(skill.slug))
  const begun = answered.length > 0
  const rated = role.skills.filter((skill) => known.includes(skill.slug)).length
  return (
    <>
      <PageHead kicker="Assess yourself" title={role.name} standfirst={role.summary} />
      <ul className="mt-8 list-disc space-y-1.5 pl-5">
        <li>
          {count} skills, one at a time, about {Math.ceil(count * 0.8)} minutes.
        </li>
        <li>Each has four levels. Choose the highest one of which everything is true of you today.</li>
        <li>“Not sure” is an answer. You can go back and change any of them.</li>
        <li>Each answer is kept as you give it, so you may stop and come back.</li>
        {rated > 0 && !begun && <li>What you have rated before is filled in already. Change what is no longer so.</li>}
      </ul>
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        {!begun && <ButtonLink href={`/assess/${role.slug}?q=1`}>Start</ButtonLink>}
        {begun && open >= 0 && (
          <ButtonLink href={`/assess/${role.slug}?q=${open + 1}`}>
            Continue: {answered.length} of {count} answered
          </ButtonLink>
        )}
        {begun && open < 0 && <ButtonLink href={`/assess/${role.slug}/review`}>Review your {count} answers</ButtonLink>}
        {begun && <StartAgainForm role={role.slug} />}
      </div>
    </>
  )
}
