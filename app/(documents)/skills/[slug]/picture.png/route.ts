import { answerMoved } from '#features/guide/published-files-queries.ts'
import { skillBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import { answerPicture } from '../../../../page-picture.tsx'

export const dynamic = 'force-dynamic'

/** The picture of a skill where somebody shares it. */
export async function GET(request: Request, { params }: RouteContext<'/skills/[slug]/picture.png'>): Promise<Response> {
  const { slug } = await params
  const skill = await skillBySlug(slug)
  if (!skill) return await answerMoved('skill', slug, (now) => `/skills/${now}/picture.png`)
  return await answerPicture(request, {
    kicker: skill.kind === 'technical' ? 'Technical skill' : 'Soft skill',
    title: skill.name,
  })
}
