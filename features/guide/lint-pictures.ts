import { pictureIdOf } from '#features/picture/picture-address.ts'
import type { GuideBody } from './guide-body.ts'
import { error, type Known, type LintIssue } from './lint-issue.ts'

/** A picture must say what it shows, and must be one that readers get to see. */
export function pictureIssues({ pictures }: GuideBody, known: Known): LintIssue[] {
  return pictures.flatMap(({ line, url, alt }) => [
    ...(alt === ''
      ? [error('picture-alt', line, 'This picture has no text. Say what it shows to whoever cannot see it.')]
      : []),
    ...unknownIssues(line, url, known.pictures),
  ])
}

function unknownIssues(line: number, url: string, known: Known['pictures']): LintIssue[] {
  if (!known) return []
  const id = pictureIdOf(url)
  if (id === null) {
    const message = `Readers do not see the picture "${url}": only pictures of this site are shown. Upload it here.`
    return [error('picture-unknown', line, message)]
  }
  return known.has(id) ? [] : [error('picture-unknown', line, 'There is no such picture any more. Choose another one.')]
}
