import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { buttonClasses } from '#components/ui/button.tsx'
import { requireStaff } from '#features/account/staff.ts'
import { EditorOnDemand } from '#features/draft/components/editor-on-demand.tsx'
import { editorProps } from '#features/draft/editor-queries.ts'
import { AdminFrame } from '../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Edit a guide' }

export default async function GuideEditorPage({ params }: PageProps<'/admin/guides/[id]'>) {
  const { id } = await params
  const path = `/admin/guides/${id}`
  const user = await requireStaff('guide.edit', path)
  const props = await editorProps(id, user.id)
  if (!props) notFound()
  const { standing } = props
  return (
    <AdminFrame
      user={user}
      section="guides"
      path={path}
      quiet
      title={`Edit: ${standing.title || 'Untitled guide'}`}
      kicker={
        <a href={'/admin/guides' as Route} className="text-accent underline-offset-4 hover:underline">
          All guides
        </a>
      }
      actions={
        <nav aria-label="This guide" className="flex flex-wrap gap-x-5">
          <a href={`${path}/preview` as Route} className={buttonClasses('plain')}>
            Preview
          </a>
          <a href={`${path}/revisions` as Route} className={buttonClasses('plain')}>
            Versions
          </a>
          {standing.publicSlug && (
            <a href={`/guides/${standing.publicSlug}`} className={buttonClasses('plain')}>
              See it on the site
            </a>
          )}
        </nav>
      }
    >
      <noscript>
        <p className="rounded-medium bg-mark-wash px-4 py-3">
          The editor needs JavaScript, which is switched off in this browser. Everything that readers see works without.
        </p>
      </noscript>
      <EditorOnDemand {...props} />
    </AdminFrame>
  )
}
