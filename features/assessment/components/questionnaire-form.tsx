import { buttonClasses } from '#components/ui/button.tsx'
import { activities } from '#features/taxonomy/activities.ts'
import { capitalised } from '#lib/format.ts'
import type { Statement, StatementPart } from '../questionnaire.ts'
import { type Answers, didField, type Liking, likeField, sentField } from '../questionnaire-answers.ts'

interface QuestionnaireFormProps {
  statements: readonly Statement[]
  /** What stands in it to begin with. */
  answers: Answers | null
  /** The rank of its own headings. */
  heading: 'h2' | 'h3'
}

const likingNames: [Liking, string][] = [
  ['yes', 'Yes'],
  ['bit', 'A bit'],
  ['no', 'No'],
]

const parts: { part: StatementPart; title: string; hint?: string }[] = [
  { part: 'any', title: 'In any kind of work' },
  { part: 'some', title: 'In some kinds of work' },
  {
    part: 'computers',
    title: 'Only if you have worked with computers as more than a user',
    hint: 'Everybody else may skip these.',
  },
]

/** Both parts of the questionnaire: a plain form whose answers become an address. */
export function QuestionnaireForm({ statements, answers, heading: Heading }: QuestionnaireFormProps) {
  const did = new Set(answers?.did)
  const asked = new Set(statements.map(({ slug }) => slug))
  return (
    <form method="get" action="/which-role/questions">
      <input type="hidden" name={sentField} value="yes" />
      {/* A tick of last week that is not asked about today is no less true. */}
      {[...did].map((slug) => !asked.has(slug) && <input key={slug} type="hidden" name={didField} value={slug} />)}
      <section aria-labelledby="likes" className="mt-14">
        <Heading id="likes" className="text-h3">
          1. What you like
        </Heading>
        <p className="mt-1 text-base text-ink-soft">
          Not what you are good at: what you would do for an hour without looking at the clock. Leave out what you do
          not know.
        </p>
        <div className="mt-4 border-t border-line">
          {activities.map(({ slug, text }) => (
            <LikeRow key={slug} slug={slug} text={text} value={answers?.likes.get(slug)} />
          ))}
        </div>
      </section>
      <section aria-labelledby="did" className="mt-16">
        <Heading id="did" className="text-h3">
          2. What you have done
        </Heading>
        <p className="mt-1 text-base text-ink-soft">
          At work, at home, in a club, at school: tick what is true of you. Nobody can tick all of it.
        </p>
        {parts.map(({ part, title, hint }) => (
          <StatementBoxes
            key={part}
            title={title}
            hint={hint}
            statements={statements.filter((statement) => statement.part === part)}
            did={did}
          />
        ))}
      </section>
      <button type="submit" className={buttonClasses('primary', 'mt-8')}>
        {answers ? 'Look again with these answers' : 'See which roles suit me'}
      </button>
    </form>
  )
}

function LikeRow({ slug, text, value }: { slug: string; text: string; value: Liking | undefined }) {
  const name = likeField(slug)
  return (
    // No legend: it could not stand beside its answers.
    <fieldset aria-labelledby={name} className="border-b border-line py-3">
      <div className="grid items-center gap-x-6 gap-y-1.5 tablet:grid-cols-[minmax(0,1fr)_auto]">
        <p id={name} className="text-base leading-snug">
          {capitalised(text)}
        </p>
        <div className="flex flex-wrap gap-2">
          {likingNames.map(([liking, label]) => (
            <label
              key={liking}
              className="flex min-h-11 min-w-20 cursor-pointer items-center gap-2 rounded-medium border-[1.5px] border-line px-3 text-small has-checked:border-accent has-checked:bg-accent-wash hover:border-accent"
            >
              <input
                type="radio"
                id={`${name}-${liking}`}
                name={name}
                value={liking}
                defaultChecked={value === liking}
                className="size-4 accent-accent"
              />
              {label}
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  )
}

interface StatementBoxesProps {
  title: string
  hint: string | undefined
  statements: readonly Statement[]
  did: ReadonlySet<string>
}

function StatementBoxes({ title, hint, statements, did }: StatementBoxesProps) {
  if (statements.length === 0) return null
  return (
    <fieldset className="mt-6">
      <legend className="mb-2 font-semibold">
        {title}
        {hint && <span className="block font-normal text-ink-soft">{hint}</span>}
      </legend>
      <div className="border-t border-line">
        {statements.map(({ slug, text }) => (
          <label
            key={slug}
            className="flex min-h-11 cursor-pointer items-start gap-3 border-b border-line py-3 text-base leading-snug hover:bg-sunken has-checked:bg-accent-wash"
          >
            <input
              type="checkbox"
              id={`did-${slug}`}
              name={didField}
              value={slug}
              defaultChecked={did.has(slug)}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
