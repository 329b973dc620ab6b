import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '#features/account/staff.ts'
import { draftView } from '#features/draft/preview-queries.ts'
import { firstParam } from '#lib/params.ts'
import { themeOf } from '#lib/theme.ts'
import { PreviewPage } from '../../preview-page.tsx'

export const metadata: Metadata = { title: 'Preview' }

/** For those who may edit. */
export default async function GuidePreviewPage({ params, searchParams }: PageProps<'/preview/guide/[id]'>) {
  const { id } = await params
  const path = `/preview/guide/${id}`
  await requireStaff('guide.edit', path)
  const draft = await draftView(id)
  if (!draft) notFound()
  return <PreviewPage draft={draft} path={path} theme={themeOf(firstParam((await searchParams).theme) ?? undefined)} />
}
