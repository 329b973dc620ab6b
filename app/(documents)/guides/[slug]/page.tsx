import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { GuideArticle } from '#features/guide/components/guide-article.tsx'
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
  const view = await guideView(slug, { personId: person?.id ?? null, saved: firstParam((await searchParams).saved) })
  if (!view) {
    const now = await movedTo('guide', slug)
    if (now) permanentRedirect(`/guides/${now}`)
    notFound()
  }
  return (
    <Frame section="guides" path={`/guides/${slug}`}>
      <GuideArticle view={view} />
    </Frame>
  )
}
