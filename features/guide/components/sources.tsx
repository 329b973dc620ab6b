import type { Source } from '#db/schema/index.ts'
import { formatDay } from '#lib/format.ts'

export function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <section aria-labelledby="sources" className="keep-together mt-20 border-t border-line pt-6">
      <h2 id="sources" className="font-sans text-base font-semibold tracking-normal">
        Sources
      </h2>
      <ol className="mt-2 list-decimal space-y-1.5 pl-5 text-small text-ink-soft">
        {sources.map((source) => (
          <li key={source.url}>
            <a href={source.url} rel="noopener noreferrer" className="text-accent underline underline-offset-4">
              {source.title}
            </a>
            , {source.publisher}
            {source.date && `, ${formatDay(source.date)}`}.
          </li>
        ))}
      </ol>
    </section>
  )
}
