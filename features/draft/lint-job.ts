import './without-eval.ts'
import { readingMinutes } from '#features/guide/guide-body.ts'
import type { LintIssue } from '#features/guide/lint-issue.ts'
import { type DraftContent, lintDraft, readDraft } from './draft-content.ts'
import type { Reference } from './draft-references.ts'
import { fromWire, type KnownWire, unasked } from './known-wire.ts'

export interface LintJob {
  content: DraftContent
  known: KnownWire
}

export interface LintResult {
  issues: LintIssue[]
  words: number
  minutes: number
  /** What the content names and `known` says nothing of. */
  unasked: Reference[]
}

/** Reads a working copy and says what is wrong with it, here or in a worker. */
export function lintJob({ content, known }: LintJob): LintResult {
  const draft = readDraft(content)
  const open = unasked(draft.references, known)
  const { words } = draft.body
  return { issues: lintDraft(draft, fromWire(known, open)), words, minutes: readingMinutes(words), unasked: open }
}
