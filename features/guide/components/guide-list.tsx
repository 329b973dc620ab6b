import { guideKindNames } from '../guide-kinds.ts'
import type { GuideCard } from '../guide-queries.ts'

/** Guides as a list: what each is, its title, what it gives, and how long it takes. */
export function GuideList({ guides, headings = 'h3' }: { guides: readonly GuideCard[]; headings?: 'h2' | 'h3' }) {
  const Heading = headings
  return (
    <ul className="border-t border-line">
      {guides.map((guide) => (
        <li key={guide.slug} className="keep-together border-b border-line py-5">
          <p className="text-tiny text-ink-soft">
            {guideKindNames[guide.kind].one} · {guide.readingMinutes} minutes
          </p>
          <Heading className="mt-0.5 text-[1.5rem] leading-tight">
            <a href={`/guides/${guide.slug}`} className="text-ink no-underline hover:text-accent">
              {guide.title}
            </a>
          </Heading>
          <p className="mt-1.5 max-w-[38rem] text-base leading-snug text-ink-soft">{guide.standfirst}</p>
        </li>
      ))}
    </ul>
  )
}
