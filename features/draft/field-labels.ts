import type { DraftContent } from './same-content.ts'

/** What the parts of a guide are called on the page. */
export const fieldLabels: Record<keyof DraftContent, string> = {
  title: 'Title',
  standfirst: 'Standfirst',
  slug: 'Address',
  kind: 'Kind',
  author: 'Author',
  reviewedOn: 'Last reviewed',
  roles: 'Roles',
  skill: 'Skill',
  description: 'Search description',
  explore: 'Explore more',
  sources: 'Sources',
  body: 'Text',
}
