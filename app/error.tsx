'use client'

import { unstable_isUnrecognizedActionError as isFromOlderBuild } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { buttonClasses } from '#components/ui/button.tsx'

interface ErrorPageProps {
  error: Error & { digest?: string }
  reset: () => void
}

/** A fault while a page was open. A fault before it was sent is answered by the server with a page of its own. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const outdated: boolean = isFromOlderBuild(error)
  if (outdated) return <UpdatedMeanwhile />
  return (
    <main id="main">
      <Column>
        <PageHead
          title="Something went wrong on our side"
          standfirst="What you saved is safe. Try once more; if it goes on, tell whoever runs this site."
        />
        {error.digest && (
          <p className="mt-5 text-small text-ink-soft">
            Reference <strong className="tabular">{error.digest}</strong>
          </p>
        )}
        <div className="mt-8 flex gap-3">
          <button type="button" onClick={reset} className={buttonClasses('primary')}>
            Try again
          </button>
          <a href="/" className={buttonClasses('secondary')}>
            Front page
          </a>
        </div>
      </Column>
    </main>
  )
}

/** The form belongs to a build that is no longer served: only loading the page again helps. */
function UpdatedMeanwhile() {
  return (
    <main id="main">
      <Column>
        <PageHead
          title="The site was updated"
          standfirst="It happened while you had this page open. Load it again and send once more; what was saved before is still there."
        />
        <button type="button" onClick={() => location.reload()} className={buttonClasses('primary', 'mt-8')}>
          Load it again
        </button>
      </Column>
    </main>
  )
}
