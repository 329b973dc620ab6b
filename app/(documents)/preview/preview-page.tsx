import { Moment } from '#components/ui/moment.tsx'
import type { DraftView } from '#features/draft/preview-queries.ts'
import { GuideArticle } from '#features/guide/components/guide-article.tsx'
import type { Theme } from '#lib/theme.ts'
import { Frame } from '../../frame.tsx'

interface PreviewPageProps {
  draft: DraftView
  path: string
  /** Which colours it is looked at in, whatever the reader's own choice is. */
  theme: Theme
}

/** The page of a guide with the working copy in it, and a line above that says so. */
export function PreviewPage({ draft: { view, savedAt }, path, theme }: PreviewPageProps) {
  const { tree, problems } = view.body
  return (
    <div data-preview={theme}>
      <aside aria-label="Preview" className="border-b border-line bg-mark-wash px-4 py-1.5 text-center text-tiny">
        <strong>Preview of a working copy</strong>, saved <Moment at={savedAt.toISOString()} withTime />. Not public.
        {tree.children.length === 0 && problems.map(({ message }) => <p key={message}>{message}</p>)}
      </aside>
      <Frame section="guides" path={path}>
        <GuideArticle view={view} />
      </Frame>
    </div>
  )
}
