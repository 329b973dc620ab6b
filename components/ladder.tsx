import { type Level, levelNames, type Rank } from '#lib/levels.ts'
import { classes } from './classes.ts'

interface LadderProps {
  /** The question that the choice answers. */
  legend: string
  /** What it is about, for whoever hears the question away from its heading. */
  about?: string
  /** Makes the radio ids unique on the page. */
  id: string
  /** The statements of levels 1 to 4. */
  statements: readonly (readonly string[])[]
  /** What is chosen; 'unsure' only where that can be answered. */
  value: Level | 'unsure' | null
  target?: Rank | null
  /** Offer "Not sure", as an assessment does. */
  unsure?: boolean
  /** Show only the first statement of each level. */
  brief?: boolean
  error?: string | undefined
}

const rungs = [4, 3, 2, 1, 0] as const

/** The rung as a ladder: where a level is chosen. Expert stands at the top, as on a ladder. */
export function Ladder({
  legend,
  about,
  id,
  statements,
  value,
  target = null,
  unsure = false,
  brief = false,
  error,
}: LadderProps) {
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="min-w-0">
      <legend className="mb-2 text-small font-semibold">
        {about && <span className="sr-only">{about}: </span>}
        {legend}
      </legend>
      {error && (
        <p id={`${id}-error`} className="mb-2 text-small font-semibold text-error">
          {error}
        </p>
      )}
      <div>
        {rungs.map((level) => (
          <Choice
            key={level}
            id={`${id}-${level}`}
            value={String(level)}
            checked={value === level}
            name={levelNames[level]}
            target={level === target}
          >
            <Statements level={level} statements={level === 0 ? [] : (statements[level - 1] ?? [])} brief={brief} />
          </Choice>
        ))}
        {unsure && (
          <Choice id={`${id}-unsure`} value="unsure" checked={value === 'unsure'} name="Not sure" target={false}>
            I can’t tell yet. It counts as none until you rate it.
          </Choice>
        )}
      </div>
    </fieldset>
  )
}

function Statements({ level, statements, brief }: { level: Level; statements: readonly string[]; brief: boolean }) {
  if (level === 0) return <>None of these yet.</>
  if (brief || statements.length < 2) return <>{statements[0]}</>
  return (
    <>
      {statements.map((statement) => (
        <span key={statement} className="block not-first:mt-1">
          {statement}
        </span>
      ))}
    </>
  )
}

interface ChoiceProps {
  id: string
  value: string
  checked: boolean
  name: string
  target: boolean
  children: React.ReactNode
}

function Choice({ id, value, checked, name, target, children }: ChoiceProps) {
  return (
    <label
      htmlFor={id}
      className={classes(
        'group grid cursor-pointer grid-cols-[1.5rem_1fr] gap-x-3 rounded-medium px-2 py-2.5 tablet:grid-cols-[1.5rem_8.5rem_1fr]',
        'hover:bg-sunken has-checked:bg-mark-wash has-focus-visible:outline-3 has-focus-visible:outline-accent',
      )}
    >
      <input
        type="radio"
        id={id}
        name="level"
        value={value}
        defaultChecked={checked}
        className="mt-[0.2em] size-5 shrink-0 cursor-pointer self-start accent-mark outline-none"
      />
      <span className="text-small font-semibold tablet:text-base">
        {name}
        {target && (
          <span className="ml-2 inline-block rounded-small border-[1.5px] border-ink px-1.5 align-[0.08em] text-tiny font-semibold tablet:mt-0.5 tablet:ml-0">
            role’s target
          </span>
        )}
      </span>
      <span className="col-start-2 text-small text-ink-soft group-has-checked:text-ink tablet:col-start-3 tablet:text-base tablet:leading-snug">
        {children}
      </span>
    </label>
  )
}
