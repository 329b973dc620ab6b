import { Rung } from '#components/rung.tsx'
import type { Weight } from '#db/schema/index.ts'
import { levelNames, type Rank } from '#lib/levels.ts'
import { type SkillLink, weightNames } from '../taxonomy-types.ts'

interface SkillPlacesProps {
  roles: readonly { slug: string; name: string; target: Rank; weight: Weight }[]
  guides: readonly { guideSlug: string; guideTitle: string; heading: string; anchor: string }[]
  related: readonly SkillLink[]
}

/** Where a skill appears: the roles that ask for it, the sections of guides about it, the skills beside it. */
export function SkillPlaces({ roles, guides, related }: SkillPlacesProps) {
  return (
    <>
      <section aria-labelledby="asked-by" className="mt-16">
        <h2 id="asked-by" className="text-h3">
          Roles that ask for it
        </h2>
        {roles.length > 0 ? (
          <ul className="mt-3 border-t border-line">
            {roles.map((role) => (
              <li
                key={role.slug}
                className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-3"
              >
                <a href={`/roles/${role.slug}`} className="font-semibold text-ink no-underline hover:text-accent">
                  {role.name}
                </a>
                <span className="flex items-center gap-2.5 text-small text-ink-soft">
                  {weightNames[role.weight]}, {levelNames[role.target]}
                  <Rung level={null} target={role.target} decorative />
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="mt-3 text-small text-ink-soft">No role on this site asks for it by name yet.</p>
        )}
      </section>
      {guides.length > 0 && (
        <section aria-labelledby="in-guides" className="mt-12">
          <h2 id="in-guides" className="text-h3">
            Read about it
          </h2>
          <ul className="mt-3 border-t border-line">
            {guides.map((guide) => (
              <li key={`${guide.guideSlug}-${guide.anchor}`} className="border-b border-line py-3">
                <a
                  href={`/guides/${guide.guideSlug}#${guide.anchor}`}
                  className="font-semibold text-ink no-underline hover:text-accent"
                >
                  {guide.heading}
                </a>
                <span className="block text-small text-ink-soft">in {guide.guideTitle}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {related.length > 0 && (
        <p className="mt-10 text-small text-ink-soft">
          Skills beside it:{' '}
          {related.map((skill, index) => (
            <span key={skill.slug}>
              {index > 0 && ', '}
              <a href={`/skills/${skill.slug}`} className="text-accent underline underline-offset-4">
                {skill.name}
              </a>
            </span>
          ))}
          .
        </p>
      )}
    </>
  )
}
