import type { GuideView } from '../guide-view-queries.ts'
import { GuideList } from './guide-list.tsx'
import { Sources } from './sources.tsx'

/** What follows the text: sources, where to read on, the guides before and after. */
export function GuideEnd({ view: { guide, explore, previous, next } }: { view: GuideView }) {
  return (
    <>
      <Sources sources={guide.sources} />
      {explore.length > 0 && (
        <section aria-labelledby="explore-more" className="no-print mt-16">
          <h2 id="explore-more" className="mb-4 text-h3">
            Explore more
          </h2>
          <GuideList guides={explore} />
        </section>
      )}
      <nav aria-label="Guides before and after" className="no-print mt-10 grid gap-6 text-small tablet:grid-cols-2">
        {previous && (
          <a href={`/guides/${previous.slug}`} rel="prev" className="text-ink no-underline hover:text-accent">
            <span className="block text-ink-soft">← Previous guide</span>
            <span className="font-semibold">{previous.title}</span>
          </a>
        )}
        {next && (
          <a
            href={`/guides/${next.slug}`}
            rel="next"
            className="text-ink no-underline hover:text-accent tablet:col-start-2 tablet:text-right"
          >
            <span className="block text-ink-soft">Next guide →</span>
            <span className="font-semibold">{next.title}</span>
          </a>
        )}
      </nav>
    </>
  )
}
