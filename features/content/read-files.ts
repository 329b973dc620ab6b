import type { z } from 'zod'
import { readDraftApart } from '#features/draft/draft-apart.ts'
import { contentOf, type ReadDraft, readDraft } from '#features/draft/draft-content.ts'
import type { DraftContent } from '#features/draft/same-content.ts'
import type { AuthorInput } from '#features/guide/guide-schema.ts'
import { authorSchema } from '#features/guide/guide-schema.ts'
import { reservedAddress } from '#features/taxonomy/reserved-addresses.ts'
import { skillSchema, slug } from '#features/taxonomy/taxonomy-schema.ts'
import {
  categoryFileSchema,
  draftFileSchema,
  guideFileSchema,
  originsFileSchema,
  pictureFileSchema,
  redirectsFileSchema,
  roleFileSchema,
  siteFileSchema,
  unfinishedSkillSchema,
} from './content-schema.ts'
import { type ContentSource, parts } from './content-source.ts'
import type {
  CategoryThing,
  DraftThing,
  GuideThing,
  OriginThing,
  PictureThing,
  Placed,
  PlacedText,
  RedirectThing,
  RoleThing,
  SkillThing,
} from './content-types.ts'
import { type ContentProblem, readYaml } from './content-yaml.ts'

/** Everything that a content folder holds, each by itself; what has an error is left out and named in `problems`. */
export interface ReadFiles {
  skills: Placed<SkillThing>[]
  roles: Placed<RoleThing>[]
  authors: Placed<AuthorInput>[]
  categories: Placed<CategoryThing>[]
  guides: PlacedText<GuideThing>[]
  drafts: PlacedText<DraftThing>[]
  redirects: RedirectThing[]
  origins: OriginThing[]
  pictures: PictureThing[]
  problems: ContentProblem[]
  /** The slugs of the files of a part, read or not: what refers to a broken file need not be named as well. */
  there: (part: keyof typeof parts) => Set<string>
}

interface File {
  name: string
  text: string
  shown: string
}

/** Reads the files one by one. The texts of guides are not parsed before somebody asks for them. */
export function readFiles(source: ContentSource): ReadFiles {
  const problems: ContentProblem[] = []
  const files = (part: keyof typeof parts) => filesOf(source, part, problems)
  const skillFiles = files('skills')
  const [roleFiles, authorFiles, categoryFiles] = [files('roles'), files('authors'), files('categories')]
  const [guideFiles, draftFiles] = [files('guides'), files('drafts')]
  const all = { skills: skillFiles, roles: roleFiles, authors: authorFiles, categories: categoryFiles }
  const names = { ...all, guides: guideFiles, drafts: draftFiles }
  single(source, 'site.yml', siteFileSchema, problems)
  return {
    skills: skillFiles.flatMap((file) => {
      const unfinished = /^unfinished:/m.test(file.text)
      const read = unfinished
        ? readThing(file, unfinishedSkillSchema, problems)
        : readThing(file, skillSchema, problems)
      return read.map(({ value, ...place }) => ({ ...place, value: { ...value, unfinished } }))
    }),
    roles: roleFiles.flatMap((file) => {
      const reserved = reservedAddress('role', file.name)
      if (reserved) problems.push(fileProblem(file.shown, reserved))
      return reserved ? [] : readThing(file, roleFileSchema, problems)
    }),
    authors: authorFiles.flatMap((file) => readThing(file, authorSchema, problems)),
    categories: categoryFiles.flatMap((file) => readThing(file, categoryFileSchema, problems)),
    guides: guideFiles.flatMap((file) => readGuide(file, problems)),
    drafts: draftFiles.flatMap((file) => readWorkingCopy(file, problems)),
    redirects: single(source, 'redirects.yml', redirectsFileSchema, problems) ?? [],
    origins: single(source, 'origins.yml', originsFileSchema, problems) ?? [],
    pictures: readPictures(source, problems),
    problems,
    there: (part) => new Set(names[part].map(({ name }) => name)),
  }
}

function filesOf({ texts, shown }: ContentSource, part: keyof typeof parts, problems: ContentProblem[]): File[] {
  const ending = parts[part]
  return [...texts].flatMap(([path, text]) => {
    if (!path.startsWith(`${part}/`)) return []
    const fullName = path.slice(part.length + 1)
    const name = fullName.slice(0, -ending.length)
    if (fullName.endsWith(ending) && slug.safeParse(name).success) return [{ name, text, shown: shown(path) }]
    problems.push(fileProblem(shown(path), `Only files named like some-slug${ending} belong into ${part}/.`))
    return []
  })
}

