import { Rung } from '#components/rung.tsx'
import type { RoleSkill } from '#features/taxonomy/taxonomy-types.ts'
import { levelNames } from '#lib/levels.ts'
import type { Answer } from '../assessment.ts'

interface AnswerListProps {
  role: string
  answers: readonly { skill: RoleSkill; answer: Answer | undefined }[]
}

/** The answers of an assessment before it ends, each with its way back. */
export function AnswerList({ role, answers }: AnswerListProps) {
  return (
    <ol className="mt-8 border-t border-line">
      {answers.map(({ skill, answer }, index) => (
        <li
          key={skill.slug}
          className="grid grid-cols-[1fr_auto] items-center gap-x-6 border-b border-line py-2 tablet:grid-cols-[1fr_14rem_auto]"
        >
          <span className="font-semibold">{skill.name}</span>
          <span className="row-start-2 flex items-center gap-2.5 text-small text-ink-soft tablet:col-start-2 tablet:row-start-1">
            <Rung level={answer ?? null} decorative />
            {answer === undefined ? 'Not answered' : answer === null ? 'Not sure' : levelNames[answer]}
          </span>
          <a
            href={`/assess/${role}?q=${index + 1}&then=review`}
            className="inline-flex min-h-11 items-center text-small text-accent underline underline-offset-4"
          >
            {answer === undefined ? 'Answer' : 'Change'}
            <span className="sr-only"> {skill.name}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}
