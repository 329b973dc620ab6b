import { Rung } from '#components/rung.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { capitalised, counted } from '#lib/format.ts'
import type { Level } from '#lib/levels.ts'
import type { RoleStanding } from '../guide-view-queries.ts'

interface ToolkitProps {
  roles: readonly RoleStanding[]
  levels: ReadonlyMap<string, Level>
}

/** How many skills the toolkit lists before it points to the role. */
const skillsShown = 6

/** Beside a guide: how ready the reader is for the role it is about, and what to do next. */
export function Toolkit({ roles, levels }: ToolkitProps) {
  const [first] = roles
  if (!first) return null
  return (
    <div id="toolkit" data-live className="grid gap-8">
      {roles.length === 1 ? <OneRole standing={first} levels={levels} /> : <TwoRoles roles={roles} />}
    </div>
  )
}

function OneRole({ standing: { role, fit }, levels }: { standing: RoleStanding; levels: ReadonlyMap<string, Level> }) {
  const skills = role.skills.slice(0, skillsShown)
  return (
    <div>
      <p className="text-small font-semibold">{role.name}</p>
      {fit ? (
        <>
          <p className="mt-3 font-serif text-[3.5rem] leading-none tabular">{fit.percent}%</p>
          <p className="text-small leading-snug text-ink-soft">
            of what the role asks, from your last ratings. {openMusts(fit.openMusts)}
          </p>
        </>
      ) : (
        <p className="mt-2 text-small leading-snug text-ink-soft">
          {capitalised(counted(role.skills.length, 'skill'))}, each with a level to reach. Rate one in the text, or all
          of them in ten minutes.
        </p>
      )}
      <ul className="mt-5 border-t border-line text-small">
        {skills.map((skill) => (
          <li
            key={skill.slug}
            className="flex items-center justify-between gap-3 border-b border-line py-2 leading-snug"
          >
            <a href={`/skills/${skill.slug}`} className="text-ink no-underline hover:text-accent">
              {skill.name}
            </a>
            <Rung level={levels.get(skill.slug) ?? null} target={skill.target} />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-tiny">
        <a href={`/roles/${role.slug}`} className="text-accent underline-offset-4 hover:underline">
          All {role.skills.length} skills of the role
        </a>
      </p>
      <ButtonLink href={`/assess/${role.slug}`} className="mt-5 w-full">
        Assess yourself
      </ButtonLink>
    </div>
  )
}

function TwoRoles({ roles }: { roles: readonly RoleStanding[] }) {
  return roles.map(({ role, fit }) => (
    <div key={role.slug}>
      <p className="flex items-baseline justify-between gap-3 border-b border-line pb-1">
        <a href={`/roles/${role.slug}`} className="text-small font-semibold text-ink no-underline hover:text-accent">
          {role.name}
        </a>
        {fit && <span className="font-serif text-h3 tabular">{fit.percent}%</span>}
      </p>
      <p className="mt-2 text-small leading-snug text-ink-soft">
        {fit
          ? openMusts(fit.openMusts)
          : `${capitalised(counted(role.skills.length, 'skill'))} to compare yourself with.`}
      </p>
      <ButtonLink href={`/assess/${role.slug}`} variant="secondary" className="mt-3 w-full">
        Assess yourself
      </ButtonLink>
    </div>
  ))
}

export const openMusts = (count: number): string =>
  count === 0 ? 'No must-have is open.' : `${capitalised(counted(count, 'must-have'))} still open.`

/** The toolkit on a small screen: a slim bar at the bottom. */
export function ToolkitBar({ roles }: { roles: readonly RoleStanding[] }) {
  const [first] = roles
  if (!first) return null
  const { role, fit } = first
  return (
    <div
      id="toolkit-bar"
      data-live
      className="toolkit-bar no-print fixed inset-x-0 bottom-0 z-[5] flex items-center justify-between gap-4 border-t border-line bg-raised px-4 py-2 desktop:hidden"
    >
      <p className="text-small leading-tight">
        {fit && <strong className="tabular">{fit.percent}% </strong>}
        {role.name}
      </p>
      <ButtonLink href={`/assess/${role.slug}`}>Assess yourself</ButtonLink>
    </div>
  )
}
