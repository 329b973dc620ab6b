import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { peopleInWords } from '#features/profile/five-people.ts'
import { ratersOf } from '#features/profile/rater-queries.ts'
import { DeleteForm } from '#features/taxonomy/components/delete-form.tsx'
import { SavedNote } from '#features/taxonomy/components/saved-note.tsx'
import { SkillForm } from '#features/taxonomy/components/skill-form.tsx'
import { UndoMergeForm } from '#features/taxonomy/components/undo-merge-form.tsx'
import { UseList } from '#features/taxonomy/components/use-list.tsx'
import { placesOfSkill, questionGuides } from '#features/taxonomy/editor-queries.ts'
import { deleteSkillForm } from '#features/taxonomy/skill-actions.ts'
import { listSkills, skillById } from '#features/taxonomy/taxonomy-queries.ts'
import { usesInWords } from '#features/taxonomy/use-queries.ts'
import { capitalised } from '#lib/format.ts'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Edit a skill' }

const notes: Record<string, string> = {
  yes: 'Saved. Readers see it as it is here.',
  unfinished: 'Kept. Readers do not see it yet: save it to see what is missing.',
  merged: 'Merged. Its ratings, roles, guides and texts are here now; you can undo that below.',
  unmerged: 'The merge is undone. This skill stands by itself again.',
}

export default async function SkillEditorPage({ params, searchParams }: PageProps<'/admin/skills/[id]'>) {
  const { id } = await params
  const path = `/admin/skills/${id}`
  const user = await requireStaff('taxonomy.edit', path)
  const skill = await skillById(id)
  if (!skill) notFound()
  const [others, people, { uses, merges }, guidesOfQuestions] = await Promise.all([
    listSkills(),
    ratersOf(id),
    placesOfSkill(skill),
    questionGuides(id),
  ])
  const raters = peopleInWords(people)
  const inTheWay = usesInWords(uses)
  const note = notes[firstParam((await searchParams).saved) ?? '']
  return (
    <AdminFrame
      user={user}
      section="skills"
      path={path}
      title={skill.name}
      kicker={
        <a href={'/admin/skills' as Route} className="text-accent underline underline-offset-4">
          Skills
        </a>
      }
      actions={
        skill.unfinished ? (
          <p className="font-semibold text-mark-ink">Unfinished: readers do not see it</p>
        ) : (
          <ButtonLink href={`/skills/${skill.slug}`} variant="plain">
            See its page
          </ButtonLink>
        )
      }
    >
      {note && <SavedNote>{note}</SavedNote>}
      <SkillForm
        key={skill.updatedAt.getTime()}
        skill={skill}
        others={others.filter((other) => other.id !== id).map(({ slug, name }) => ({ slug, name }))}
        raters={raters}
        questionGuides={guidesOfQuestions}
      >
        <UseList uses={uses} rated={`${capitalised(raters)} have rated it.`} />
      </SkillForm>
      <section aria-labelledby="more-title" className="mt-14 border-t border-line pt-6">
        <h2 id="more-title" className="text-h3">
          Merge or delete
        </h2>
        <p className="mt-2 mb-4 max-w-[44rem]">
          Where two skills are one, merge them: ratings, roles, guides, steps and questions follow, and it can be
          undone.
        </p>
        {merges.map((merge) => (
          <UndoMergeForm
            key={merge.id}
            merge={{ id: merge.id, fromName: merge.fromName, at: merge.at.toISOString() }}
            into={skill.name}
          />
        ))}
        <div className="mt-4 grid justify-items-start gap-4">
          <ButtonLink href={`/admin/skills/${id}/merge` as Route} variant="secondary">
            Merge it into another skill
          </ButtonLink>
          <DeleteForm
            action={deleteSkillForm}
            id={id}
            label="Delete this skill"
            name={skill.name}
            inTheWay={inTheWay && `It cannot be deleted: ${inTheWay}.`}
          />
        </div>
      </section>
    </AdminFrame>
  )
}
