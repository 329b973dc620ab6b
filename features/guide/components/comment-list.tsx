import type { Route } from 'next'
import { formatDay } from '#lib/format.ts'
import { quoted } from '#lib/quotation.ts'
import type { ReaderComment } from '../feedback-queries.ts'

interface CommentListProps {
  comments: readonly ReaderComment[]
  /** What the sections are called, by their id; without it the guides are named. */
  sections?: ReadonlyMap<string, string>
}

/** What readers wrote to the editors, newest first. Only the month stands with it: a day could lead to somebody. */
export function CommentList({ comments, sections }: CommentListProps) {
  if (comments.length === 0) {
    return (
      <p className="mt-3 max-w-[42rem] text-ink-soft">
        Nobody has written yet. Whoever answers “Was this useful?” after a section may add a line, which stands here.
      </p>
    )
  }
  return (
    <ul className="mt-4 grid gap-4">
      {comments.map(({ id, guideId, title, section, comment, day }) => (
        <li key={id} className="max-w-[46rem] border-l-2 border-line pl-4">
          {comment.split('\n').map((line) => (
            <p key={line} className="text-base">
              {line}
            </p>
          ))}
          <p className="text-tiny text-ink-soft">
            {sections ? (
              `On ${sections.has(section) ? quoted(sections.get(section) ?? '') : 'a section that is gone'}`
            ) : (
              <a
                href={`/admin/feedback?guide=${guideId}` as Route}
                className="text-accent underline underline-offset-4"
              >
                {title}
              </a>
            )}
            , {formatDay(day.slice(0, 7))}
          </p>
        </li>
      ))}
    </ul>
  )
}
