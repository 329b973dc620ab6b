import 'server-only'
import type { MadeFile } from '#lib/made-files.ts'
import { type Guide, lastPublishedAt } from './guide-queries.ts'
import { type GuideView, guideView } from './guide-view-queries.ts'
import { answerMoved, answerPublished } from './published-files-queries.ts'

/** A guide as it is for a stranger, for making a file of it. */
export type WholeGuide = GuideView & { guide: Guide; changedAt: Date }

/**
 * Answers with a file that a guide is made into, or says where the guide is now.
 * @param address of the file, by the guide's slug
 */
export async function answerGuideFile(
  request: Request,
  slug: string,
  address: (slug: string) => string,
  make: (guide: WholeGuide) => MadeFile | Promise<MadeFile>,
): Promise<Response> {
  const answer = await answerPublished(request, address(slug), async () => {
    const view = await guideView(slug, { personId: null, saved: null })
    return view && (await make({ ...view, changedAt: await lastPublishedAt(view.guide) }))
  })
  return answer.status === 404 ? await answerMoved('guide', slug, address) : answer
}