const fileProblem = (file: string, message: string): ContentProblem => ({
  file,
  line: 1,
  field: '',
  message,
  severity: 'error',
})

function readThing<Schema extends z.ZodType>(
  { name, text, shown }: File,
  schema: Schema,
  problems: ContentProblem[],
): Placed<z.output<Schema> & { slug: string }>[] {
  const read = readYaml(text, schema, shown)
  problems.push(...read.problems)
  return read.value ? [{ value: { ...read.value, slug: name }, file: shown, lineOf: read.lineOf }] : []
}

function single<Schema extends z.ZodType>(
  { texts, shown }: ContentSource,
  path: string,
  schema: Schema,
  problems: ContentProblem[],
): z.output<Schema> | null {
  const text = texts.get(path)
  if (text === undefined || text.trim() === '') return null
  const read = readYaml(text, schema, shown(path))
  problems.push(...read.problems)
  return read.value
}

interface Split {
  yaml: string
  markdown: string
  bodyOffset: number
}

function splitFile({ text, shown }: File, problems: ContentProblem[]): Split | null {
  const split = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text)
  if (split?.index !== 0) {
    problems.push(fileProblem(shown, 'A guide begins with its front matter between two lines of ---.'))
    return null
  }
  const [whole, yaml = ''] = split
  return { yaml, markdown: text.slice(whole.length), bodyOffset: whole.split('\n').length - 1 }
}

function readGuide(file: File, problems: ContentProblem[]): PlacedText<GuideThing>[] {
  const split = splitFile(file, problems)
  if (!split) return []
  const { yaml, markdown, bodyOffset } = split
  const { value, lineOf, problems: own } = readYaml(yaml, guideFileSchema, file.shown, 1)
  problems.push(...own)
  if (!value) return []
  const content = contentOf({ slug: file.name, front: value.front, markdown })
  const thing = { slug: file.name, content, published: value.published }
  return [{ value: thing, file: file.shown, lineOf, bodyOffset, ...once(content) }]
}

function readWorkingCopy(file: File, problems: ContentProblem[]): PlacedText<DraftThing>[] {
  const split = splitFile(file, problems)
  if (!split) return []
  const { yaml, markdown, bodyOffset } = split
  const { value, lineOf, problems: own } = readYaml(yaml, draftFileSchema, file.shown, 1)
  problems.push(...own)
  if (!value) return []
  const { reviewed, role, roles, skill, public: publicSlug, archived, ...rest } = value
  const content: DraftContent = {
    ...rest,
    slug: file.name,
    body: markdown,
    reviewedOn: reviewed,
    roles: role === undefined ? roles : [role],
    skill: skill ?? null,
  }
  const thing = { slug: file.name, content, public: publicSlug ?? null, archived: archived ?? null }
  return [{ value: thing, file: file.shown, lineOf, bodyOffset, ...once(content) }]
}

/** Parsing a long text takes a moment: it is done once, and before anybody waits for a lock. */
function once(content: DraftContent): Pick<PlacedText<unknown>, 'read' | 'readAhead'> {
  let known: ReadDraft | undefined
  return {
    read: () => {
      known ??= readDraft(content)
      return known
    },
    readAhead: async () => {
      known ??= await readDraftApart(content)
    },
  }
}

function readPictures(source: ContentSource, problems: ContentProblem[]): PictureThing[] {
  const { texts, pictures, shown } = source
  return [...texts].flatMap(([path, text]) => {
    const id = /^pictures\/([\w-]{22})\.yml$/.exec(path)?.[1]
    if (!id) return []
    const read = readYaml(text, pictureFileSchema, shown(path))
    problems.push(...read.problems)
    if (!read.value) return []
    const missing = read.value.widths.filter((width) => !pictures.has(`pictures/${id}/${width}.webp`))
    for (const width of missing) {
      const message = `There is no file pictures/${id}/${width}.webp.`
      problems.push({ ...fileProblem(shown(path), message), line: read.lineOf(['widths']), field: 'widths' })
    }
    const { archived, ...picture } = read.value
    return missing.length > 0 ? [] : [{ ...picture, id, archived: archived ?? null }]
  })
}
