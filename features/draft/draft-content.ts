import { type GuideBody, parseBody } from '#features/guide/guide-body.ts'
import type { GuideInput } from '#features/guide/guide-input.ts'
import { lintGuide } from '#features/guide/guide-lint.ts'
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

/** Parses the body and the fields. It takes as long as the text is; do it before you enter `write`. */
export function readDraft(content: DraftContent): ReadDraft {
  const body = parseBody(content.body)
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
export function lintDraft({ content, body, front, fields }: ReadDraft, known: Known): LintIssue[] {
  return [...fields, ...lintGuide({ front: front ?? looseFront(content), body }, known)]
}

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
