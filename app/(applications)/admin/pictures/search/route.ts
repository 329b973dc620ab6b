import { staffHandler } from '#features/account/staff.ts'
import { pictureQuery } from '#features/picture/picture-filters.ts'
import { searchPictures } from '#features/picture/picture-queries.ts'
import type { SearchAnswer } from '#features/picture/upload-answers.ts'

/** What the picker looks for. */
export const GET = staffHandler('picture.edit', async (request) => {
  const { search } = pictureQuery(Object.fromEntries(new URL(request.url).searchParams))
  const answer: SearchAnswer = await searchPictures(search)
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
})
