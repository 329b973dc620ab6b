import { capitalised, counted, hoursInWords, inWords } from '#lib/format.ts'
import { levelNames } from '#lib/levels.ts'
import type { OfferedStep } from '../bridge.ts'
import { fitReasons, type RoleWay } from '../role-fit.ts'

/** How many steps of a bridge are named at once. */
const stepsShown = 3

/**
 * Up to how many open must-haves the hours are added up. Of more, the sum would be read as the time that learning the trade
 * takes, which is many times that.
 */
const mostSummed = 3

/** Roles in full: how well each fits, why, and the shortest way there. */
export function NearRoles({ ways }: { ways: readonly RoleWay[] }) {
  return (
    <ol className="mt-4 border-t border-line">
      {ways.map((way) => (
        <li
          key={way.role.slug}
          className="grid gap-x-6 gap-y-2 border-b border-line py-8 tablet:grid-cols-[5.5rem_minmax(0,1fr)]"
        >
          <p className="font-serif text-[2.25rem] leading-none tabular">
            {way.fit.percent}%<span className="sr-only"> fit:</span>
          </p>
          <div>
            <h3 className="text-[1.5rem] leading-tight">
              <a href={`/roles/${way.role.slug}`} className="text-ink no-underline hover:text-accent">
                {way.role.name}
              </a>
            </h3>
            <Reasons way={way} />
            <Way way={way} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Reasons({ way }: { way: RoleWay }) {
  return (
    <div className="mt-2 space-y-1 text-base leading-snug">
      {fitReasons(way).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

/** The shortest way to every must-have, with its first steps. */
function Way({ way: { bridge, role, fit } }: { way: RoleWay }) {
  if (fit.openMusts === 0) {
    return (
      <p className="mt-4 text-small">
        <a href={`/me/roles/${role.slug}`} className="text-accent underline underline-offset-4">
          See what is left of {role.name}
        </a>
      </p>
    )
  }
  const nameOf = (slug: string) => role.skills.find((skill) => skill.slug === slug)?.name ?? slug
  const first = bridge.steps.slice(0, stepsShown)
  const later = bridge.steps.slice(stepsShown)
  const stepList = (steps: readonly OfferedStep[], start: number) => (
    <ol start={start} className="mt-1 list-decimal space-y-1.5 pl-6 text-small">
      {steps.map((step) => (
        <li key={`${step.skill} ${step.key}`}>
          <a href={`/skills/${step.skill}#step-${step.key}`} className="text-accent underline underline-offset-4">
            {step.title}
          </a>
          <span className="text-ink-soft">
            : {nameOf(step.skill)} to {levelNames[step.reaches]}, {hoursInWords(step.hours)}
          </span>
        </li>
      ))}
    </ol>
  )
  return (
    <>
      {bridge.steps.length > 0 && (
        <>
          <p className="mt-4 text-small font-semibold">
            {fit.openMusts <= mostSummed && `${wayText(bridge)} `}Begin with:
          </p>
          {stepList(first, 1)}
          {later.length > 0 && (
            <details className="mt-1.5">
              <summary className="min-h-9 cursor-pointer py-1.5 text-small text-accent">
                Then {inWords(later.length)} more<span className="sr-only"> towards {role.name}</span>
              </summary>
              {stepList(later, stepsShown + 1)}
            </details>
          )}
        </>
      )}
      {bridge.open.length > 0 && (
        <p className="mt-2 text-small text-ink-soft">
          Not counted: {bridge.open.map(nameOf).join(', ')}, for which no step up to the target is written yet.
        </p>
      )}
    </>
  )
}

function wayText({ steps, hours }: RoleWay['bridge']): string {
  return `To every must-have: ${counted(steps.length, 'practice step')} on this site, about ${hoursInWords(hours)}. Learning the trade takes longer.`
}

/** The other roles, in a line each; why and how stands below it for whoever asks. */
export function FurtherRoles({ ways }: { ways: readonly RoleWay[] }) {
  return (
    <ul className="mt-3 border-t border-line">
      {ways.map((way) => (
        <li
          key={way.role.slug}
          className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-baseline gap-x-4 border-b border-line py-3"
        >
          <p className="font-serif text-quote tabular">
            <span className="sr-only">Fit: </span>
            {way.fit.percent}%
          </p>
          <div>
            <h3 className="font-sans text-base leading-snug font-semibold tracking-normal">
              <a href={`/roles/${way.role.slug}`} className="text-ink no-underline hover:text-accent">
                {way.role.name}
              </a>
            </h3>
            <details>
              <summary className="cursor-pointer text-small text-ink-soft">{shortWay(way)}</summary>
              <div className="pb-3">
                <Reasons way={way} />
                <Way way={way} />
              </div>
            </details>
          </div>
        </li>
      ))}
    </ul>
  )
}

function shortWay({ fit, bridge }: RoleWay): string {
  if (fit.openMusts === 0) return 'No must-have is missing'
  const missing = `${capitalised(counted(fit.openMusts, 'must-have'))} missing`
  return bridge.steps.length > 0 && fit.openMusts <= mostSummed
    ? `${missing}: about ${hoursInWords(bridge.hours)} of practice steps on this site`
    : missing
}
