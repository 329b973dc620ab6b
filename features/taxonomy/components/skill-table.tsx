import type { Route } from 'next'
import { classes } from '#components/classes.ts'
import { Moment } from '#components/ui/moment.tsx'
import { type SkillFilter, type SkillRow, skillSorts, skillsHref } from '../skill-filter.ts'
import { kindNames } from '../taxonomy-types.ts'
import { SortHeading } from './sort-heading.tsx'

const wide = 'hidden tablet:table-cell'
const head = 'py-1 pr-4 font-semibold'
const cell = 'py-2.5 pr-4 align-top'

/** The skills as editors see them. On a phone, what has no column of its own stands below the name. */
export function SkillTable({ skills, filter }: { skills: readonly SkillRow[]; filter: SkillFilter }) {
  const href = (sort: string) =>
    skillsHref({ ...filter, sort: skillSorts.find((each) => each === sort) ?? filter.sort })
  const heading = { sort: filter.sort, href }
  return (
    <table className="w-full text-left">
      <thead>
        <tr className="border-b border-line-strong">
          <SortHeading {...heading} name="name" label="Skill" className={head} />
          <th scope="col" className={classes(head, wide)}>
            Kind
          </th>
          <SortHeading {...heading} name="roles" label="Roles" descendingFirst className={head} />
          <SortHeading {...heading} name="guides" label="Guides" descendingFirst className={head} />
          <SortHeading {...heading} name="changed" label="Changed" descendingFirst className={classes(head, wide)} />
        </tr>
      </thead>
      <tbody>
        {skills.map((skill) => (
          <tr key={skill.id} className="border-b border-line">
            <th scope="row" className={classes(cell, 'w-full font-normal tablet:w-[50%]')}>
              <a
                href={`/admin/skills/${skill.id}` as Route}
                className="inline-block min-h-6 font-semibold text-ink underline decoration-line-strong underline-offset-4 hover:decoration-accent"
              >
                {skill.name}
              </a>
              {skill.unfinished && <span className="block font-semibold text-mark-ink">Unfinished</span>}
              <span className="block text-tiny text-ink-soft tablet:hidden">{kindNames[skill.kind]}</span>
            </th>
            <td className={classes(cell, wide)}>{kindNames[skill.kind]}</td>
            <td className={classes(cell, 'tabular')}>{skill.roles}</td>
            <td className={classes(cell, 'tabular')}>{skill.guides}</td>
            <td className={classes(cell, wide, 'whitespace-nowrap')}>
              <Moment at={skill.updatedAt.toISOString()} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
