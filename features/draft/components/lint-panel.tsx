'use client'

import { classes } from '#components/classes.ts'
import type { LintIssue } from '#features/guide/lint-issue.ts'
import { countIssues } from '../lint-counts.ts'
import type { Lint } from '../use-lint.ts'

interface LintPanelProps {
  lint: Pick<Lint, 'issues' | 'pending'>
  /** Takes the editor to the line, or to the field, that an issue is about. */
  onJump(issue: LintIssue): void
  /** What a line of the body belongs to, in words. */
  placeOf(line: number): string | null
}

/** What must and what should be put right in a guide, each a way to its place. */
export function LintPanel({ lint: { issues, pending }, onJump, placeOf }: LintPanelProps) {
  const { errors, warnings } = countIssues(issues)
  const sum =
    issues.length === 0
      ? 'Nothing to put right.'
      : [errors > 0 && numbered(errors, 'error'), warnings > 0 && numbered(warnings, 'warning')]
          .filter(Boolean)
          .join(', ')
          .concat('.')
  return (
    <section aria-labelledby="lint-title" className="text-small">
      <div className="flex items-baseline justify-between gap-3 border-b border-line pb-1.5">
        <h2 id="lint-title" className="font-sans text-small font-semibold tracking-normal">
          Checks
        </h2>
        {/* Only a changed count changes this text, so that it is not read out with every key. */}
        <p role="status" className="text-tiny text-ink-soft">
          {sum}
          <span aria-hidden="true">{pending && ' …'}</span>
        </p>
      </div>
      {issues.length === 0 && !pending && (
        <p className="mt-2 text-ink-soft">
          Every reference leads somewhere, every section can be acted on, and no claim is without a source.
        </p>
      )}
      <Group
        title="Must be put right before a publish"
        issues={issues.filter(({ severity }) => severity === 'error')}
        onJump={onJump}
        placeOf={placeOf}
      />
      <Group
        title="Should be put right"
        issues={issues.filter(({ severity }) => severity === 'warning')}
        onJump={onJump}
        placeOf={placeOf}
      />
    </section>
  )
}

interface GroupProps {
  title: string
  issues: readonly LintIssue[]
  onJump(issue: LintIssue): void
  placeOf: LintPanelProps['placeOf']
}

const numbered = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** More than anybody reads at once; the rest comes up as these are put right. */
const shownAtOnce = 40

function Group({ title, issues, onJump, placeOf }: GroupProps) {
  const [first] = issues
  if (!first) return null
  return (
    <div className="mt-2">
      <h3
        className={classes(
          'font-sans text-tiny font-semibold tracking-normal',
          first.severity === 'error' ? 'text-error' : 'text-mark-ink',
        )}
      >
        {title}
      </h3>
      <ul className="mt-1 -ml-2">
        {withKeys(issues.slice(0, shownAtOnce)).map(([key, issue]) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => onJump(issue)}
              className="block min-h-11 w-full rounded-small px-2 py-2 text-left leading-snug hover:bg-sunken"
            >
              <span className="block text-tiny text-ink-soft">{placeInWords(issue, placeOf)}</span>
              {issue.message}
            </button>
          </li>
        ))}
      </ul>
      {issues.length > shownAtOnce && (
        <p className="mt-1 text-tiny text-ink-soft">And {issues.length - shownAtOnce} more of them further down.</p>
      )}
    </div>
  )
}

const fieldNames: Record<string, string> = {
  body: 'Text',
  roles: 'Roles',
  reviewed: 'Reviewed',
  standfirst: 'Standfirst',
  description: 'Search text',
  explore: 'Explore',
}

/** Where an issue is, in a word. */
function placeInWords({ line, field }: LintIssue, placeOf: LintPanelProps['placeOf']): string {
  if (line > 0) return placeOf(line) ?? 'Beginning of the text'
  const [name = '', at] = (field ?? 'body').split('.')
  const label = fieldNames[name] ?? name.charAt(0).toUpperCase() + name.slice(1)
  return at === undefined ? label : `${label} ${Number(at) + 1}`
}

/** Keys that stay with an issue while lines are added above it; two that say the same get a number. */
function withKeys(issues: readonly LintIssue[]): [key: string, issue: LintIssue][] {
  const seen = new Map<string, number>()
  return issues.map((issue) => {
    const words = `${issue.rule} ${issue.field ?? ''} ${issue.message}`
    const count = (seen.get(words) ?? 0) + 1
    seen.set(words, count)
    return [`${words} ${count}`, issue]
  })
}
