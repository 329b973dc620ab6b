import type { SkillKind } from '#db/schema/taxonomy.ts'

export interface LintIssue {
  severity: 'error' | 'warning'
  rule: string
  /** In the body, from 1; 0 where the front matter or the whole guide is meant. */
  line: number
  /** The part of the front matter that is meant. */
  field?: string
  message: string
}

/** What a guide may refer to. */
export interface Known {
  /** Null where there is such a skill but its file cannot be read. */
  skills: ReadonlyMap<string, { kind: SkillKind; questionKeys: ReadonlySet<string> } | null>
  roles: ReadonlySet<string>
  guides: ReadonlySet<string>
  authors: ReadonlySet<string>
}
