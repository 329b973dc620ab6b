import { classes } from '#components/classes.ts'
import { hoursInWords } from '#lib/format.ts'
import { type Level, levelNames } from '#lib/levels.ts'
import type { PracticeStep } from '../taxonomy-types.ts'

interface PracticeStepsProps {
  /** The slug of the skill, whose rating form stands on the same page. */
  skill: string
  steps: readonly PracticeStep[]
  /** The reader's level: the steps that lead one up from it are marked. */
  level: Level | null
}

/** How to get better at a skill: what to do, how long it takes, how to know that it is done. */
export function PracticeSteps({ skill, steps, level }: PracticeStepsProps) {
  return (
    <section aria-labelledby="practice" className="mt-16">
      <h2 id="practice" className="text-h2">
        How to get better
      </h2>
      <ol className="mt-5 border-t border-line">
        {steps.map((step) => {
          const next = level !== null && step.reaches === level + 1
          return (
            <li key={step.key} id={`step-${step.key}`} className="keep-together border-b border-line py-6">
              <p className={classes('text-small', next ? 'font-semibold text-mark-ink' : 'text-ink-soft')}>
                To reach {levelNames[step.reaches]}
                {next && ': your next level'}
              </p>
              <h3 className="mt-0.5 text-[1.4375rem] leading-snug">{step.title}</h3>
              <p className="mt-2">{step.body}</p>
              <p className="mt-2 text-small text-ink-soft">
                About {hoursInWords(step.hours)}. Done means: {step.doneMeans}.
              </p>
              <p className="no-print mt-1 text-small">
                <a
                  href={`#skill-${skill}`}
                  className="inline-flex min-h-9 items-center text-accent underline underline-offset-4"
                >
                  Done it? Rate the skill{level !== null && ' again'}
                  <span className="sr-only"> after “{step.title}”</span>
                </a>
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
