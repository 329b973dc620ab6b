import type { draftAnswers } from '#db/schema/assessment.ts'
import type { guideBlockSkills } from '#db/schema/guide.ts'
import type {
  practiceSteps,
  questions,
  relatedSkills,
  roleSkills,
  skillAliases,
  skillMerges,
  skillStatements,
  skills,
  Weight,
} from '#db/schema/taxonomy.ts'
import type { Rank } from '#lib/levels.ts'
import { freeSlug } from '#lib/slug.ts'
import { aliasKey } from './taxonomy-schema.ts'

/** Everything that hung on a skill before it became part of another: what an undo puts back. */
export interface MergeRecord {
  version: 1
  skill: typeof skills.$inferSelect
  statements: (typeof skillStatements.$inferSelect)[]
  aliases: (typeof skillAliases.$inferSelect)[]
  steps: (typeof practiceSteps.$inferSelect)[]
  questions: (typeof questions.$inferSelect)[]
  /** From it and to it. */
  related: (typeof relatedSkills.$inferSelect)[]
  roles: (typeof roleSkills.$inferSelect)[]
  answers: (typeof draftAnswers.$inferSelect)[]
  blocks: (typeof guideBlockSkills.$inferSelect)[]
  ratings: number[]
  /** The guides that are about it, by id. */
  guides: string[]
  /** Of the guides in `blocks` and `guides`: the revision that readers saw. */
  revisions: [guideId: string, number: number | null][]
  /** The addresses that it had before. */
  addresses: string[]
  /** The addresses of its questions that led to it, with where they led. */
  questionAddresses: { slug: string; target: string }[]
  /** Skills that had become part of it. */
  merges: (typeof skillMerges.$inferSelect)[]
  /** What the other one had in the same places, which the merge changed. */
  other: {
    roles: (typeof roleSkills.$inferSelect)[]
    answers: (typeof draftAnswers.$inferSelect)[]
    blocks: (typeof guideBlockSkills.$inferSelect)[]
  }
  /** What the merge added to the other one. */
  added: { aliases: string[]; related: string[]; relatedFrom: string[]; questionAddresses: string[] }
}

interface Asked {
  target: Rank
  weight: Weight
}

/** What a role that asks for both asks for from then on: the higher target, and must have if either is one. */
export function asksTogether(into: Asked, from: Asked): Asked {
  return {
    target: into.target > from.target ? into.target : from.target,
    weight: into.weight === 'must' || from.weight === 'must' ? 'must' : 'nice',
  }
}

/** Of two answers in one unfinished assessment, the one given last. */
export const laterAnswer = <Answer extends { answeredAt: Date }>(into: Answer, from: Answer): Answer =>
  from.answeredAt > into.answeredAt ? from : into

/** The keys under which the steps or questions of a skill stand beside those of another, in their order. */
export function keysBeside(moved: readonly string[], there: readonly string[]): string[] {
  const taken = new Set(there)
  return moved.map((key) => {
    // Not one that a later one still needs either.
    const free = taken.has(key) ? freeSlug(key, new Set([...taken, ...moved]), 'item', 70) : key
    taken.add(free)
    return free
  })
}

/** The aliases that a skill gains by a merge: those of the other, and what it was called. */
export function aliasesGained(
  from: { name: string; aliases: readonly { key: string; alias: string }[] },
  taken: ReadonlySet<string>,
): { key: string; alias: string }[] {
  const own = from.aliases.map(({ key, alias }) => ({ key, alias }))
  const name = { key: aliasKey(from.name), alias: from.name }
  return taken.has(name.key) || own.some(({ key }) => key === name.key) ? own : [...own, name]
}
