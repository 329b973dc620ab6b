import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { Moment } from '#components/ui/moment.tsx'
import { compareSnapshots } from '#features/assessment/assessment.ts'
import { readAssessment } from '#features/assessment/assessment-queries.ts'
import { ComparisonTable } from '#features/assessment/components/comparison-table.tsx'
import { snapshotsNow } from '#features/assessment/result-queries.ts'
import { firstParam } from '#lib/params.ts'
import { Frame } from '../../../frame.tsx'
import { ProfilePageHead } from '../profile-page-head.tsx'

export const metadata: Metadata = { title: 'Two assessments compared' }

export default async function ComparePage({ searchParams }: PageProps<'/me/compare'>) {
  const query = await searchParams
  const [one, two] = await Promise.all([
    readAssessment(firstParam(query.from) ?? ''),
    readAssessment(firstParam(query.to) ?? ''),
  ])
  if (!one || !two) notFound()
  // Whichever way round they were picked, time runs forward.
  const [before, after] = one.createdAt <= two.createdAt ? [one, two] : [two, one]
  const difference = after.fit - before.fit
  const sameRole = before.roleId === after.roleId
  return (
    <Frame section="me" path={`/me/compare?from=${before.id}&to=${after.id}`}>
      <Column>
        <ProfilePageHead
          title={sameRole ? after.snapshot.role.name : 'Two assessments'}
          standfirst={
            before.id === after.id ? (
              'You chose the same assessment twice, so nothing differs. Go back and choose another.'
            ) : (
              <>
                From {before.fit}% to {after.fit}%
                {difference === 0
                  ? ': the same'
                  : `, ${Math.abs(difference)} ${Math.abs(difference) === 1 ? 'point' : 'points'} ${difference > 0 ? 'up' : 'down'}`}
                .
              </>
            )
          }
        >
          <p className="mt-4 text-small text-ink-soft">
            <a href={`/results/${before.id}`} className="text-accent underline underline-offset-4">
              {!sameRole && `${before.snapshot.role.name}, `}
              <Moment at={before.createdAt.toISOString()} withTime />
            </a>{' '}
            and{' '}
            <a href={`/results/${after.id}`} className="text-accent underline underline-offset-4">
              {!sameRole && `${after.snapshot.role.name}, `}
              <Moment at={after.createdAt.toISOString()} withTime />
            </a>
          </p>
        </ProfilePageHead>
        <ComparisonTable changes={compareSnapshots(...(await snapshotsNow(before.snapshot, after.snapshot)))} />
      </Column>
    </Frame>
  )
}
