import { formatDay } from '#lib/format.ts'
import { nameInSentence } from '../author-name.ts'
import type { ShownGuide } from '../guide-view-queries.ts'
import { CopyButton } from './copy-button.tsx'
import { Monogram } from './monogram.tsx'

/** Who wrote it, when it was last read again, and how long it takes. */
export function Byline({ guide: { author, reviewedOn, readingMinutes } }: { guide: ShownGuide }) {
  return (
    <div className="mt-7 flex items-center gap-3.5 text-small text-ink-soft">
      {author && <Monogram name={author.name} />}
      <p className="leading-snug">
        {author ? (
          <>
            By{' '}
            <a
              href={`/authors/${author.slug}`}
              rel="author"
              className="text-ink underline decoration-line-strong decoration-1 underline-offset-4 hover:text-accent"
            >
              {nameInSentence(author.name)}
            </a>
            .
          </>
        ) : (
          'No author yet.'
        )}{' '}
        {reviewedOn ? (
          <>
            Reviewed <time dateTime={reviewedOn}>{formatDay(reviewedOn)}</time>.
          </>
        ) : (
          'Not reviewed yet.'
        )}{' '}
        <span className="whitespace-nowrap">{readingMinutes} minutes.</span>
      </p>
    </div>
  )
}

interface ShareBarProps {
  title: string
  slug: string
  /** Whether readers have it, so that it can be kept as a file. */
  published: boolean
}

/** Taking a guide along: by mail without script, by the system's own sheet or the clipboard with one, as a file, on paper. */
export function ShareBar({ title, slug, published }: ShareBarProps) {
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`/guides/${slug}`)}`
  return (
    <div className="no-print mt-16 flex flex-wrap items-center gap-x-6 border-t border-line pt-3 text-small">
      <a
        href={mail}
        data-sharemail
        className="inline-flex min-h-11 items-center font-semibold text-accent underline-offset-4 hover:underline"
      >
        Send by email
      </a>
      <button
        type="button"
        hidden
        data-share
        className="min-h-11 font-semibold text-accent underline-offset-4 hover:underline"
      >
        Share
      </button>
      {published && (
        <a
          href={`/guides/${slug}/offline`}
          download
          className="inline-flex min-h-11 items-center font-semibold text-accent underline-offset-4 hover:underline"
        >
          Keep a copy
        </a>
      )}
      <CopyButton of="location">Copy the link</CopyButton>
      <button
        type="button"
        hidden
        data-print
        className="min-h-11 font-semibold text-accent underline-offset-4 hover:underline"
      >
        Print
      </button>
    </div>
  )
}
