import { Rung } from '#components/rung.tsx'
import type { Level } from '#lib/levels.ts'
import type { SkillField } from '../skill-fields.ts'

interface SkillDirectoryProps {
  fields: readonly SkillField<{ slug: string; name: string }>[]
  /** The reader's own, by slug. */
  levels: ReadonlyMap<string, Level>
}

/** Every skill by name, under the field of work that asks for it, with the reader's level where they gave one. */
export function SkillDirectory({ fields, levels }: SkillDirectoryProps) {
  return (
    <>
      <nav aria-label="Fields of work" className="mt-8">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small">
          {fields.map(({ slug, title }) => (
            <li key={slug}>
              <a
                href={`#${slug}`}
                className="inline-flex min-h-9 items-center text-accent underline underline-offset-4"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {fields.map(({ slug, title, skills }) => (
        <section key={slug} aria-labelledby={slug} className="mt-14">
          <h2 id={slug} className="text-h3">
            {title}
          </h2>
          <ul className="mt-3 gap-x-10 border-t border-line pt-2 tablet:columns-2 desktop:columns-3">
            {skills.map((skill) => {
              const level = levels.get(skill.slug)
              return (
                <li key={skill.slug} className="flex break-inside-avoid items-center justify-between gap-3">
                  <a
                    href={`/skills/${skill.slug}`}
                    className="inline-flex min-h-10 items-center text-base leading-snug text-ink no-underline hover:text-accent"
                  >
                    {skill.name}
                  </a>
                  {level !== undefined && <Rung level={level} />}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
