import type { SkillKind } from '#db/schema/taxonomy.ts'

export interface LintIssue {
  severity: 'error' | 'warning'
  rule: string
  /** In the body, from 1; 0 where a field is meant. */
  line: number
  /** The part of the front matter that is meant; `body` for the text as a whole. */
  field?: string
  message: string
}

export function error(rule: string, line: number, message: string, field?: string): LintIssue {
  return { severity: 'error', rule, line, message, ...(field && { field }) }
}

export function warning(rule: string, line: number, message: string, field?: string): LintIssue {
  return { severity: 'warning', rule, line, message, ...(field && { field }) }
}

export interface KnownSkill {
  kind: SkillKind
  questionKeys: ReadonlySet<string>
  /** Begun and not whole: it lacks statements or questions. */
  unfinished?: boolean
}

/** What a guide may refer to, under the names that it may use. */
export interface Known {
  /** Null where there is such a skill but its file cannot be read. */
  skills: ReadonlyMap<string, KnownSkill | null>
  roles: ReadonlySet<string>
  guides: ReadonlySet<string>
  authors: ReadonlySet<string>
  /** Left out where pictures are not looked at, as in the starting content. */
  pictures?: ReadonlySet<string>
}
