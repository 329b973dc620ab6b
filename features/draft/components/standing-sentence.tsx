import { Moment } from '#components/ui/moment.tsx'
import type { Standing } from '../standing.ts'

/** Where a guide stands, in a sentence or two. */
export function StandingSentence({ standing }: { standing: Standing }) {
  const { archivedAt, scheduledFor, scheduleProblem } = standing
  if (archivedAt)
    return (
      <p>
        Archived since <Moment at={archivedAt} />: nobody finds it, and nothing of it is lost.
      </p>
    )
  return (
    <>
      <p>
        <Publicly standing={standing} />
        <OnItsWay standing={standing} />
        {scheduledFor && (
          <>
            {' '}
            Scheduled for <Moment at={scheduledFor} withTime />, as it was then.
          </>
        )}
      </p>
      {scheduleProblem && <p className="font-semibold text-error">It was not published on time. {scheduleProblem}</p>}
    </>
  )
}

function Publicly({ standing: { publishedAt, status } }: { standing: Standing }) {
  if (publishedAt === null) return 'Not public yet: only editors see it.'
  return (
    <>
      Public since <Moment at={publishedAt} />
      {status === 'published' ? '. Readers see all of it.' : ', with changes that readers don’t see yet.'}
    </>
  )
}

function OnItsWay({ standing: { status, submittedBy, approvedBy } }: { standing: Standing }) {
  if (status === 'review') return ` ${submittedBy ?? 'Somebody'} asks for a review.`
  if (status === 'approved') return ` Approved by ${approvedBy ?? 'somebody'}.`
  return null
}
