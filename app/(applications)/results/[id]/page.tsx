import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LevelChart } from '#components/charts/level-chart.tsx'
import { Column } from '#components/furniture/column.tsx'
import { Rung } from '#components/rung.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { readAssessment } from '#features/assessment/assessment-queries.ts'
import { ChangesSince } from '#features/assessment/components/changes-since.tsx'
import { GapList } from '#features/assessment/components/gap-list.tsx'
import { ResultHead } from '#features/assessment/components/result-head.tsx'
import { ResultWorking } from '#features/assessment/components/result-working.tsx'
import { resultView } from '#features/assessment/result-queries.ts'
import { KeepIt } from '#features/profile/components/keep-it.tsx'
import { currentPerson, recoveryCodeOf } from '#features/profile/person-queries.ts'
import { Frame } from '../../../frame.tsx'

export async function generateMetadata({ params }: PageProps<'/results/[id]'>): Promise<Metadata> {
  const assessment = await readAssessment((await params).id)
  return { title: assessment ? `Your result: ${assessment.snapshot.role.name}` : 'Not found' }
}

export default async function ResultPage({ params }: PageProps<'/results/[id]'>) {
  const { id } = await params
  const assessment = await readAssessment(id)
  if (!assessment) notFound()
  const [view, person] = await Promise.all([resultView(assessment), currentPerson()])
  const { fit, strengths, gaps, previous } = view
  const { snapshot } = assessment
  const code = person?.kind === 'guest' ? await recoveryCodeOf(person.id) : null
  return (
    <Frame section="me" path={`/results/${id}`}>
      <Column>
        <ResultHead role={snapshot.role.name} fit={fit} at={assessment.createdAt} />
        <div className="no-print mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          {previous && (
            <ButtonLink href={`/me/compare?from=${previous.id}&to=${id}`} variant="secondary">
              Compare with last time
            </ButtonLink>
          )}
          <PrintButton />
        </div>
        {person?.kind === 'guest' && <KeepIt code={code} />}
        <ChangesSince roleChanges={view.roleChanges} guideChanges={view.guideChanges} />
        <section aria-labelledby="chart" className="mt-14">
          <h2 id="chart" className="text-h3">
            Where you are, and where the role asks you to be
          </h2>
          <LevelChart
            tableId="working"
            rows={fit.parts.map(({ skill, level }) => ({
              key: skill.slug,
              name: skill.name,
              level,
              target: skill.target,
            }))}
          />
        </section>
        <section aria-labelledby="strengths" className="mt-16">
          <h2 id="strengths" className="text-h3">
            What you bring
          </h2>
          {strengths.length > 0 ? (
            <ul className="mt-3 border-t border-line">
              {strengths.map(({ skill, level }) => (
                <li key={skill.slug} className="keep-together border-b border-line py-3.5">
                  <p className="flex flex-wrap items-center justify-between gap-x-6">
                    <a href={`/skills/${skill.slug}`} className="font-semibold text-ink no-underline hover:text-accent">
                      {skill.name}
                    </a>
                    <Rung level={level} target={skill.target} />
                  </p>
                  <p className="text-small text-ink-soft">{skill.statements[(level ?? 1) - 1]?.[0]}</p>
                </li>
              ))}
            </ul>
          ) : (
            <p className="mt-3 text-ink-soft">
              No skill is at its target yet. That is where most people begin: the first gap below is the place to start.
            </p>
          )}
        </section>
        <section aria-labelledby="gaps" className="mt-16">
          <h2 id="gaps" className="text-h2">
            What to learn, in this order
          </h2>
          {gaps.length > 0 ? (
            <GapList gaps={gaps} />
          ) : (
            <p className="mt-3 text-ink-soft">
              Nothing is missing for this role. Another role may stretch you:{' '}
              <a href="/me#fits" className="text-accent underline underline-offset-4">
                see which ones fit
              </a>
              .
            </p>
          )}
        </section>
        <ResultWorking id="working" fit={fit} />
      </Column>
    </Frame>
  )
}
