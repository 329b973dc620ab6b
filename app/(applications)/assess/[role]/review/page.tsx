import type { Metadata } from 'next'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { carelessPattern, carelessText } from '#features/assessment/assessment.ts'
import { draftOf } from '#features/assessment/assessment-queries.ts'
import { AnswerList } from '#features/assessment/components/answer-list.tsx'
import { FinishForm } from '#features/assessment/components/finish-form.tsx'
import { currentPerson } from '#features/profile/person-queries.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { roleBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import { Frame } from '../../../../frame.tsx'

export async function generateMetadata({ params }: PageProps<'/assess/[role]/review'>): Promise<Metadata> {
  const role = await roleBySlug((await params).role)
  return { title: role ? `Your answers: ${role.name} assessment` : 'Not found' }
}

export default async function ReviewPage({ params }: PageProps<'/assess/[role]/review'>) {
  const { role: slug } = await params
  const role = await roleBySlug(slug)
  if (!role) {
    const now = await movedTo('role', slug)
    if (now) permanentRedirect(`/assess/${now}/review`)
    notFound()
  }
  const person = await currentPerson()
  const draft = person ? await draftOf(person.id, role.id) : null
  if (!draft) redirect(`/assess/${slug}`)
  const answers = role.skills.map((skill) => ({ skill, answer: draft.answers.get(skill.slug) }))
  const open = answers.filter(({ answer }) => answer === undefined)
  const pattern = carelessPattern(answers.map(({ answer }) => answer))
  return (
    <Frame section="assess" path={`/assess/${slug}/review`}>
      <Column>
        <PageHead
          kicker={role.name}
          title="Your answers"
          standfirst="Read them once more. The result keeps them as they are now."
        />
        {pattern && (
          <p className="mt-8 rounded-medium bg-mark-wash px-5 py-4 text-base" role="note">
            {carelessText(pattern)}
          </p>
        )}
        <AnswerList role={slug} answers={answers} />
        <div className="mt-8">
          {open.length > 0 ? (
            <p className="text-small">
              <strong>Not answered yet:</strong> {open.map(({ skill }) => skill.name).join(', ')}. Answer those, or
              choose “Not sure” for them.
            </p>
          ) : (
            <FinishForm role={slug} />
          )}
        </div>
      </Column>
    </Frame>
  )
}
