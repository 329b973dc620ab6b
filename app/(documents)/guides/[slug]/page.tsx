import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { JsonLd } from '#components/json-ld.tsx'
import { GuideArticle } from '#features/guide/components/guide-article.tsx'
import { changedAt, guideThings } from '#features/guide/guide-json-ld.ts'
import { guideBySlug } from '#features/guide/guide-queries.ts'
import { guideView } from '#features/guide/guide-view-queries.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { env } from '#lib/env.ts'
import { firstParam } from '#lib/params.ts'
import { Frame } from '../../../frame.tsx'
import { pageMetadata } from '../../../page-metadata.ts'

export async function generateMetadata({ params }: PageProps<'/guides/[slug]'>): Promise<Metadata> {
  const guide = await guideBySlug((await params).slug)
  if (!guide) return { title: 'Not found' }
  const { title, description, publishedAt, author } = guide
  const path = `/guides/${guide.slug}`
  const shared = pageMetadata({
    ...{ path, title, description, type: 'article' as const, publishedAt, changedAt: changedAt(guide) },
    authors: [new URL(`/authors/${author.slug}`, env().siteOrigin).href],
  })
  return { ...shared, title, alternates: { ...shared.alternates, types: { 'text/markdown': `${path}.md` } } }
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
  const { guide, body, context } = view
  const skills = body.blocks.flatMap((block) => (block.kind === 'skill' ? (context.skills.get(block.ref) ?? []) : []))
  return (
    <Frame section="guides" path={`/guides/${slug}`}>
      <JsonLd things={guideThings(env().siteOrigin, { guide, body, skills })} />
      <GuideArticle view={view} />
    </Frame>
  )
}
