import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { PageHead } from '#components/furniture/page-head.tsx'
import { Contents } from '#features/guide/components/contents.tsx'
import { GuideEnd } from '#features/guide/components/guide-end.tsx'
import { Byline, ShareBar } from '#features/guide/components/guide-head.tsx'
import { GuideText } from '#features/guide/components/guide-text.tsx'
import { Toolkit, ToolkitBar } from '#features/guide/components/toolkit.tsx'
import { guideKindNames } from '#features/guide/guide-kinds.ts'
import { guideBySlug } from '#features/guide/guide-queries.ts'
import { guideView } from '#features/guide/guide-view-queries.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { firstParam } from '#lib/params.ts'
import { Frame } from '../../../frame.tsx'

export async function generateMetadata({ params }: PageProps<'/guides/[slug]'>): Promise<Metadata> {
  const guide = await guideBySlug((await params).slug)
  if (!guide) return { title: 'Not found' }
  return {
    title: guide.title,
    description: guide.description,
    alternates: { canonical: `/guides/${guide.slug}` },
    openGraph: { type: 'article', title: guide.title, description: guide.description, url: `/guides/${guide.slug}` },
  }
}

export default async function GuidePage({ params, searchParams }: PageProps<'/guides/[slug]'>) {
  const { slug } = await params
  const person = await currentPerson()
  const view = await guideView(slug, person?.id ?? null, firstParam((await searchParams).saved))
  if (!view) {
    const now = await movedTo('guide', slug)
    if (now) permanentRedirect(`/guides/${now}`)
    notFound()
  }
  const { guide, body, context, roles } = view
  return (
    <Frame section="guides" path={`/guides/${slug}`}>
      <article className="mx-auto grid max-w-[46.5rem] justify-center gap-x-14 px-4 tablet:px-8 desktop:max-w-none desktop:grid-cols-[12.5rem_minmax(0,42.5rem)_16.875rem]">
        <div className="desktop:col-start-2">
          <PageHead
            kicker={
              <a href={`/guides?kind=${guide.kind}`} className="no-underline hover:underline">
                {guideKindNames[guide.kind].one}
              </a>
            }
            title={guide.title}
            standfirst={guide.standfirst}
          >
            <Byline guide={guide} />
          </PageHead>
        </div>
        <nav
          aria-label="Contents"
          data-contents
          className="no-print hidden self-start desktop:sticky desktop:top-8 desktop:col-start-1 desktop:row-start-2 desktop:mt-12 desktop:block desktop:max-h-[calc(100vh-4rem)] desktop:overflow-y-auto"
        >
          <Contents headings={body.headings} />
        </nav>
        <div className="mt-8 min-w-0 desktop:col-start-2 desktop:row-start-2 desktop:mt-12">
          <details className="group no-print mb-10 border-y border-line py-1 desktop:hidden">
            <summary className="flex min-h-11 list-none items-center justify-between text-small font-semibold">
              In this guide
              <span aria-hidden="true" className="text-accent transition-transform group-open:rotate-180">
                ↓
              </span>
            </summary>
            <nav aria-label="Contents" className="pb-3">
              <Contents headings={body.headings} />
            </nav>
          </details>
          <div className="prose">
            <GuideText body={body} context={context} feedback />
          </div>
          <ShareBar title={guide.title} slug={guide.slug} />
          <GuideEnd view={view} />
        </div>
        {roles.length > 0 && (
          <aside
            aria-label="Your toolkit"
            className="no-print mt-14 self-start border-t border-line pt-8 desktop:sticky desktop:top-8 desktop:col-start-3 desktop:row-start-2 desktop:mt-12 desktop:border-0 desktop:pt-0"
          >
            <Toolkit roles={roles} levels={context.levels} />
          </aside>
        )}
      </article>
      <ToolkitBar roles={roles} />
    </Frame>
  )
}
