import { answerPicture } from '../../page-picture.tsx'

export const dynamic = 'force-dynamic'

/** The picture of the site itself where somebody shares it. */
export function GET(request: Request): Promise<Response> {
  return answerPicture(request, { kicker: 'Career guides', title: 'Read it, try it, keep what you can show for it' })
}
