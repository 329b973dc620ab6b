import { answerPublished, xmlFile } from '#features/guide/published-files-queries.ts'
import { sitemapPart } from '#features/guide/sitemap-queries.ts'
import { env } from '#lib/env.ts'
import { urlSet } from '#lib/sitemap.ts'
import { fixedDocuments } from '../../crawling.ts'

export const dynamic = 'force-dynamic'

/** One file of the sitemap: `pages.xml`, `guides-1.xml`, `skills-1.xml` ... */
export async function GET(request: Request, { params }: RouteContext<'/sitemaps/[part]'>): Promise<Response> {
  const { part: file } = await params
  return await answerPublished(request, `/sitemaps/${file}`, async () => {
    const part = /^([a-z0-9-]+)\.xml$/.exec(file)?.[1] ?? ''
    const entries = part === 'pages' ? fixedDocuments.map((path) => ({ path })) : await sitemapPart(part)
    return entries && xmlFile(urlSet(env().siteOrigin, entries))
  })
}
