import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { classes } from '#components/classes.ts'
import { requireStaff } from '#features/account/staff.ts'
import { PreviewFrame } from '#features/draft/components/preview-frame.tsx'
import { SharePreview } from '#features/draft/components/share-preview.tsx'
import { draftView, openPreviewLinks } from '#features/draft/preview-queries.ts'
import { previewWidths } from '#features/draft/preview-widths.ts'
import { wordParam } from '#lib/params.ts'
import { AdminFrame } from '../../../admin-frame.tsx'

export const metadata: Metadata = { title: 'Preview' }

const names = { phone: 'Phone', tablet: 'Tablet', desktop: 'Desktop', light: 'Light', dark: 'Dark' } as const
const colours = ['light', 'dark'] as const

export default async function PreviewPage({ params, searchParams }: PageProps<'/admin/guides/[id]/preview'>) {
  const { id } = await params
  const path = `/admin/guides/${id}/preview`
  const user = await requireStaff('guide.edit', path)
  const draft = await draftView(id)
  if (!draft) notFound()
  const asked = await searchParams
  const width = wordParam(asked.width, previewWidths) ?? 'phone'
  const theme = wordParam(asked.theme, colours) ?? 'light'
  const links = await openPreviewLinks(id)
  const { title } = draft.view.guide
  const alone = `/preview/guide/${id}?theme=${theme}`
  return (
    <AdminFrame
      user={user}
      section="guides"
      path={`${path}?width=${width}&theme=${theme}`}
      title="Preview"
      kicker={
        <a href={`/admin/guides/${id}` as Route} className="text-accent underline-offset-4 hover:underline">
          ← {title || 'Untitled guide'}
        </a>
      }
      actions={
        <a href={alone as Route} target="_blank" rel="noopener" className="text-accent underline underline-offset-4">
          Open it alone
        </a>
      }
    >
      <div className="mb-4 flex flex-wrap gap-x-8 gap-y-1">
        <Switch
          label="Width"
          words={previewWidths}
          chosen={width}
          href={(word) => `${path}?width=${word}&theme=${theme}`}
        />
        <Switch
          label="Colours"
          words={colours}
          chosen={theme}
          href={(word) => `${path}?width=${width}&theme=${word}`}
        />
      </div>
      <PreviewFrame src={alone} width={width} title={`Preview: ${title || 'untitled guide'}`} />
      <div className="mt-12">
        <SharePreview
          guideId={id}
          links={links.map(({ id: link, createdAt, expiresAt }) => ({
            id: link,
            createdAt: createdAt.toISOString(),
            expiresAt: expiresAt.toISOString(),
          }))}
        />
      </div>
    </AdminFrame>
  )
}

interface SwitchProps<Word extends keyof typeof names> {
  label: string
  words: readonly Word[]
  chosen: Word
  href(word: Word): string
}

/** A choice whose answer stands in the address. */
function Switch<Word extends keyof typeof names>({ label, words, chosen, href }: SwitchProps<Word>) {
  return (
    <nav aria-label={label} className="flex items-center gap-1">
      <span aria-hidden="true" className="mr-1 text-ink-soft">
        {label}
      </span>
      {words.map((word) => (
        <a
          key={word}
          href={href(word) as Route}
          aria-current={word === chosen ? 'true' : undefined}
          className={classes(
            'inline-flex min-h-11 items-center rounded-small px-2.5 no-underline hover:text-accent',
            word === chosen ? 'bg-sunken font-semibold text-ink' : 'text-ink-soft',
          )}
        >
          {names[word]}
        </a>
      ))}
    </nav>
  )
}
