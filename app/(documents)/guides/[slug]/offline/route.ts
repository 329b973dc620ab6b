import { answerGuideFile } from '#features/guide/guide-file-queries.ts'
import { offlinePage, offlinePolicy } from '#features/guide/offline-page.ts'
import { offlinePictures } from '#features/guide/offline-pictures.ts'
import { env } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/** A whole guide as one file to keep and to print. */
export async function GET(request: Request, { params }: RouteContext<'/guides/[slug]/offline'>): Promise<Response> {
  const { siteOrigin } = env()
  return await answerGuideFile(
    request,
    (await params).slug,
    (slug) => `/guides/${slug}/offline`,
    async (guide) => ({
      type: 'text/html; charset=utf-8',
      body: offlinePage(siteOrigin, guide, await offlinePictures(siteOrigin, guide.context)),
      headers: {
        'Content-Disposition': `attachment; filename="guidepost-${guide.guide.slug}.html"`,
        'Content-Security-Policy': `${offlinePolicy}; frame-ancestors 'none'; sandbox`,
        'X-Robots-Tag': 'noindex',
      },
    }),
  )
}
