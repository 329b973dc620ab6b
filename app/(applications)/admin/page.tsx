import type { Metadata } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { attention } from '#features/assessment/attention-queries.ts'
import { AttentionList } from '#features/assessment/components/attention-list.tsx'
import { ReaderNeedsView } from '#features/assessment/components/reader-needs-view.tsx'
import { readersOverview } from '#features/assessment/insight-queries.ts'
import { GuidesInUse } from '#features/guide/components/guides-in-use.tsx'
import { MissedSearches } from '#features/search/components/missed-searches.tsx'
import { missedSearches } from '#features/search/miss-queries.ts'
import { AdminFrame } from './admin-frame.tsx'

export const metadata: Metadata = { title: 'Overview' }

export default async function AdminPage() {
  const user = await requireStaff('insight.read', '/admin')
  const [waiting, { needs, guides }, missed] = await Promise.all([
    attention(new Date()),
    readersOverview(),
    missedSearches(12),
  ])
  return (
    <AdminFrame user={user} section="home" path="/admin" title="Overview">
      <section aria-labelledby="waiting">
        <h2 id="waiting" className="text-h3">
          What needs you
        </h2>
        <AttentionList attention={waiting} />
      </section>
      <section aria-labelledby="needs" className="mt-14">
        <h2 id="needs" className="text-h3">
          What readers need
        </h2>
        <ReaderNeedsView needs={needs} />
      </section>
      <section aria-labelledby="missed" className="mt-14">
        <h2 id="missed" className="text-h3">
          What they looked for and did not find
        </h2>
        <MissedSearches misses={missed} />
      </section>
      <section aria-labelledby="use" className="mt-14">
        <h2 id="use" className="text-h3">
          What they use, and find useful
        </h2>
        <GuidesInUse guides={guides} />
        <p className="mt-3">
          <a href="/admin/feedback" className="text-accent underline underline-offset-4">
            All guides in use, and what readers wrote
          </a>
        </p>
      </section>
      <p className="mt-12 max-w-[46rem] border-t border-line pt-4 text-tiny text-ink-soft">
        Numbers are of people, told from five up, and at most a minute old. Readers without a profile are told apart for
        a day only, so whoever comes back on another day counts again.
      </p>
    </AdminFrame>
  )
}
