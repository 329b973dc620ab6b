import { Rung } from '#components/rung.tsx'
import { levelNames } from '#lib/levels.ts'
import { gapReason } from '../gap-reason.ts'
import type { GapAdvice } from '../result-queries.ts'

/** The gaps of a result in the order in which to learn them, each with why it stands there and what it needs. */
export function GapList({ gaps }: { gaps: readonly GapAdvice[] }) {
  return (
    <ol className="mt-4 border-t border-line">
      {gaps.map((gap, index) => (
        <li
          key={gap.skill.slug}
          id={`gap-${gap.skill.slug}`}
          className="grid grid-cols-[2.25rem_1fr] gap-x-2 border-b border-line py-7 tablet:grid-cols-[3rem_1fr]"
        >
          <span aria-hidden="true" className="font-serif text-[1.75rem] leading-none text-accent">
            {index + 1}
          </span>
          <div>
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
              <h3 className="text-[1.5rem] leading-tight">
                <a href={`/skills/${gap.skill.slug}`} className="text-ink no-underline hover:text-accent">
                  {gap.skill.name}
                </a>
              </h3>
              <Rung level={gap.level} target={gap.skill.target} />
            </div>
            <p className="mt-1 text-small text-ink-soft">{gapReason(gap, 'unsure')}</p>
            <p className="mt-4 text-small font-semibold">At {levelNames[gap.next]}:</p>
            <ul className="mt-1 list-disc space-y-1 pl-5 text-base leading-snug">
              {gap.statements.map((statement) => (
                <li key={statement}>{statement}</li>
              ))}
            </ul>
            {gap.steps.map((step) => (
              <div key={step.key} className="keep-together mt-4 border-l-2 border-accent pl-4">
                <p className="font-semibold">
                  <a
                    href={`/skills/${gap.skill.slug}#step-${step.key}`}
                    className="text-ink underline-offset-4 hover:underline"
                  >
                    {step.title}
                  </a>
                </p>
                <p className="text-base leading-snug">{step.body}</p>
                <p className="mt-1 text-small text-ink-soft">
                  About {step.hours === 1 ? 'an hour' : `${step.hours} hours`}. Done means: {step.doneMeans}.
                </p>
              </div>
            ))}
            {gap.sections.length > 0 && (
              <p className="mt-4 text-small">
                Read:{' '}
                {gap.sections.map((section, position) => (
                  <span key={`${section.guideSlug}-${section.anchor}`}>
                    {position > 0 && '; '}
                    <a
                      href={`/guides/${section.guideSlug}#${section.anchor}`}
                      className="text-accent underline underline-offset-4"
                    >
                      {section.heading}
                    </a>{' '}
                    in {section.guideTitle}
                  </span>
                ))}
                .
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
