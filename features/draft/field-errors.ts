import type { LintIssue } from '#features/guide/lint-issue.ts'

/** The first thing wrong with each field that must be put right, by the name that the linter has for it. */
export function errorsByField(issues: readonly LintIssue[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { field, severity, message } of issues) {
    if (field && severity === 'error') errors[field] ??= message
  }
  return errors
}

/** The id of the element that a field is changed with. @param field as the linter names it, such as sources.0.url */
export function placeOfField(field: string): string {
  const [name = '', at, part] = field.split('.')
  if (name === 'sources') return at === undefined ? 'field-sources' : `field-source-${at}-${part ?? 'title'}`
  if (name === 'role' || name === 'roles') return 'field-add-role'
  return `field-${name}`
}
