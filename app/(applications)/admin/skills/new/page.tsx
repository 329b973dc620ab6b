import type { Metadata, Route } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { SkillForm } from '#features/taxonomy/components/skill-form.tsx'
import { listSkills } from '#features/taxonomy/taxonomy-queries.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'New skill' }

export default async function NewSkillPage() {
  const user = await requireStaff('taxonomy.edit', '/admin/skills/new')
  const others = await listSkills()
  return (
    <AdminFrame
      user={user}
      section="skills"
      path="/admin/skills/new"
      title="New skill"
      kicker={
        <a href={'/admin/skills' as Route} className="text-accent underline underline-offset-4">
          Skills
        </a>
      }
    >
      <SkillForm
        skill={null}
        others={others.map(({ slug, name }) => ({ slug, name }))}
        raters="nobody"
        questionGuides={{}}
      />
    </AdminFrame>
  )
}
