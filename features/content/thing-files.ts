import { createHash } from 'node:crypto'
import type { DraftContent } from '#features/draft/same-content.ts'
import type { AuthorInput } from '#features/guide/guide-schema.ts'
import { frontSchema } from '#features/guide/guide-schema.ts'
import { levelKeys } from '#lib/levels.ts'
import type {
  CategoryThing,
  DraftThing,
  GuideThing,
  OriginThing,
  PictureThing,
  RedirectThing,
  RoleThing,
  SkillThing,
} from './content-types.ts'
import { flow, writeYaml, type Yaml } from './yaml-writer.ts'

/*
 * Each thing as the text of its file. The address is the name of the file and does not stand in it, so that a thing which
 * moved still has the same text.
 */

const rankKey = (rank: number): string => levelKeys[rank - 1] ?? ''

export function skillText(skill: SkillThing): string {
  return writeYaml({
    unfinished: skill.unfinished || undefined,
    name: skill.name,
    kind: skill.kind,
    definition: skill.definition,
    aliases: skill.aliases,
    levels: Object.fromEntries(levelKeys.map((key) => [key, skill.levels[key]])),
    related: flow(skill.related),
    steps: skill.steps.map(({ id, title, reaches, hours, body, done }) => ({
      id,
      title,
      reaches: rankKey(reaches),
      hours,
      body,
      done,
    })),
    questions: skill.questions.map(({ id, kind, level, question, why, strong, weak }) => ({
      id,
      kind,
      level: rankKey(level),
      question,
      why,
      strong,
      weak,
    })),
  })
}

export function roleText({ name, summary, category, activities, skills }: RoleThing): string {
  const asked = skills.map(({ skill, target, weight }) => flow({ skill, target: rankKey(target), weight }))
  const daily = activities.length > 0 ? flow(activities) : undefined
  return writeYaml({ name, summary, category, activities: daily, skills: asked })
}

export const authorText = ({ name, title, bio }: AuthorInput): string => writeYaml({ name, title, bio })

export const categoryText = ({ name, summary, position }: CategoryThing): string =>
  writeYaml({ name, summary, position })

/** @param when leave it out for a text that says only what the guide says */
export function guideText({ content, published }: GuideThing, when = true): string {
  return markdownFile({ ...frontOf(content), published: (when && published?.toISOString()) || undefined }, content.body)
}

export function draftText({ content, public: publicSlug, archived }: DraftThing): string {
  const { title, standfirst, description, author, reviewed, sources, ...front } = frontOf(content)
  return markdownFile(
    {
      kind: front.kind,
      title: title || undefined,
      standfirst: standfirst || undefined,
      description: description || undefined,
      author: author || undefined,
      reviewed: reviewed || undefined,
      role: front.role,
      roles: front.roles,
      skill: front.skill,
      explore: front.explore,
      sources,
      public: publicSlug ?? undefined,
      archived: archived?.toISOString(),
    },
    content.body,
  )
}

const slugLike = /^[a-z0-9-]+$/
const listed = (slugs: string[]): Yaml => (slugs.every((each) => slugLike.test(each)) ? flow(slugs) : slugs)

function frontOf({
  kind,
  title,
  standfirst,
  description,
  author,
  reviewedOn,
  roles,
  skill,
  explore,
  sources,
}: DraftContent) {
  const [only = ''] = roles
  return {
    kind,
    title,
    standfirst,
    description,
    author,
    reviewed: reviewedOn,
    role: roles.length === 1 ? only : undefined,
    roles: roles.length > 1 ? listed(roles) : undefined,
    skill: skill ?? undefined,
    explore: listed(explore),
    sources: sources.map(({ title: of, publisher, url, date }) => ({
      title: of,
      publisher,
      url,
      date: date || undefined,
    })),
  }
}

const markdownFile = (front: Parameters<typeof writeYaml>[0], body: string): string =>
  `---\n${writeYaml(front)}---\n${oneKindOfLineEnd(body)}`

const oneKindOfLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n').toWellFormed()

export const redirectsText = (redirects: readonly RedirectThing[]): string =>
  byKindText(redirects.map(({ kind, slug, target }) => ({ kind, slug, value: target })))

export const originsText = (origins: readonly OriginThing[]): string =>
  byKindText(origins.map(({ kind, slug, hash }) => ({ kind, slug, value: hash })))

function byKindText(entries: readonly { kind: string; slug: string; value: string }[]): string {
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort()
  return writeYaml(
    Object.fromEntries(
      kinds.map((kind) => [
        kind,
        Object.fromEntries(
          entries
            .filter((each) => each.kind === kind)
            .sort((a, b) => (a.slug < b.slug ? -1 : 1))
            .map(({ slug, value }) => [slug, value]),
        ),
      ]),
    ),
  )
}

export const pictureText = ({ name, alt, width, height, widths, hash, created, archived }: PictureThing): string =>
  writeYaml({
    name,
    alt,
    width,
    height,
    widths,
    hash,
    created: created.toISOString(),
    archived: archived?.toISOString(),
  })

/** @param missing ids of the pictures whose files were not there to be exported */
export const siteText = (guidepost: string, exported: Date, missing: readonly string[] = []): string =>
  writeYaml({
    ...{ format: 1, guidepost, exported: exported.toISOString() },
    ...(missing.length > 0 && { missing: [...missing] }),
  })

/** What is kept of the texts of a thing, to see later whether it is still the same. */
export const hashOf = (...texts: string[]): string => createHash('sha256').update(texts.join('\0')).digest('base64url')

/** A content as its file will have it once it was read: trimmed and with one spelling of each character. */
export function asPublished(content: DraftContent): DraftContent {
  const { slug, body, reviewedOn, skill, roles, sources, ...rest } = content
  const front = frontSchema.safeParse({
    ...rest,
    reviewed: reviewedOn,
    skill: skill ?? undefined,
    roles: roles.length > 0 ? roles : undefined,
    sources: sources.map(({ date, ...source }) => ({ ...source, date: date || undefined })),
  })
  if (!front.success) return content
  const { reviewed, skill: of, ...others } = front.data
  return { ...others, slug, body: oneKindOfLineEnd(body), reviewedOn: reviewed, skill: of ?? null }
}
