import { PageHead } from '#components/furniture/page-head.tsx'
import { guideKindNames } from '../guide-kinds.ts'
import type { GuideView } from '../guide-view-queries.ts'
import { Contents } from './contents.tsx'
import { GuideEnd } from './guide-end.tsx'
import { Byline, ShareBar } from './guide-head.tsx'
import { GuideText } from './guide-text.tsx'
import { Toolkit, ToolkitBar } from './toolkit.tsx'

/** A whole guide: contents, text, toolkit. The page of the guide and every preview of it are this. */
export function GuideArticle({ view }: { view: GuideView }) {
  const { guide, body, context, roles } = view
  return (
    <>
      <article className="mx-auto grid max-w-[46.5rem] justify-center gap-x-14 px-4 tablet:px-8 desktop:max-w-none desktop:grid-cols-[12.5rem_minmax(0,42.5rem)_16.875rem]">
        <div className="desktop:col-start-2">
          <PageHead
            kicker={
              <a href={`/guides?kind=${guide.kind}`} className="no-underline hover:underline">
                {guideKindNames[guide.kind].one}
              </a>
            }
            title={guide.title || 'No title yet'}
            standfirst={guide.standfirst}
          >
            <Byline guide={guide} />
          </PageHead>
        </div>
        <nav
          aria-label="Contents"
          data-contents
          className="scroll-column no-print hidden self-start desktop:sticky desktop:top-8 desktop:col-start-1 desktop:row-start-2 desktop:mt-12 desktop:block desktop:max-h-[calc(100vh-2rem)] desktop:pb-8"
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
            <GuideText body={body} context={context} feedback={!context.preview} />
          </div>
          <ShareBar title={guide.title} slug={guide.slug} published={!context.preview} />
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
    </>
  )
}
