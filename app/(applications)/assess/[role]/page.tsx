import type { Metadata, Route } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { buttonClasses } from '#components/ui/button.tsx'
import { draftOf } from '#features/assessment/assessment-queries.ts'
import { AssessmentStart } from '#features/assessment/components/assessment-start.tsx'
import { QuestionForm } from '#features/assessment/components/question-form.tsx'
import { questionAt } from '#features/assessment/question.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { roleBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import { firstParam } from '#lib/params.ts'
import { Frame } from '../../../frame.tsx'

export async function generateMetadata({ params, searchParams }: PageProps<'/assess/[role]'>): Promise<Metadata> {
  const role = await roleBySlug((await params).role)
  if (!role) return { title: 'Not found' }
  const question = questionAt(role, firstParam((await searchParams).q))
  return { title: question ? `${question.skill.name}: ${role.name} assessment` : `Assess yourself: ${role.name}` }
}

export default async function AssessRolePage({ params, searchParams }: PageProps<'/assess/[role]'>) {
  const { role: slug } = await params
  const query = await searchParams
  const role = await roleBySlug(slug)
  if (!role) {
    const now = await movedTo('role', slug)
    if (now) permanentRedirect(`/assess/${now}`)
    notFound()
  }
  const person = await currentPerson()
  const [draft, levels] = await Promise.all([person ? draftOf(person.id, role.id) : null, levelsOf(person?.id ?? null)])
  const question = questionAt(role, firstParam(query.q))
  if (!question) {
    return (
      <Frame section="assess" path={`/assess/${slug}`}>
        <Column>
          <AssessmentStart role={role} answered={draft ? [...draft.answers.keys()] : []} known={[...levels.keys()]} />
        </Column>
      </Frame>
    )
  }
  const { number, skill } = question
  const fromReview = firstParam(query.then) === 'review'
  const kept = draft?.answers.get(skill.slug)
  const value = kept === null ? 'unsure' : (kept ?? levels.get(skill.slug) ?? null)
  const back = (
    fromReview ? `/assess/${slug}/review` : `/assess/${slug}${number > 1 ? `?q=${number - 1}` : ''}`
  ) as Route
  return (
    <Frame section="assess" path={`/assess/${slug}?q=${number}`}>
      <Column>
        <div className="pt-8 tablet:pt-12">
          <p className="flex flex-wrap justify-between gap-x-6 text-small text-ink-soft">
            <span>
              <a
                href={`/roles/${slug}`}
                className="text-ink underline decoration-line-strong decoration-1 underline-offset-4 hover:text-accent"
              >
                {role.name}
              </a>
              , skill {number} of {role.skills.length}
            </span>
            {draft && <span>{draft.answers.size} answered</span>}
          </p>
          <progress
            value={number - 1}
            max={role.skills.length}
            aria-label={`Skill ${number} of ${role.skills.length}`}
            className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full"
          />
        </div>
        <QuestionForm
          key={skill.slug}
          role={slug}
          skill={skill}
          number={number}
          count={role.skills.length}
          value={value}
          fromReview={fromReview}
          back={
            <a href={back} className={buttonClasses('plain')}>
              {fromReview ? 'Leave it as it was' : 'Back'}
            </a>
          }
        />
      </Column>
    </Frame>
  )
}
