import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Source } from '#db/schema/guide.ts'
import { pictureIdOf } from '#features/picture/picture-address.ts'
import { picturesByIds } from '#features/picture/picture-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { type Fit, fitOf } from '#features/profile/scoring.ts'
import { questionsByRefs, roleBySlug, skillsBySlugs } from '#features/taxonomy/taxonomy-queries.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import type { Level } from '#lib/levels.ts'
import type { GuideContext } from './components/guide-context.ts'
import { type GuideBody, parseBody } from './guide-body.ts'
import { type GuideCard, guideBySlug, guidesBySlugs, neighbours } from './guide-queries.ts'

// A reader's page is rendered at each request, and parsing is most of that; the text decides the result.
const parsed = new LRUCache<string, GuideBody>({ max: 200 })

/** parseBody, with what was read lately kept. */
export function bodyOf(markdown: string): GuideBody {
  const known = parsed.get(markdown)
  if (known) return known
  const body = parseBody(markdown)
  parsed.set(markdown, body)
  return body
}

/** A role that a guide is about, with how the reader stands to it; null fit for someone without ratings. */
export interface RoleStanding {
  role: RoleView
  fit: Fit<RoleView['skills'][number]> | null
}

/** A guide as its page shows it: published, or a working copy that may lack anything. */
export interface ShownGuide extends Pick<GuideCard, 'slug' | 'kind' | 'title' | 'standfirst' | 'readingMinutes'> {
  sources: readonly Source[]
  /** Empty as long as nobody has said that they reviewed it. */
  reviewedOn: string
  author: { slug: string; name: string } | null
}

/** What a guide names outside of its body, as slugs, and the body as it was read. */
interface Named {
  body: GuideBody
  roles: readonly string[]
  explore: readonly string[]
}

interface Viewer {
  /** Whose levels stand in it; null for a stranger. */
  personId: string | null
  /** The slug of a skill rated a moment ago. */
  saved: string | null
  /** Whether it is a preview, in which nothing can be sent. */
  preview?: boolean
}

/**
 * All that a guide's page shows to one reader.
 * @returns null if there is no such guide
 */
export async function guideView(slug: string, viewer: Viewer) {
  const guide = await guideBySlug(slug)
  if (!guide) return null
  const named = { body: bodyOf(guide.body), roles: guide.roles.map((role) => role.slug), explore: guide.explore }
  return { ...(await guideViewOf(guide, named, viewer)), guide }
}

/** The same for a guide that is not, or not like that, in the table of guides. */
export async function guideViewOf(guide: ShownGuide, named: Named, { personId, saved, preview = false }: Viewer) {
  const { body } = named
  const blocks = body.blocks
  const related = blocks.flatMap((block) => (block.kind === 'related' ? block.slug : []))
  const levels = await levelsOf(personId)
  const [skills, questions, explore, linked, pictures, standings, around] = await Promise.all([
    skillsBySlugs([...new Set(blocks.flatMap(skillsNamed))]),
    questionsByRefs(blocks.flatMap((block) => (block.kind === 'question' ? block : []))),
    guidesBySlugs(named.explore),
    guidesBySlugs(related),
    picturesByIds(body.pictures.flatMap(({ url }) => pictureIdOf(url) ?? [])),
    Promise.all(named.roles.map((role) => standingFor(role, levels))),
    neighbours(guide.slug, guide.title),
  ])
  const roles = standings.filter((standing) => standing !== null)
  const context: GuideContext = {
    slug: guide.slug,
    skills,
    questions,
    related: linked,
    pictures,
    // With two roles there are two targets for a skill, and a ladder shows one: so none.
    targets: new Map(roles.length === 1 ? roles[0]?.role.skills.map((skill) => [skill.slug, skill.target]) : []),
    levels,
    saved,
    preview,
  }
  return { guide, body, context, explore: [...explore.values()], roles, ...around }
}

export type GuideView = Awaited<ReturnType<typeof guideViewOf>>

function skillsNamed(block: GuideBody['blocks'][number]): string[] {
  if (block.kind === 'skill') return [block.ref]
  return block.kind === 'step' ? block.skills : []
}

async function standingFor(slug: string, levels: ReadonlyMap<string, Level>): Promise<RoleStanding | null> {
  const role = await roleBySlug(slug)
  if (!role) return null
  const rated = role.skills.some((skill) => levels.has(skill.slug))
  return { role, fit: rated ? fitOf(role.skills, (skill) => levels.get(skill)) : null }
}
