import type { BlockKind } from '#db/schema/guide.ts'

const kinds: Record<BlockKind, string> = {
  skill: 'Skill',
  step: 'Step',
  cvLines: 'CV lines',
  summary: 'Summary',
  question: 'Question',
  related: 'Related guide',
}

/** A block as it is named to an editor: "Step: Make one slow query fast". */
export const blockLabel = ({ kind, key, heading }: { kind: BlockKind; key: string; heading: string }): string =>
  `${kinds[kind]}: ${heading || key}`
