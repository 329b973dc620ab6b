import type { ReferenceKind } from '#db/schema/draft.ts'
import type { GuideFront } from '#db/schema/guide.ts'
import type { Block } from '#features/guide/guide-body.ts'
import { skillsOf } from '#features/guide/guide-lint.ts'

export interface Reference {
  kind: ReferenceKind
  /** A slug as it was written; skill/question for a question, the id of a picture. */
  target: string
}

/** Where a body may name a picture of this site. */
const picturePattern = /\/pictures\/([\w-]{22})\b/g

/** Everything that a guide names: by its fields, its blocks and its pictures. Each once. */
export function referencesOf(
  { author, roles, skill, explore, body }: GuideFront & { body: string },
  blocks: readonly Block[],
): Reference[] {
  const all: Reference[] = [
    ...(author ? [{ kind: 'author' as const, target: author }] : []),
    ...roles.map((target) => ({ kind: 'role' as const, target })),
    ...[...(skill ? [skill] : []), ...blocks.flatMap(skillsOf)].map((target) => ({ kind: 'skill' as const, target })),
    ...explore.map((target) => ({ kind: 'guide' as const, target })),
    ...blocks.flatMap((block): Reference[] => {
      if (block.kind === 'related') return [{ kind: 'guide', target: block.slug }]
      return block.kind === 'question' ? [{ kind: 'question', target: `${block.skill}/${block.question}` }] : []
    }),
    ...[...body.matchAll(picturePattern)].map(([, target = '']) => ({ kind: 'picture' as const, target })),
  ]
  return [...new Map(all.map((reference) => [`${reference.kind} ${reference.target}`, reference])).values()]
}
