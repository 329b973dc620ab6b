import type { GuideFront } from '#db/schema/guide.ts'

/** All that an editor writes of a guide. Any of it may be empty or wrong as long as the guide is not published. */
export interface DraftContent extends GuideFront {
  title: string
  body: string
}

/** Takes the columns of a working copy that are its content out of its row. */
export function contentOfRow(row: DraftContent): DraftContent {
  const { slug, kind, title, standfirst, description, author, reviewedOn, roles, skill, explore, sources, body } = row
  return { slug, kind, title, standfirst, description, author, reviewedOn, roles, skill, explore, sources, body }
}

/** Whether two contents say the same. */
export const sameContent = (a: DraftContent, b: DraftContent): boolean =>
  a.body === b.body &&
  JSON.stringify(contentOfRow({ ...a, body: '' })) === JSON.stringify(contentOfRow({ ...b, body: '' }))
