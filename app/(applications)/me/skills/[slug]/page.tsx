import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { TrendChart } from '#components/charts/trend-chart.tsx'
import { Column } from '#components/furniture/column.tsx'
import { Rung } from '#components/rung.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { currentPerson } from '#features/profile/person-queries.ts'
import { historyOf } from '#features/profile/profile-queries.ts'
import { sourceNames } from '#features/profile/profile-types.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { skillBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import { levelNames } from '#lib/levels.ts'
import { Frame } from '../../../../frame.tsx'
import { ProfilePageHead } from '../../profile-page-head.tsx'

export async function generateMetadata({ params }: PageProps<'/me/skills/[slug]'>): Promise<Metadata> {
  const skill = await skillBySlug((await params).slug)
  return { title: skill ? `Your history: ${skill.name}` : 'Not found' }
}

const ticks = levelNames.map((label, value) => ({ label, value }))

export default async function SkillHistoryPage({ params }: PageProps<'/me/skills/[slug]'>) {
  const { slug } = await params
  const skill = await skillBySlug(slug)
  if (!skill) {
    const now = await movedTo('skill', slug)
    if (now) permanentRedirect(`/me/skills/${now}`)
    notFound()
  }
  const person = await currentPerson()
  const history = person ? await historyOf(person.id, slug) : []
  const latest = history.at(-1)
  return (
    <Frame section="me" path={`/me/skills/${slug}`}>
      <Column>
        <ProfilePageHead
          title={skill.name}
          standfirst={latest ? `You: ${levelNames[latest.level]}.` : 'You have not rated this skill yet.'}
        />
        {history.length > 1 && (
          <div className="mt-8">
            <TrendChart
              points={history.map(({ at, level }) => ({ at, value: level }))}
              ticks={ticks}
              label={`Your level in ${skill.name} over time; the same figures are listed below`}
            />
          </div>
        )}
        {history.length > 0 && (
          <ol className="mt-8 border-t border-line" reversed>
            {history.toReversed().map((rating) => (
              <li
                key={rating.at.toISOString()}
                className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-2.5"
              >
                <span>
                  {levelNames[rating.level]}
                  <span className="text-small text-ink-soft">
                    , <Moment at={rating.at.toISOString()} withTime />, {sourceNames[rating.source]}
                  </span>
                </span>
                <Rung level={rating.level} decorative />
              </li>
            ))}
          </ol>
        )}
        <div className="no-print mt-8">
          <ButtonLink href={`/skills/${slug}`} variant={latest ? 'secondary' : 'primary'}>
            {latest ? 'Rate it again' : 'Rate it'}
          </ButtonLink>
        </div>
      </Column>
    </Frame>
  )
}
