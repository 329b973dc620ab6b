import type { SkillKind } from '#db/schema/taxonomy.ts'
import { inputOf, lintDraft, type ReadDraft } from '#features/draft/draft-content.ts'
import type { Known, LintIssue } from '#features/guide/lint-issue.ts'
import { taxonomyProblems } from './content-checks.ts'
import { readFolder } from './content-source.ts'
import type { Content, Placed, PlacedText } from './content-types.ts'
import type { ContentProblem } from './content-yaml.ts'
import { type ReadFiles, readFiles } from './read-files.ts'

export type { ContentProblem } from './content-yaml.ts'

/**
 * Reads the content files of a folder (skills/, roles/, authors/, guides/) and checks them by themselves and together.
 * What has an error of its own is left out of `content`, and named in `problems`.
 */
export function readContent(folder: string): { content: Content; problems: ContentProblem[] } {
  const files = readFiles(readFolder(folder))
  return {
    content: {
      skills: valuesOf(files.skills),
      roles: valuesOf(files.roles),
      authors: valuesOf(files.authors),
      guides: files.guides.flatMap((placed) => inputOf(placed.read()) ?? []),
    },
    problems: contentProblems(files),
  }
}

type Lint = (draft: ReadDraft, known: Known) => LintIssue[]

/** Everything that is wrong with the files of a folder that stands by itself, in the order of the files. */
export function contentProblems(files: ReadFiles, lint: Lint = lintDraft): ContentProblem[] {
  const known = knownOfFiles(files)
  return inOrder([
    ...files.problems,
    ...taxonomyProblems(
      files.skills.filter(({ value }) => !value.unfinished),
      files.roles,
      files.there('skills'),
      files.there('categories'),
    ),
    ...files.guides.flatMap((placed) => guideProblems(placed, known, lint)),
  ])
}

const valuesOf = <Value>(placed: Placed<Value>[]): Value[] => placed.map(({ value }) => value)

export const inOrder = (problems: ContentProblem[]): ContentProblem[] =>
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)

/** What the guides of a folder may refer to when they are looked at by themselves. */
function knownOfFiles(files: ReadFiles): Known {
  const skills = new Map<string, { kind: SkillKind; questionKeys: Set<string>; unfinished?: boolean } | null>(
    [...files.there('skills')].map((name) => [name, null]),
  )
  for (const { value } of files.skills) {
    const questionKeys = new Set(value.questions.map(({ id }) => id))
    skills.set(value.slug, { kind: value.kind, questionKeys, ...(value.unfinished && { unfinished: true }) })
  }
  return { skills, roles: files.there('roles'), guides: files.there('guides'), authors: files.there('authors') }
}

/** @returns a problem as one line that an editor can click: `db/content/skills/sql.yml:12 levels.working: ...`. */
export function formatProblem({ file, line, field, message, severity }: ContentProblem): string {
  return `${severity === 'warning' ? 'warning ' : ''}${file}:${line} ${field ? `${field}: ` : ''}${message}`
}

/** What the linter finds in a guide's file, with the places in the file. */
export function guideProblems(
  { file, lineOf, bodyOffset, read }: Pick<PlacedText<unknown>, 'file' | 'lineOf' | 'bodyOffset' | 'read'>,
  known: Known,
  lint: Lint,
): ContentProblem[] {
  const oneRole = lineOf(['roles']) === lineOf([])
  return lint(read(), known).map(({ severity, line, field: meant = '', message }) => {
    // A single role was written as `role`.
    const field = oneRole && meant === 'roles.0' ? 'role' : meant
    const place = line > 0 ? line + bodyOffset : lineOf(field ? field.split('.') : ['kind'])
    return { file, line: place, field, message, severity }
  })
}
