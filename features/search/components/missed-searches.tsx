import type { Route } from 'next'
import { formatDay } from '#lib/format.ts'
import type { MissedSearch } from '../miss-queries.ts'

/** What readers looked for and did not find: each is a guide, a skill or another name of one that somebody waits for. */
export function MissedSearches({ misses }: { misses: readonly MissedSearch[] }) {
  if (misses.length === 0) {
    return (
      <p className="mt-3 max-w-[46rem] text-ink-soft">
        There is no search yet in which at least five people found nothing. When there is, it stands here: each is
        another name to add to a skill, or a guide to write.
      </p>
    )
  }
  return (
    <table className="mt-4 w-full max-w-[46rem] text-small">
      <caption className="sr-only">Searches that found nothing, with how many people looked</caption>
      <thead>
        <tr className="border-b border-line text-left text-ink-soft">
          <th scope="col" className="py-2 pr-4 font-normal">
            Looked for
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-normal">
            People
          </th>
          <th scope="col" className="hidden py-2 pr-4 text-right font-normal tablet:table-cell">
            Last
          </th>
          <th scope="col" className="py-2 font-normal">
            <span className="sr-only">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {misses.map(({ query, people, lastDay }) => (
          <tr key={query} className="border-b border-line">
            <th scope="row" className="py-2 pr-4 text-left font-semibold">
              <a href={`/search?${new URLSearchParams({ q: query })}` as Route} className="text-ink hover:text-accent">
                {query}
              </a>
            </th>
            <td className="py-2 pr-4 text-right tabular-nums">{people}</td>
            <td className="hidden py-2 pr-4 text-right whitespace-nowrap tablet:table-cell">{formatDay(lastDay)}</td>
            <td className="py-2 text-right whitespace-nowrap">
              <a
                href={`/admin/skills?${new URLSearchParams({ q: query })}` as Route}
                className="text-accent underline underline-offset-4"
              >
                Add to a skill<span className="sr-only">: {query}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
