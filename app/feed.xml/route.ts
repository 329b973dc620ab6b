import { guideFeed } from '#features/guide/feed-queries.ts'
import { answerPublished, xmlFile } from '#features/guide/published-files-queries.ts'
import { env } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/** The newest guides for feed readers. */
export async function GET(request: Request): Promise<Response> {
  return await answerPublished(request, '/feed.xml', async () =>
    xmlFile(await guideFeed(env().siteOrigin), 'application/atom+xml'),
  )
}
