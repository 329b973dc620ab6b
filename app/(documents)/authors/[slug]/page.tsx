import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { GuideList } from '#features/guide/components/guide-list.tsx'
import { authorBySlug, guidesBy } from '#features/guide/guide-queries.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import { Frame } from '../../../frame.tsx'

export async function generateMetadata({ params }: PageProps<'/authors/[slug]'>): Promise<Metadata> {
  const author = await authorBySlug((await params).slug)
  if (!author) return { title: 'Not found' }
  return {
    title: author.name,
    description: author.bio.slice(0, 160),
    alternates: { canonical: `/authors/${author.slug}` },
  }
}

export default async function AuthorPage({ params }: PageProps<'/authors/[slug]'>) {
  const { slug } = await params
  const author = await authorBySlug(slug)
  if (!author) {
    const now = await movedTo('author', slug)
    if (now) permanentRedirect(`/authors/${now}`)
    notFound()
  }
  const guides = await guidesBy(author.id)
  return (
    <Frame section="guides" path={`/authors/${slug}`}>
      <Column>
        <PageHead kicker={author.title} title={author.name} standfirst={author.bio} />
        <section aria-labelledby="written" className="mt-14">
          <h2 id="written" className="mb-4 text-h3">
            Guides
          </h2>
          {guides.length > 0 ? <GuideList guides={guides} /> : <p className="text-ink-soft">No guide published yet.</p>}
        </section>
      </Column>
    </Frame>
  )
}
