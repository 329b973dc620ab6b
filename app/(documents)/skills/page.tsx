import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { Rung } from '#components/rung.tsx'
import { currentPerson } from '#features/profile/person-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { listSkills } from '#features/taxonomy/taxonomy-queries.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Skills',
  description: 'Technical and soft skills, each with four levels told in sentences that you can answer with yes or no.',
  alternates: { canonical: '/skills' },
}

const kinds = [
  { kind: 'technical', title: 'Technical skills' },
  { kind: 'soft', title: 'Soft skills' },
] as const

export default async function SkillsPage() {
  const [skills, person] = await Promise.all([listSkills(), currentPerson()])
  const levels = await levelsOf(person?.id ?? null)
  return (
    <Frame section="skills" path="/skills">
      <Column>
        <PageHead
          title="Skills"
          standfirst="Each skill has four levels, told in sentences that begin with “You can”. Find the highest one that is true of you."
        />
        {kinds.map(({ kind, title }) => (
          <section key={kind} aria-labelledby={kind} className="mt-14">
            <h2 id={kind} className="text-h3">
              {title}
            </h2>
            <ul className="mt-3 border-t border-line">
              {skills
                .filter((skill) => skill.kind === kind)
                .map((skill) => (
                  <li key={skill.slug} className="grid grid-cols-[1fr_auto] gap-x-6 border-b border-line py-4">
                    <h3 className="font-sans text-base font-semibold tracking-normal">
                      <a href={`/skills/${skill.slug}`} className="text-ink no-underline hover:text-accent">
                        {skill.name}
                      </a>
                    </h3>
                    <span className="pt-1.5">
                      <Rung level={levels.get(skill.slug) ?? null} />
                    </span>
                    <p className="text-small text-ink-soft">{skill.definition}</p>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </Column>
    </Frame>
  )
}
