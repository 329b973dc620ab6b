import { ButtonLink } from '#components/ui/button.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { capitalised, counted } from '#lib/format.ts'
import { levelNames } from '#lib/levels.ts'
import type { Movement } from '../assessment.ts'
import { gapReason } from '../gap-reason.ts'
import type { Progress } from '../progress-queries.ts'

/** The dashboard's answer, in this order: where am I, what changed, what do I do next. */
export function DashboardHead({ progress }: { progress: Progress }) {
  const { focus, drafts, changes } = progress
  const [draft] = drafts
  return (
    <div className="pt-8 tablet:pt-14">
      <h1 className="text-h2 tablet:text-h1">Where you are</h1>
      {draft && (
        <p className="mt-4 rounded-medium bg-mark-wash px-5 py-3 text-base">
          You began an assessment for {draft.name} and have not finished it.{' '}
          <a href={`/assess/${draft.slug}`} className="font-semibold text-ink underline underline-offset-4">
            Go on with it
          </a>
        </p>
      )}
      <div className="mt-6 grid gap-x-16 gap-y-8 desktop:grid-cols-3">
        {focus && (
          <section aria-label="Where am I">
            <p className="text-small text-ink-soft">
              <a
                href={`/me/roles/${focus.role.slug}`}
                className="font-semibold text-ink no-underline hover:text-accent"
              >
                {focus.role.name}
              </a>
            </p>
            <p className="mt-3 font-serif text-[4.5rem] leading-none tracking-[-0.03em] tabular">
              {focus.fit.percent}%
            </p>
            <p className="text-small text-ink-soft">
              of what the role asks.{' '}
              {focus.fit.openMusts === 0
                ? 'No must-have is open.'
                : `${capitalised(counted(focus.fit.openMusts, 'must-have'))} still open.`}
            </p>
          </section>
        )}
        <section aria-labelledby="changed">
          <h2 id="changed" className="font-sans text-small font-semibold tracking-normal">
            What changed
          </h2>
          {focus?.movement && <p className="mt-1 text-small">{movementText(focus.movement)}</p>}
          {changes.length > 0 ? (
            <ul className="mt-2 grid gap-1.5 text-small text-ink-soft">
              {changes.map((change) => (
                <li key={`${change.slug}-${change.at.toISOString()}`} className="leading-snug">
                  <a
                    href={`/me/skills/${change.slug}`}
                    className="text-ink underline decoration-line-strong decoration-1 underline-offset-4 hover:text-accent"
                  >
                    {change.name}
                  </a>
                  : {levelNames[change.before ?? 0]} → {levelNames[change.level]},{' '}
                  <Moment at={change.at.toISOString()} />
                </li>
              ))}
            </ul>
          ) : (
            <p className="mt-1 text-small text-ink-soft">
              Nothing has moved yet. When you rate a skill a second time, the difference stands here.
            </p>
          )}
        </section>
        <section aria-labelledby="next">
          <h2 id="next" className="font-sans text-small font-semibold tracking-normal">
            What to do next
          </h2>
          {focus?.next ? (
            <>
              <p className="mt-1 font-serif text-h3">
                <a href={`/skills/${focus.next.skill.slug}`} className="text-ink no-underline hover:text-accent">
                  {focus.next.skill.name}
                </a>
              </p>
              <p className="mt-1 text-small text-ink-soft">{gapReason(focus.next, focus.unknown)}</p>
              {focus.next.steps[0] && (
                <p className="mt-2 text-small">
                  First step:{' '}
                  <a
                    href={`/skills/${focus.next.skill.slug}#step-${focus.next.steps[0].key}`}
                    className="text-accent underline underline-offset-4"
                  >
                    {focus.next.steps[0].title}
                  </a>
                </p>
              )}
            </>
          ) : (
            <p className="mt-1 text-small text-ink-soft">
              {focus
                ? 'Every skill of this role is at its target. Look at another role below.'
                : 'Assess yourself against a role, and the first thing to learn stands here.'}
            </p>
          )}
          <div className="mt-4">
            {focus ? (
              <ButtonLink href={`/assess/${focus.role.slug}`} variant="secondary">
                {focus.assessed ? 'Assess yourself again' : 'Assess yourself'}
                <span className="sr-only"> as {focus.role.name}</span>
              </ButtonLink>
            ) : (
              <ButtonLink href="/assess">Assess yourself</ButtonLink>
            )}
          </div>
        </section>
      </div>
    </div>
  )
}

function movementText({ points, since }: Movement): string {
  const from = since === 'last' ? 'your last assessment' : 'the assessment before your last'
  if (points === 0) return `Your fit is the same as in ${from}.`
  return `${capitalised(counted(Math.abs(points), 'point'))} ${points > 0 ? 'up' : 'down'} since ${from}.`
}
