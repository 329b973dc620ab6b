import { Rung } from '#components/rung.tsx'
import type { RoleSkill } from '#features/taxonomy/taxonomy-types.ts'
import { type Level, levelNames } from '#lib/levels.ts'

interface RoleLadderProps {
  skills: readonly RoleSkill[]
  levels: ReadonlyMap<string, Level>
}

const groups = [
  { weight: 'must', title: 'Must have' },
  { weight: 'nice', title: 'Nice to have' },
] as const

/** The skills of a role with the level it asks for, and the reader's own. */
export function RoleLadder({ skills, levels }: RoleLadderProps) {
  return groups.map(({ weight, title }) => {
    const ofWeight = skills.filter((skill) => skill.weight === weight)
    if (ofWeight.length === 0) return null
    return (
      <section key={weight} aria-labelledby={weight} className="mt-14">
        <h2 id={weight} className="text-h3">
          {title}
        </h2>
        <ul className="mt-3 border-t border-line">
          {ofWeight.map((skill) => {
            const level = levels.get(skill.slug) ?? null
            return (
              <li
                key={skill.slug}
                className="keep-together grid gap-x-6 gap-y-1 border-b border-line py-4 tablet:grid-cols-[1fr_13.5rem]"
              >
                <h3 className="font-sans text-base font-semibold tracking-normal">
                  <a href={`/skills/${skill.slug}`} className="text-ink no-underline hover:text-accent">
                    {skill.name}
                  </a>
                </h3>
                <p className="flex items-center gap-2.5 text-small text-ink-soft tablet:row-span-2 tablet:self-start tablet:pt-1">
                  <Rung level={level} target={skill.target} decorative />
                  <span className="leading-tight">
                    {levelNames[skill.target]}
                    {level !== null && <span className="block">You: {levelNames[level]}</span>}
                  </span>
                </p>
                <p className="text-small text-ink-soft">{skill.statements[skill.target - 1]?.[0]}</p>
              </li>
            )
          })}
        </ul>
      </section>
    )
  })
}
