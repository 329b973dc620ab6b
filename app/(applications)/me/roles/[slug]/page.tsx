import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { TrendChart } from '#components/charts/trend-chart.tsx'
import { Column } from '#components/furniture/column.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { assessmentsOf } from '#features/assessment/assessment-queries.ts'
import { PastAssessments } from '#features/assessment/components/past-assessments.tsx'
import { RoleLadder } from '#features/profile/components/role-ladder.tsx'
import { currentPerson } from '#features/profile/person-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { fitOf } from '#features/profile/scoring.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { roleBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import { Frame } from '../../../../frame.tsx'
import { ProfilePageHead } from '../../profile-page-head.tsx'

export async function generateMetadata({ params }: PageProps<'/me/roles/[slug]'>): Promise<Metadata> {
  const role = await roleBySlug((await params).slug)
  return { title: role ? `Your fit: ${role.name}` : 'Not found' }
}

const ticks = [0, 25, 50, 75, 100].map((value) => ({ value, label: `${value}%` }))

export default async function RoleTrendPage({ params }: PageProps<'/me/roles/[slug]'>) {
  const { slug } = await params
  const role = await roleBySlug(slug)
  if (!role) {
    const now = await movedTo('role', slug)
    if (now) permanentRedirect(`/me/roles/${now}`)
    notFound()
  }
  const person = await currentPerson()
  const [past, levels] = await Promise.all([
    person ? assessmentsOf(person.id, role.id) : [],
    levelsOf(person?.id ?? null),
  ])
  const { percent } = fitOf(role.skills, (skill) => levels.get(skill))
  return (
    <Frame section="me" path={`/me/roles/${slug}`}>
      <Column>
        <ProfilePageHead
          title={role.name}
          standfirst={`${percent}% of what the role asks, from your latest ratings.`}
        />
        <div className="no-print mt-6">
          <ButtonLink href={`/assess/${slug}`}>
            {past.length > 0 ? 'Assess yourself again' : 'Assess yourself'}
          </ButtonLink>
        </div>
        <section aria-labelledby="trend" className="mt-14">
          <h2 id="trend" className="text-h3">
            Over time
          </h2>
          {past.length > 1 ? (
            <div className="mt-4">
              <TrendChart
                points={past.toReversed().map(({ createdAt, fit }) => ({ at: createdAt, value: fit }))}
                ticks={ticks}
                label={`Your fit to ${role.name} over time; the same figures stand in the table below`}
              />
            </div>
          ) : (
            <p className="mt-2 text-small text-ink-soft">
              From your second assessment on, a line shows how your fit moves.
            </p>
          )}
          <PastAssessments past={past} />
        </section>
        <RoleLadder skills={role.skills} levels={levels} />
      </Column>
    </Frame>
  )
}
