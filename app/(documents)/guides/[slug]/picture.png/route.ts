import { guideKindNames } from '#features/guide/guide-kinds.ts'
import { guideBySlug } from '#features/guide/guide-queries.ts'
import { answerMoved } from '#features/guide/published-files-queries.ts'
import { answerPicture } from '../../../../page-picture.tsx'

export const dynamic = 'force-dynamic'

/** The picture of a guide where somebody shares it. */
export async function GET(request: Request, { params }: RouteContext<'/guides/[slug]/picture.png'>): Promise<Response> {
  const { slug } = await params
  const guide = await guideBySlug(slug)
  if (!guide) return await answerMoved('guide', slug, (now) => `/guides/${now}/picture.png`)
  return await answerPicture(request, { kicker: guideKindNames[guide.kind].one, title: guide.title })
}
