import type { BlockKind, UseAction } from '#db/schema/index.ts'
import { peopleInWords, tellable } from '#features/profile/five-people.ts'
import type { Block, GuideBody } from './guide-body.ts'

export interface SectionAnswers {
  section: string
  people: number
  answers: number
  yes: number
}

export interface BlockUses {
  block: string
  action: UseAction
  people: number
}

export interface OutlineBlock {
  key: string
  kind: BlockKind
  heading: string
  uses: BlockUses[]
}

export interface OutlineSection {
  /** Null for what stands before the first section. */
  id: string | null
  heading: string
  answers: SectionAnswers | null
  blocks: OutlineBlock[]
}

/** A guide from top to bottom, with what readers did in each of its sections and said of them. */
export interface ReadingOutline {
  sections: OutlineSection[]
  /** How many sections and blocks there was something about that the guide no longer has. */
  gone: number
}

/**
 * @param body of the guide as readers see it; null for one that is not public
 * @param questions what they ask, by skill/question
 */
export function readingOutline(
  body: Pick<GuideBody, 'headings' | 'blocks'> | null,
  uses: readonly BlockUses[],
  answers: readonly SectionAnswers[],
  questions: ReadonlyMap<string, { question: string }>,
): ReadingOutline {
  const blocks = (body?.blocks ?? []).filter(({ kind }) => kind !== 'related')
  const inSection = (id: string | null): OutlineBlock[] =>
    blocks
      .filter(({ section }) => section === id)
      .map((block) => ({
        key: block.key,
        kind: block.kind,
        heading: nameOf(block, questions),
        uses: uses.filter(({ block: key }) => key === block.key),
      }))
  const headings = (body?.headings ?? []).filter(({ depth }) => depth === 2)
  const sections = headings.map(({ id, text }) => ({
    id,
    heading: text,
    answers: answers.find(({ section }) => section === id) ?? null,
    blocks: inSection(id),
  }))
  const before = inSection(null)
  const known = new Set([...headings.map(({ id }) => id), ...blocks.map(({ key }) => key)])
  const named = new Set([...uses.map(({ block }) => block), ...answers.map(({ section }) => section)])
  return {
    sections:
      before.length > 0
        ? [{ id: null, heading: 'Before the first section', answers: null, blocks: before }, ...sections]
        : sections,
    gone: [...named].filter((name) => !known.has(name)).length,
  }
}

/** What a block is called, or how it begins. */
function nameOf(block: Block, questions: ReadonlyMap<string, { question: string }>): string {
  if (block.heading !== '') return block.heading
  if (block.kind === 'question') return questions.get(`${block.skill}/${block.question}`)?.question ?? block.key
  if (block.kind === 'cvLines') return block.lines[0] ?? block.key
  return block.kind === 'summary' ? block.text : block.key
}

/** How useful readers found something: a share of their answers, or that too few people have answered. */
export function usefulness({ people, answers, yes }: Omit<SectionAnswers, 'section'>): string {
  if (tellable(people) === null || answers === 0) return `answers of ${peopleInWords(people)}`
  return `useful in ${Math.round((100 * yes) / answers)}% of the answers of ${peopleInWords(people)}`
}
