import type { Known, LintIssue } from '#features/guide/lint-issue.ts'
import { lintApart, parseApart } from '#features/guide/read-apart.ts'
import { type DraftContent, draftWith, forLinter, type ReadDraft } from './draft-content.ts'

/**
 * readDraft, in a thread, for what editors send. Do it before you enter `write`.
 * @throws ReadingBusy in words
 */
export async function readDraftApart(content: DraftContent): Promise<ReadDraft> {
  return draftWith(content, await parseApart(content.body))
}

/**
 * lintDraft, in a thread.
 * @throws ReadingBusy in words
 */
export async function lintDraftApart(draft: ReadDraft, known: Known): Promise<LintIssue[]> {
  return [...draft.fields, ...(await lintApart(forLinter(draft), known))]
}
