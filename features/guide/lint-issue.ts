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
