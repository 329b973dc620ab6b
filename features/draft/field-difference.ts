import { guideKindNames } from '#features/guide/guide-kinds.ts'
import type { DraftContent } from './same-content.ts'
import { type Stretch, textDifference } from './text-difference.ts'

/** The fields of a guide as text, in the order in which the editor's page has them. */
export function fieldTexts(content: DraftContent): { label: string; text: string }[] {
  const lines = (all: readonly string[]) => all.join('\n')
  return [
    { label: 'Title', text: content.title },
    { label: 'Standfirst', text: content.standfirst },
    { label: 'Kind', text: guideKindNames[content.kind].one },
    { label: 'Address', text: content.slug },
    { label: 'Description for search engines', text: content.description },
    { label: 'Author', text: content.author },
    { label: 'Roles', text: lines(content.roles) },
    { label: 'Skill', text: content.skill ?? '' },
    { label: 'Reviewed on', text: content.reviewedOn },
    { label: 'Explore more', text: lines(content.explore) },
    {
      label: 'Sources',
      text: lines(
        content.sources.map(({ title, publisher, date, url }) =>
          [title, publisher, date, url].filter(Boolean).join(', '),
        ),
      ),
    },
  ]
}

/** The fields that two versions of a guide have differently. */
export function changedFields(before: DraftContent, after: DraftContent): { label: string; difference: Stretch[] }[] {
  const then = fieldTexts(before)
  return fieldTexts(after).flatMap(({ label, text }, index) => {
    const was = then[index]?.text ?? ''
    return was === text ? [] : [{ label, difference: textDifference(was, text) }]
  })
}
