import { answerGuideFile } from '#features/guide/guide-file-queries.ts'
import { guideMarkdown } from '#features/guide/guide-markdown.ts'
import { env } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/** A guide as Markdown, at `/guides/SLUG.md` (see next.config.ts). */
export async function GET(request: Request, { params }: RouteContext<'/guides/[slug]/markdown'>): Promise<Response> {
  const { siteOrigin } = env()
  return await answerGuideFile(
    request,
    (await params).slug,
    (slug) => `/guides/${slug}.md`,
    ({ guide, body, context, changedAt }) => ({
      type: 'text/markdown; charset=utf-8',
      body: guideMarkdown(siteOrigin, { guide, blocks: body.blocks, context, changedAt }),
      headers: {
        'Content-Disposition': `inline; filename="${guide.slug}.md"`,
        Link: `<${siteOrigin}/guides/${guide.slug}>; rel="canonical"`,
      },
    }),
  )
}
