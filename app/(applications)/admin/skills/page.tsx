import type { Metadata, Route } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { SavedNote } from '#features/taxonomy/components/saved-note.tsx'
import { SkillFilters } from '#features/taxonomy/components/skill-filters.tsx'
import { SkillTable } from '#features/taxonomy/components/skill-table.tsx'
import { skillRows } from '#features/taxonomy/editor-queries.ts'
import { filterSkills, nearSkills, readSkillFilter, skillsHref } from '#features/taxonomy/skill-filter.ts'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'Skills' }

export default async function SkillsPage({ searchParams }: PageProps<'/admin/skills'>) {
  const query = await searchParams
  const filter = readSkillFilter(query)
  const path = skillsHref(filter)
  const user = await requireStaff('taxonomy.edit', path)
  const all = await skillRows()
  const fitting = filterSkills(all, filter)
  const shown = fitting.length > 0 ? fitting : nearSkills(all, filter)
  return (
    <AdminFrame
      user={user}
      section="skills"
      path={path}
      title="Skills"
      actions={<ButtonLink href={'/admin/skills/new' as Route}>New skill</ButtonLink>}
    >
      {firstParam(query.deleted) === 'yes' && <SavedNote>The skill is deleted.</SavedNote>}
      <SkillFilters filter={filter} />
      <p className="mt-6 mb-2 text-ink-soft">
        {fitting.length === 0 && shown.length > 0 && 'No skill has all of these words. These have some of them: '}
        {shown.length === all.length ? `${all.length} skills` : `${shown.length} of ${all.length} skills`}
      </p>
      {shown.length > 0 ? (
        <SkillTable skills={shown} filter={filter} />
      ) : (
        <p>
          {all.length === 0
            ? 'No skill yet. A skill has four levels of “You can …” statements; guides and roles are built of skills.'
            : 'No skill is like this. '}
          {all.length > 0 && (
            <a href={'/admin/skills' as Route} className="text-accent underline underline-offset-4">
              Show all skills
            </a>
          )}
        </p>
      )}
    </AdminFrame>
  )
}
