import { env } from '#lib/env.ts'
import { notForCrawlers } from '../crawling.ts'

export const dynamic = 'force-dynamic'

/** What crawlers may read, and where the list of it is. */
export function GET(): Response {
  const lines = ['User-agent: *', ...notForCrawlers.map((path) => `Disallow: ${path}`)]
  return new Response(`${lines.join('\n')}\n\nSitemap: ${env().siteOrigin}/sitemap.xml\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
