import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { z } from 'zod'
import type { SkillKind } from '#db/schema/taxonomy.ts'
import { parseBody } from '#features/guide/guide-body.ts'
import type { GuideInput } from '#features/guide/guide-input.ts'
import { lintGuide } from '#features/guide/guide-lint.ts'
import { authorSchema, frontSchema } from '#features/guide/guide-schema.ts'
import type { Known } from '#features/guide/lint-issue.ts'
import { roleSchema, skillSchema, slug } from '#features/taxonomy/taxonomy-schema.ts'
import { taxonomyProblems } from './content-checks.ts'
import type { Content, Placed } from './content-types.ts'
import { type ContentProblem, readYaml } from './content-yaml.ts'

export type { ContentProblem } from './content-yaml.ts'

interface PlacedGuide extends Placed<GuideInput> {
  bodyOffset: number
}

/**
 * Reads the content files of a folder (skills/, roles/, authors/, guides/) and checks them by themselves and together.
 * What has an error of its own is left out of `content`, and named in `problems`.
 */
export function readContent(folder: string): { content: Content; problems: ContentProblem[] } {
  const problems: ContentProblem[] = []
  const skills = readFolder(folder, 'skills', skillSchema, problems)
  const roles = readFolder(folder, 'roles', roleSchema, problems)
  const authors = readFolder(folder, 'authors', authorSchema, problems)
  const guides = filesOf(folder, 'guides', '.md', problems).flatMap((file) => readGuide(file, problems))
  // A file that could not be read still exists: what refers to it need not be named as well.
  const there = (part: string, ending: string) => new Set(filesOf(folder, part, ending, []).map(({ name }) => name))
  const skillFiles = there('skills', '.yml')
  const known: Known = {
    skills: new Map<string, { kind: SkillKind; questionKeys: Set<string> } | null>([
      ...[...skillFiles].map((name) => [name, null] as const),
      ...skills.map(({ value: { slug, kind, questions } }) => {
        return [slug, { kind, questionKeys: new Set(questions.map(({ id }) => id)) }] as const
      }),
    ]),
    roles: there('roles', '.yml'),
    guides: there('guides', '.md'),
    authors: there('authors', '.yml'),
  }
  problems.push(...taxonomyProblems(skills, roles, guides, skillFiles))
  for (const guide of guides) problems.push(...guideProblems(guide, known))
  return {
    content: {
      skills: skills.map(({ value }) => value),
      roles: roles.map(({ value }) => value),
      authors: authors.map(({ value }) => value),
      guides: guides.map(({ value }) => value),
    },
    problems: problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  }
}

/** @returns a problem as one line that an editor can click: `db/content/skills/sql.yml:12 levels.working: ...`. */
export function formatProblem({ file, line, field, message, severity }: ContentProblem): string {
  return `${severity === 'warning' ? 'warning ' : ''}${file}:${line} ${field ? `${field}: ` : ''}${message}`
}

interface ContentFile {
  name: string
  path: string
  /** As it is shown, from where the command runs. */
  file: string
}

function filesOf(folder: string, part: string, ending: string, problems: ContentProblem[]): ContentFile[] {
  const all = readdirSync(join(folder, part), { withFileTypes: true })
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.'))
    .sort()
  return all.flatMap((fullName) => {
    const path = join(folder, part, fullName)
    const file = relative(process.cwd(), path)
    const name = fullName.slice(0, -ending.length)
    if (fullName.endsWith(ending) && slug.safeParse(name).success) return [{ name, path, file }]
    const message = `Only files named like some-slug${ending} belong into ${part}/.`
    problems.push({ file, line: 1, field: '', message, severity: 'error' })
    return []
  })
}

const readText = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')

function readFolder<Schema extends z.ZodType>(
  folder: string,
  part: string,
  schema: Schema,
  problems: ContentProblem[],
): Placed<z.output<Schema> & { slug: string }>[] {
  return filesOf(folder, part, '.yml', problems).flatMap(({ name, path, file }) => {
    const read = readYaml(readText(path), schema, file)
    problems.push(...read.problems)
    return read.value ? [{ value: { ...read.value, slug: name }, file, lineOf: read.lineOf }] : []
  })
}

function readGuide({ name, path, file }: ContentFile, problems: ContentProblem[]): PlacedGuide[] {
  const text = readText(path)
  const split = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text)
  if (split?.index !== 0) {
    const message = 'A guide begins with its front matter between two lines of ---.'
    problems.push({ file, line: 1, field: '', message, severity: 'error' })
    return []
  }
  const [whole, yaml = ''] = split
  const bodyOffset = whole.split('\n').length - 1
  const front = readYaml(yaml, frontSchema, file, 1)
  problems.push(...front.problems)
  const markdown = text.slice(whole.length)
  const body = parseBody(markdown)
  if (front.value) {
    return [{ value: { slug: name, front: front.value, markdown, body }, file, lineOf: front.lineOf, bodyOffset }]
  }
  // Without front matter there is nothing to lint against, but the body can still be put right.
  for (const { line, message } of body.problems) {
    problems.push({ file, line: line + bodyOffset, field: '', message, severity: 'error' })
  }
  return []
}

function guideProblems({ value, file, lineOf, bodyOffset }: PlacedGuide, known: Known): ContentProblem[] {
  const oneRole = lineOf(['roles']) === lineOf([])
  return lintGuide(value, known).map(({ severity, line, field: meant = '', message }) => {
    // A single role was written as `role`.
    const field = oneRole && meant === 'roles.0' ? 'role' : meant === 'body' ? '' : meant
    const place = line > 0 ? line + bodyOffset : lineOf(field ? field.split('.') : ['kind'])
    return { file, line: place, field, message, severity }
  })
}
