import type { ContentProblem } from '../content-yaml.ts'
import type { ImportPlan, PlannedThing } from '../import-types.ts'
import { detailInWords, groupsOf, kindNames } from '../plan-words.ts'

/** What a plan would do by itself, one list after the other; what is empty is left out. */
export function PlanThings({ plan }: { plan: ImportPlan }) {
  const groups = groupsOf(plan)
  const fixed = groups.kept.filter(({ offered }) => !offered)
  return (
    <>
      <Group title="New" things={groups.new} />
      <Group title="Changes" things={groups.changes} />
      <Group title="Cannot be brought in" things={groups.stopped} />
      <Group title="Stays as it is here" things={fixed} />
    </>
  )
}

/** What a plan does not touch, for whoever wonders. */
export function PlanRest({ plan }: { plan: ImportPlan }) {
  return (
    <div>
      <Names
        title="Not in these files"
        says="They stay as they are: an import never deletes anything."
        names={plan.absent.map(({ kind, slug, label }) => ({
          key: `${kind} ${slug}`,
          text: `${kindNames[kind]}: ${label}`,
        }))}
      />
      <Names
        title="Not read"
        says="These files are no part of the content format."
        names={plan.notRead.map((name) => ({ key: name, text: name }))}
      />
    </div>
  )
}

function Group({ title, things }: { title: string; things: readonly PlannedThing[] }) {
  if (things.length === 0) return null
  return (
    <section>
      <h2 className="text-h3">
        {title} <Count of={things.length} />
      </h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {things.map((thing) => (
          <li key={`${thing.kind} ${thing.slug}`} className="grid gap-x-6 py-2 tablet:grid-cols-[7rem_1fr]">
            <span className="text-ink-soft">{kindNames[thing.kind]}</span>
            <span className="min-w-0 break-words">
              <span className="font-semibold">{thing.label}</span>
              <Detail text={detailInWords(thing)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Count = ({ of }: { of: number }) => <span className="tabular font-normal text-ink-soft">{of}</span>

const Detail = ({ text }: { text: string }) =>
  text === '' ? null : <span className="block text-ink-soft">{text}</span>

interface NamesProps {
  title: string
  says: string
  names: readonly { key: string; text: string }[]
}

function Names({ title, says, names }: NamesProps) {
  if (names.length === 0) return null
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">
        {title} <Count of={names.length} />
      </summary>
      <p className="text-ink-soft">{says}</p>
      <ul className="mt-2 columns-1 gap-8 tablet:columns-2">
        {names.map(({ key, text }) => (
          <li key={key} className="break-words py-0.5">
            {text}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What has to be put right in the files, each by its place. */
export function PlanProblems({ problems }: { problems: readonly ContentProblem[] }) {
  return (
    <section>
      <h2 className="text-h3">
        Put these right first <Count of={problems.length} />
      </h2>
      <p className="mt-1 max-w-[42rem] text-ink-soft">
        Nothing was changed, and nothing can be brought in as long as a file has an error. Correct the files and upload
        them again.
      </p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {problems.map(({ file, line, field, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may have the same problem twice
          <li key={index} className="grid gap-x-6 py-2 tablet:grid-cols-[minmax(0,22rem)_1fr]">
            <span className="break-words font-mono text-tiny leading-6">
              {file}:{line}
            </span>
            <span className="min-w-0 break-words">
              {field && <span className="font-semibold">{field}: </span>}
              <span className="text-error">{message}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
