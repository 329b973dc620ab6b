import 'server-only'
import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideBlockSkills, guideBlocks, guides } from '#db/schema/guide.ts'
import { guideTexts, type SectionText } from '#db/schema/search.ts'
import { questions, roles, skillAliases, skills } from '#db/schema/taxonomy.ts'
import { guideKindNames } from '#features/guide/guide-kinds.ts'
import { bestSection } from './best-section.ts'
import { countSought, markText, passageOf, type Sought } from './marks.ts'
import type { Hit } from './search-types.ts'

const passageLength = 200

/** A guide that has a block about what was asked for, and where in it that stands. */
export interface Place {
  guideId: string
  anchor: string
}

/** Some guides that teach a skill, by a skill block for it: first those that are about nothing else. */
export async function placesAbout(skillId: string, take: number): Promise<Place[]> {
  const own = await read.select({ id: guides.id }).from(guides).where(eq(guides.skillId, skillId)).limit(take)
  const ids = own.map(({ id }) => id)
  // By the guide first or by the skill first: neither is to go through ten thousand rows of the other.
  const [first, others] = await Promise.all([
    ids.length > 0 ? placesIn(inArray(guideBlockSkills.guideId, ids), ids.length * 100) : [],
    placesIn(eq(guideBlockSkills.skillId, skillId), take * 2),
  ])
  const seen = new Set<string>()
  return [...first.filter((place) => place.skillId === skillId), ...others]
    .filter(({ guideId }) => !seen.has(guideId) && seen.add(guideId))
    .slice(0, take)
}

async function placesIn(which: SQL, take: number): Promise<(Place & { skillId: string })[]> {
  return await read
    .select({ guideId: guideBlocks.guideId, anchor: guideBlocks.anchor, skillId: guideBlockSkills.skillId })
    .from(guideBlockSkills)
    .innerJoin(
      guideBlocks,
      and(eq(guideBlocks.guideId, guideBlockSkills.guideId), eq(guideBlocks.key, guideBlockSkills.key)),
    )
    .where(and(which, eq(guideBlocks.kind, 'skill')))
    .limit(take)
}

/**
 * Guides as hits, in the order of the ids, each with the section that fits best.
 * @param places sections that fit for another reason than their words
 */
export async function guideHits(ids: readonly string[], sought: Sought, places: readonly Place[] = []): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await read
    .select({
      id: guides.id,
      slug: guides.slug,
      kind: guides.kind,
      title: guides.title,
      standfirst: guides.standfirst,
      minutes: guides.readingMinutes,
      sections: guideTexts.sections,
    })
    .from(guides)
    .innerJoin(guideTexts, eq(guideTexts.guideId, guides.id))
    .where(inArray(guides.id, [...ids]))
  return inOrder(ids, rows, (guide) => {
    const href = `/guides/${guide.slug}`
    const section = sectionOf(guide, sought, places)
    const text = section ? passageOf(section.text, sought, passageLength) : guide.standfirst
    return {
      kind: 'guide',
      id: guide.id,
      href,
      title: markText(guide.title, sought),
      label: `${guideKindNames[guide.kind].one} · ${guide.minutes} minutes`,
      text: markText(text, sought),
      section: section && { heading: markText(section.heading, sought), href: `${href}#${section.anchor}` },
    }
  })
}

interface GuideRow {
  id: string
  standfirst: string
  sections: SectionText[]
}

function sectionOf(
  { id, standfirst, sections }: GuideRow,
  sought: Sought,
  places: readonly Place[],
): SectionText | null {
  const place = places.find(({ guideId }) => guideId === id)
  const known = place && sections.find(({ anchor }) => anchor === place.anchor)
  if (known) return known
  const best = bestSection(sections, sought)
  if (!best || best.anchor === '') return null
  // What the guide says of itself is the better answer where it says as much.
  return countSought(standfirst, sought) >= countSought(`${best.heading} ${best.text}`, sought) ? null : best
}

/** Skills as hits, in the order of the ids. Says which other name fits, if the skill's own does not. */
export async function skillHits(ids: readonly string[], sought: Sought): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await read
    .select({ id: skills.id, slug: skills.slug, name: skills.name, kind: skills.kind, definition: skills.definition })
    .from(skills)
    .where(inArray(skills.id, [...ids]))
  const aliases = await read
    .select({ skillId: skillAliases.skillId, alias: skillAliases.alias })
    .from(skillAliases)
    .where(inArray(skillAliases.skillId, [...ids]))
  return inOrder(ids, rows, (skill) => {
    const named = countSought(skill.name, sought) > 0
    const alias = aliases.find((row) => row.skillId === skill.id && countSought(row.alias, sought) > 0)?.alias
    const also = !named && alias ? `Also written ${alias}. ` : ''
    return {
      kind: 'skill',
      id: skill.id,
      href: `/skills/${skill.slug}`,
      title: markText(skill.name, sought),
      label: skill.kind === 'technical' ? 'Technical skill' : 'Soft skill',
      text: markText(also + skill.definition, sought),
      section: null,
    }
  })
}

/** Roles as hits, in the order of the ids. */
export async function roleHits(ids: readonly string[], sought: Sought): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await read
    .select({ id: roles.id, slug: roles.slug, name: roles.name, summary: roles.summary })
    .from(roles)
    .where(inArray(roles.id, [...ids]))
  return inOrder(ids, rows, ({ id, slug, name, summary }) => ({
    kind: 'role',
    id,
    href: `/roles/${slug}`,
    title: markText(name, sought),
    label: 'Role',
    text: markText(summary, sought),
    section: null,
  }))
}

/** Interview questions as hits, in the order of the ids. */
export async function questionHits(ids: readonly string[], sought: Sought): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await read
    .select({
      id: questions.id,
      key: questions.key,
      question: questions.question,
      why: questions.why,
      slug: skills.slug,
      name: skills.name,
    })
    .from(questions)
    .innerJoin(skills, eq(skills.id, questions.skillId))
    .where(inArray(questions.id, [...ids]))
  return inOrder(ids, rows, ({ id, key, question, why, slug, name }) => ({
    kind: 'question',
    id,
    href: `/skills/${slug}#question-${key}`,
    title: markText(question, sought),
    label: `Interview question · ${name}`,
    text: markText(why, sought),
    section: null,
  }))
}

function inOrder<Row extends { id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
  hit: (row: Row) => Hit,
): Hit[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [hit(row)] : []
  })
}
