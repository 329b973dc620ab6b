import { Rung } from '#components/rung.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { levelNames } from '#lib/levels.ts'
import type { SkillRating } from '../profile-types.ts'

const groups = [
  { kind: 'technical', title: 'Technical' },
  { kind: 'soft', title: 'Soft' },
] as const

/** Every skill that a person has rated, as it stands, with the way to its history. */
export function SkillProfile({ profile }: { profile: readonly SkillRating[] }) {
  return (
    <div className="mt-3 grid gap-x-14 gap-y-8 tablet:grid-cols-2">
      {groups.map(({ kind, title }) => {
        const skills = profile.filter((skill) => skill.kind === kind)
        if (skills.length === 0) return null
        return (
          <section key={kind} aria-labelledby={`profile-${kind}`}>
            <h3 id={`profile-${kind}`} className="font-sans text-small font-semibold tracking-normal text-ink-soft">
              {title}
            </h3>
            <ul className="mt-1 border-t border-line">
              {skills.map((skill) => (
                <li key={skill.slug} className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2.5">
                  <a href={`/me/skills/${skill.slug}`} className="leading-snug text-ink no-underline hover:text-accent">
                    {skill.name}
                  </a>
                  <span className="pt-1">
                    <Rung level={skill.level} />
                  </span>
                  <span className="text-tiny text-ink-soft">
                    {levelNames[skill.level]}, <Moment at={skill.at.toISOString()} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
