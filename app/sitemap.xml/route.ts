import { answerPublished, xmlFile } from '#features/guide/published-files-queries.ts'
import { sitemapParts } from '#features/guide/sitemap-queries.ts'
import { env } from '#lib/env.ts'
import { sitemapIndex } from '#lib/sitemap.ts'

export const dynamic = 'force-dynamic'

/** The sitemap: the files that name every page for search engines. Made from the content as it is, never at build. */
export async function GET(request: Request): Promise<Response> {
  return await answerPublished(request, '/sitemap.xml', async () => {
    const parts = ['pages', ...(await sitemapParts())]
    return xmlFile(
      sitemapIndex(
        env().siteOrigin,
        parts.map((part) => `/sitemaps/${part}.xml`),
      ),
    )
  })
}
