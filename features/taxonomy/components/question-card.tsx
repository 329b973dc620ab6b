import { levelNames } from '#lib/levels.ts'
import { quoted } from '#lib/quotation.ts'
import type { Question } from '../taxonomy-types.ts'

interface QuestionCardProps {
  id: string
  question: Question
  /** Advice that belongs to the place where the question stands. */
  children?: React.ReactNode
}

/** A question as it is asked; what it is for and what answers it stay closed until the reader has tried. */
export function QuestionCard({ id, question, children }: QuestionCardProps) {
  return (
    <section
      id={id}
      aria-label={question.question}
      className="keep-together mt-8 scroll-mt-6 border-t border-line pt-5"
    >
      <p className="font-serif text-quote font-medium">{quoted(question.question)}</p>
      <p className="mt-1 text-small text-ink-soft">
        {question.kind === 'technical' ? 'Technical' : 'Behavioural'}. Tests{' '}
        <a href={`/skills/${question.skillSlug}`} className="text-accent underline underline-offset-4">
          {question.skillName}
        </a>{' '}
        at {levelNames[question.level]}.
      </p>
      {children && <div className="mt-3">{children}</div>}
      <details className="mt-2">
        <summary className="inline-flex min-h-11 items-center text-small font-semibold text-accent underline-offset-4 hover:underline">
          Answer it out loud, then see what is looked for
        </summary>
        <dl className="mt-2 mb-2 grid gap-y-3 border-l-2 border-line pl-4 text-base leading-normal">
          <div>
            <dt className="text-small font-semibold">Why it is asked</dt>
            <dd className="text-ink-soft">{question.why}</dd>
          </div>
          <div>
            <dt className="text-small font-semibold">A strong answer</dt>
            <dd>{question.strong}</dd>
          </div>
          <div>
            <dt className="text-small font-semibold">A weak answer</dt>
            <dd className="text-ink-soft">{question.weak}</dd>
          </div>
        </dl>
      </details>
    </section>
  )
}
