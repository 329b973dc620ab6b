import { expect, test } from 'vitest'
import { guideKinds } from '#db/schema/guide.ts'
import { parseBody } from '#features/guide/guide-body.ts'
import { kindIssues } from '#features/guide/guide-needs.ts'
import { skeletonOf } from './draft-skeleton.ts'

const slugs = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

/** What an editor does with it: every blank is filled. */
function filled(kind: (typeof guideKinds)[number]): string {
  let [skill, question, related] = [0, 0, 0]
  return skeletonOf(kind)
    .replace(/(:::skill.*ref=)""/g, (_, start: string) => `${start}"${slugs[skill++]}"`)
    .replace(/(:::question.*ref=)""/g, (_, start: string) => `${start}"a/q-${question++}"`)
    .replace(/Put in (\w+) guides? to read next.*/, (_, count: string) =>
      Array.from({ length: count === 'a' ? 1 : 2 }, () => `Related: :related[g-${related++}]`).join('\n\n'),
    )
    .replaceAll('skills=""', 'skills="a"')
    .replaceAll('hours=""', 'hours="2"')
    .replaceAll('done=""', 'done="it is done"')
}

test.each(guideKinds)('a new guide of kind %s has all the blocks that it must have', (kind) => {
  const blank = parseBody(skeletonOf(kind))
  expect(blank.problems.length, 'each blank is pointed out').toBeGreaterThan(0)
  const body = parseBody(filled(kind))
  expect(body.problems).toEqual([])
  const kinds = new Map(slugs.map((slug, index) => [slug, index < 4 ? ('technical' as const) : ('soft' as const)]))
  const known = {
    skills: new Map([...kinds].map(([slug, of]) => [slug, { kind: of, questionKeys: new Set<string>() }])),
    ...{ roles: new Set<string>(), guides: new Set<string>(), authors: new Set<string>() },
  }
  const front = {
    ...{ kind, title: 't', standfirst: 's', description: 'd', author: 'x', reviewed: '2026-01-01', roles: ['r', 'q'] },
    ...{ explore: [], sources: [{ title: 't', publisher: 'p', url: 'https://a.b', date: '' }] },
    ...(kind === 'skill' && { skill: 'a' }),
  }
  // How long it is can only be said of what was written.
  const issues = kindIssues(front, body, known).filter(({ message }) => !/words/.test(message))
  expect(issues).toEqual([])
})
