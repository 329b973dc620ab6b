import type { Route } from 'next'
import { peopleInWords } from '#features/profile/five-people.ts'
import type { GuideReading } from '../feedback-queries.ts'
import { usefulness } from '../reading-outline.ts'

/** What was done in which guide, and whether readers found it useful. */
export function GuidesInUse({ guides }: { guides: readonly GuideReading[] }) {
  if (guides.length === 0) {
    return (
      <p className="mt-3 max-w-[42rem] text-ink-soft">
        No reader has done or said anything yet. Here you will see in which guides skills are rated, lines copied and
        questions opened, and which sections were called useful.
      </p>
    )
  }
  return (
    <ul className="mt-4 border-t border-line">
      {guides.map(({ id, title, used, said }) => (
        <li
          key={id}
          className="grid gap-x-8 border-b border-line py-2.5 tablet:grid-cols-[minmax(0,1fr)_14rem_22rem] tablet:items-baseline"
        >
          <a
            href={`/admin/feedback?guide=${id}` as Route}
            className="font-semibold text-accent underline-offset-4 hover:underline"
          >
            {title}
          </a>
          <span>used by {peopleInWords(used)}</span>
          <span className="text-ink-soft">{said ? usefulness(said) : 'no answers'}</span>
        </li>
      ))}
    </ul>
  )
}
