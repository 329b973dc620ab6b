import type { LintIssue } from '#features/guide/lint-issue.ts'

/** How many things must, and how many should be put right. */
export function countIssues(issues: readonly LintIssue[]): { errors: number; warnings: number } {
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: issues.length - errors }
}
