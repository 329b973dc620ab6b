import type { Route } from 'next'
import { Moment } from '#components/ui/moment.tsx'
import { guideKindNames } from '#features/guide/guide-kinds.ts'
import { formatDay, formatUtcDay } from '#lib/format.ts'
import type { ListRow } from '../list-queries.ts'
import { statusInWords } from '../standing.ts'

/** A guide in the editors' list. Every cell says what it is, so that on a phone they may stand below each other. */
export function DraftRow({ row, author }: { row: ListRow; author: string }) {
  const title = row.title || 'Without a title'
  return (
    <li className="draft-row">
      <input
        type="checkbox"
        name="tick"
        value={`${row.id}:${row.version}`}
        aria-label={title}
        data-publish={row.publish ?? undefined}
        data-archive={row.archive ?? undefined}
        data-unarchive={row.unarchive ?? undefined}
      />
      <p>
        <a href={`/admin/guides/${row.id}` as Route}>{title}</a>
        <span>
          {guideKindNames[row.kind].one}
          {author && `, ${author}`}
        </span>
      </p>
      <p>
        <Status row={row} />
      </p>
      <p>
        <span>{row.reviewedOn ? `Reviewed ${formatDay(row.reviewedOn)}` : 'Never reviewed'}</span>
        <span>
          Saved {formatUtcDay(row.updatedAt)}
          {row.updatedBy && ` by ${row.updatedBy}`}
        </span>
      </p>
      <p>
        <span>
          <Lint errors={row.errors} warnings={row.warnings} />
        </span>
        <span>{row.words.toLocaleString('en-GB')} words</span>
      </p>
    </li>
  )
}

function Status({ row }: { row: ListRow }) {
  return (
    <>
      <span>
        <b>{statusInWords(row)}</b>
      </span>
      <Since row={row} />
    </>
  )
}

/** Who brought it where it stands, or when. */
function Since({ row }: { row: ListRow }) {
  if (row.archivedAt) return <span>on {formatUtcDay(row.archivedAt)}</span>
  if (row.scheduledFor)
    return (
      <span>
        <Moment at={row.scheduledFor.toISOString()} withTime />
      </span>
    )
  if (row.scheduleProblem)
    return (
      <span>
        <em>Not published on time</em>
      </span>
    )
  if (row.status === 'review' && row.submittedBy) return <span>from {row.submittedBy}</span>
  if (row.status === 'approved' && row.approvedBy) return <span>by {row.approvedBy}</span>
  return null
}

function Lint({ errors, warnings }: { errors: number; warnings: number }) {
  const said = [
    errors > 0 && <em key="errors">{errors === 1 ? '1 error' : `${errors} errors`}</em>,
    warnings > 0 && (warnings === 1 ? '1 warning' : `${warnings} warnings`),
  ].filter(Boolean)
  if (said.length === 0) return 'Nothing to put right'
  return said.length === 1 ? (
    said[0]
  ) : (
    <>
      {said[0]}, {said[1]}
    </>
  )
}
