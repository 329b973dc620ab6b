import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { draftView, guideIdOfPreview } from '#features/draft/preview-queries.ts'
import { firstParam } from '#lib/params.ts'
import { themeOf } from '#lib/theme.ts'
import { PreviewPage } from '../../preview-page.tsx'

export const metadata: Metadata = { title: 'Preview' }

/** For whoever was given the link, as long as it is open: the link is the permission. */
export default async function SharedPreviewPage({ params, searchParams }: PageProps<'/preview/shared/[token]'>) {
  const { token } = await params
  const id = await guideIdOfPreview(token)
  const draft = id && (await draftView(id))
  if (!draft) notFound()
  const theme = themeOf(firstParam((await searchParams).theme) ?? undefined)
  return <PreviewPage draft={draft} path={`/preview/shared/${token}`} theme={theme} />
}
