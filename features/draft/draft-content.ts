import { type GuideBody, parseBody } from '#features/guide/guide-body.ts'
import type { GuideInput } from '#features/guide/guide-input.ts'
import { brokenIssues, lintGuide } from '#features/guide/guide-lint.ts'
import { type Front, frontSchema } from '#features/guide/guide-schema.ts'
import type { Known, LintIssue } from '#features/guide/lint-issue.ts'
import type { Reference } from './draft-references.ts'
import { referencesOf } from './draft-references.ts'
import { contentOfRow, type DraftContent, sameContent } from './same-content.ts'

export { contentOfRow, type DraftContent, sameContent }

/** A working copy, read. */
export interface ReadDraft {
  content: DraftContent
  body: GuideBody
  /** Null as long as a field is empty or wrong: `fields` says which. */
  front: Front | null
  /** The fields that are not as they must be. */
  fields: LintIssue[]
  references: Reference[]
}

/**
 * Parses the body and the fields, here: on a page, in a command, in a test. The server reads what editors send with
 * `readDraftApart`.
 */
export const readDraft = (content: DraftContent): ReadDraft => draftWith(content, parseBody(content.body))

/** A working copy whose body was parsed already. */
export function draftWith(content: DraftContent, body: GuideBody): ReadDraft {
  const parsed = frontSchema.safeParse(frontFields(content))
  const fields = parsed.success
    ? []
    : parsed.error.issues.map(
        ({ path, message }): LintIssue => ({
          severity: 'error',
          rule: 'field',
          line: 0,
          field: path.join('.') || 'title',
          message,
        }),
      )
  return { content, body, front: parsed.data ?? null, fields, references: referencesOf(content, body.blocks) }
}

/** Everything that is wrong with a working copy. Errors must be put right before it can be published. */
export function lintDraft(draft: ReadDraft, known: Known): LintIssue[] {
  return [...draft.fields, ...lintGuide(forLinter(draft), known)]
}

/** What makes a working copy one that cannot be shown; found fast, however long the text is. */
export const brokenIn = (draft: ReadDraft, known: Known): LintIssue[] => [
  ...draft.fields,
  ...brokenIssues(forLinter(draft), known),
]

/** What the linter looks at. */
export const forLinter = ({ content, body, front }: ReadDraft) => ({ front: front ?? looseFront(content), body })

/** What a publish needs, from a working copy without a problem in its fields. */
export function inputOf({ content, body, front }: ReadDraft): GuideInput | null {
  return front && { slug: content.slug, front, markdown: content.body, body }
}

/** A guide from a file, which was read already, as a working copy. */
export function draftOfFile(guide: GuideInput): ReadDraft {
  const content = contentOf(guide)
  const { front, body } = guide
  return { content, body, front, fields: [], references: referencesOf(content, body.blocks) }
}

/** A guide from a file as the content of a working copy. */
export function contentOf({ slug, front, markdown }: Omit<GuideInput, 'body'>): DraftContent {
  const { reviewed, skill, ...rest } = front
  return { ...rest, slug, skill: skill ?? null, reviewedOn: reviewed, body: markdown }
}

/** The fields under the names that content files have for them. */
function frontFields({ slug: _, body: __, reviewedOn, skill, roles, sources, ...rest }: DraftContent) {
  return {
    ...rest,
    reviewed: reviewedOn,
    ...(skill && { skill }),
    ...(roles.length > 0 && { roles }),
    // An empty date means that the page is kept up to date.
    sources: sources.map(({ date, ...source }) => ({ ...source, ...(date && { date }) })),
  }
}

/** What the linter can look at while fields are missing. */
function looseFront({ reviewedOn, skill, slug: _, body: __, ...rest }: DraftContent): Front {
  return { ...rest, reviewed: reviewedOn, skill: skill ?? undefined }
}
