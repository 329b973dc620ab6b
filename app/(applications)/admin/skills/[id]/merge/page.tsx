import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { buttonClasses } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { peopleInWords } from '#features/profile/five-people.ts'
import { ratersOf } from '#features/profile/rater-queries.ts'
import { MergeForm } from '#features/taxonomy/components/merge-form.tsx'
import { MergeSides } from '#features/taxonomy/components/merge-sides.tsx'
import { placesOfSkill } from '#features/taxonomy/editor-queries.ts'
import { listSkills, skillById } from '#features/taxonomy/taxonomy-queries.ts'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Merge two skills' }

export default async function MergePage({ params, searchParams }: PageProps<'/admin/skills/[id]/merge'>) {
  const { id } = await params
  const path = `/admin/skills/${id}/merge`
  const user = await requireStaff('taxonomy.edit', path)
  const from = await side(id)
  if (!from) notFound()
  const others = (await listSkills()).filter((other) => other.id !== id)
  const chosen = firstParam((await searchParams).into)
  const into = others.some((other) => other.id === chosen) ? await side(chosen ?? '') : null
  return (
    <AdminFrame
      user={user}
      section="skills"
      path={path}
      title={`Merge “${from.skill.name}” into another skill`}
      kicker={
        <a href={`/admin/skills/${id}` as Route} className="text-accent underline underline-offset-4">
          {from.skill.name}
        </a>
      }
    >
      <form method="get" action={path} className="flex max-w-[40rem] flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-64">
          <Select
            label="The skill that stays"
            name="into"
            defaultValue={into?.skill.id ?? ''}
            options={[
              { value: '', label: 'Choose one' },
              ...others.map(({ id: value, name }) => ({ value, label: name })),
            ]}
          />
        </div>
        <button type="submit" className={buttonClasses('secondary')}>
          See what would happen
        </button>
      </form>
      {into ? (
        <>
          <MergeSides from={from} into={into} />
          <MergeForm id={id} from={from.skill.name} into={{ id: into.skill.id, name: into.skill.name }} />
        </>
      ) : (
        <p className="mt-8 max-w-[44rem] text-ink-soft">
          First choose the skill that stays. You then see side by side what would follow and what would be given up,
          before anything happens.
        </p>
      )}
    </AdminFrame>
  )
}

async function side(id: string) {
  const skill = await skillById(id)
  if (!skill) return null
  const [{ uses }, people] = await Promise.all([placesOfSkill(skill), ratersOf(id)])
  return { skill, uses, raters: peopleInWords(people) }
}
