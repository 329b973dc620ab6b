import type { Route } from 'next'
import type { Hit } from '../search-types.ts'
import { Marked } from './marked.tsx'

/** What was found, the best first: what it is, its title, and the part that fits with the words marked. */
export function HitList({ hits, headings }: { hits: readonly Hit[]; headings: 'h2' | 'h3' }) {
  const Heading = headings
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari tells no list without markers
    <ul role="list" className="border-t border-line">
      {hits.map((hit) => (
        <li key={hit.id} className="border-b border-line py-5">
          <p className="text-tiny text-ink-soft">{hit.label}</p>
          <Heading className="mt-0.5 text-[1.375rem] leading-tight">
            <a href={hit.href as Route} className="text-ink no-underline hover:text-accent">
              <Marked pieces={hit.title} />
            </a>
          </Heading>
          {hit.section && (
            <p className="mt-1.5 text-small">
              In the section{' '}
              <a href={hit.section.href as Route} className="text-accent underline underline-offset-4">
                <Marked pieces={hit.section.heading} />
              </a>
            </p>
          )}
          <p className="mt-1 text-base leading-snug text-ink-soft">
            <Marked pieces={hit.text} />
          </p>
        </li>
      ))}
    </ul>
  )
}
