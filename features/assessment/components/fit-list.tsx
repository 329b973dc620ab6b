import { capitalised, counted } from '#lib/format.ts'
import type { RoleFit } from '../role-fit.ts'

/** The roles that one profile speaks to, best fit first. */
export function FitList({ fits }: { fits: readonly RoleFit[] }) {
  return (
    <ul className="mt-3 border-t border-line">
      {fits.map(({ role, fit, rated }) => (
        <li key={role.slug} className="grid grid-cols-[4.5rem_1fr] items-baseline gap-x-4 border-b border-line py-3">
          <span className="font-serif text-h3 tabular">{fit.percent}%</span>
          <span>
            <a href={`/me/roles/${role.slug}`} className="font-semibold text-ink no-underline hover:text-accent">
              {role.name}
            </a>
            <span className="block text-small text-ink-soft">
              {fit.percent === 100
                ? 'Everything at its target'
                : fit.openMusts === 0
                  ? 'No must-have open'
                  : `${capitalised(counted(fit.openMusts, 'must-have'))} open`}
              {rated < role.skills.length &&
                `; ${counted(role.skills.length - rated, 'skill')} of ${role.skills.length} not rated yet, so it may be up to ${fit.atBest}%`}
              .
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
