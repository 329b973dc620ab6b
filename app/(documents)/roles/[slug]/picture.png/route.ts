import { answerMoved } from '#features/guide/published-files-queries.ts'
import { roleBySlug } from '#features/taxonomy/taxonomy-queries.ts'
import { answerPicture } from '../../../../page-picture.tsx'

export const dynamic = 'force-dynamic'

/** The picture of a role where somebody shares it. */
export async function GET(request: Request, { params }: RouteContext<'/roles/[slug]/picture.png'>): Promise<Response> {
  const { slug } = await params
  const role = await roleBySlug(slug)
  if (!role) return await answerMoved('role', slug, (now) => `/roles/${now}/picture.png`)
  return await answerPicture(request, { kicker: 'Role', title: role.name })
}
