import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '#features/account/staff.ts'
import { CommentList } from '#features/guide/components/comment-list.tsx'
import { GuidesInUse } from '#features/guide/components/guides-in-use.tsx'
import { ReadingOutlineView } from '#features/guide/components/reading-outline-view.tsx'
import { commentsOf, guidesInUse, readingOf } from '#features/guide/feedback-queries.ts'
import { bodyOf } from '#features/guide/guide-view-queries.ts'
import { readingOutline } from '#features/guide/reading-outline.ts'
import { questionsByRefs } from '#features/taxonomy/taxonomy-queries.ts'
import { firstParam } from '#lib/params.ts'
import { AdminFrame } from '../admin-frame.tsx'

export const metadata: Metadata = { title: 'What readers do and say' }

const guidesShown = 200
const path = '/admin/feedback'

export default async function FeedbackPage({ searchParams }: PageProps<'/admin/feedback'>) {
  const user = await requireStaff('insight.read', path)
  const guideId = firstParam((await searchParams).guide)
  if (guideId !== null) return <OfGuide user={user} guideId={guideId} />
  const [guides, comments] = await Promise.all([guidesInUse(guidesShown), commentsOf()])
  return (
    <AdminFrame
      user={user}
      section="home"
      path={path}
      kicker={<BackLink href="/admin">Overview</BackLink>}
      title="What readers do and say"
    >
      <GuidesInUse guides={guides} />
      <section aria-labelledby="comments" className="mt-14">
        <h2 id="comments" className="text-h3">
          What readers wrote
        </h2>
        <CommentList comments={comments} />
      </section>
      <Note />
    </AdminFrame>
  )
}

async function OfGuide({ user, guideId }: { user: React.ComponentProps<typeof AdminFrame>['user']; guideId: string }) {
  const reading = await readingOf(guideId)
  if (!reading) notFound()
  const { guide, uses, answers, comments } = reading
  const body = guide.body === null ? null : bodyOf(guide.body)
  const asked = await questionsByRefs(body?.blocks.flatMap((block) => (block.kind === 'question' ? block : [])) ?? [])
  const outline = readingOutline(body, uses, answers, asked)
  const sections = new Map(outline.sections.flatMap(({ id, heading }) => (id === null ? [] : [[id, heading]])))
  return (
    <AdminFrame
      user={user}
      section="home"
      path={`${path}?guide=${guideId}`}
      kicker={<BackLink href={path}>What readers do and say</BackLink>}
      title={guide.title}
      actions={guide.slug && <BackLink href={`/guides/${guide.slug}`}>Read the guide</BackLink>}
    >
      <section aria-labelledby="sections">
        <h2 id="sections" className="text-h3">
          Section by section
        </h2>
        <ReadingOutlineView outline={outline} />
      </section>
      <section aria-labelledby="comments" className="mt-14">
        <h2 id="comments" className="text-h3">
          What readers wrote
        </h2>
        <CommentList comments={comments} sections={sections} />
      </section>
      <Note />
    </AdminFrame>
  )
}

function BackLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a href={href} className="text-accent underline underline-offset-4">
      {children}
    </a>
  )
}

function Note() {
  return (
    <p className="mt-12 max-w-[46rem] border-t border-line pt-4 text-tiny text-ink-soft">
      Of the last 400 days at most. Numbers are of people, told from five up; readers without a profile are told apart
      for a day only, so whoever comes back on another day counts again.
    </p>
  )
}
