import { TitlePicture, titlePictureSize, titlePictureVersion } from '#components/furniture/title-picture.tsx'
import { answerVersioned } from '#features/guide/published-files-queries.ts'
import { DrawingBusy, drawable, drawPicture } from '#lib/draw-picture.ts'
import { env } from '#lib/env.ts'
import { siteName } from '#lib/json-ld.ts'

const halfADay = 12 * 60 * 60

/**
 * Answers with the picture of a page. It is drawn once for what stands in it, so that a publish elsewhere, or asking again
 * and again, costs nothing.
 */
export async function answerPicture(
  request: Request,
  { kicker, title }: { kicker: string; title: string },
): Promise<Response> {
  const said = { kicker: drawable(kicker), title: drawable(title) || siteName, host: new URL(env().siteOrigin).host }
  try {
    return await answerVersioned(request, `picture ${JSON.stringify(said)}`, titlePictureVersion, async () => ({
      type: 'image/png',
      body: await drawPicture(<TitlePicture {...said} />, titlePictureSize),
      headers: { 'Cache-Control': `public, max-age=${halfADay}` },
    }))
  } catch (error) {
    if (!(error instanceof DrawingBusy)) throw error
    return new Response(null, { status: 503, headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' } })
  }
}
