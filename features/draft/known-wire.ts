import { referenceKinds } from '#db/schema/words.ts'
import type { Known, KnownSkill } from '#features/guide/lint-issue.ts'
import type { Reference } from './draft-references.ts'

/** A skill as it travels; null where there is one of which no more is known. */
type WireSkill = { kind: KnownSkill['kind']; questionKeys: string[]; unfinished?: boolean } | null

/** `Known` as JSON, with what was asked for: of anything else it says nothing. */
export interface KnownWire {
  /** References as `referenceKey` writes them. */
  asked: string[]
  skills: [slug: string, skill: WireSkill][]
  guides: string[]
  roles: string[]
  authors: string[]
  pictures: string[]
}

export const nothingKnown: KnownWire = { asked: [], skills: [], guides: [], roles: [], authors: [], pictures: [] }

/** @returns a reference as one word, such as skill:sql, question:sql/slow-query */
export const referenceKey = ({ kind, target }: Reference): string => `${kind}:${target}`

const longestTarget = 200

/** @returns the reference that a word names; null if it names none */
export function referenceOfKey(key: string): Reference | null {
  const at = key.indexOf(':')
  const kind = referenceKinds.find((each) => each === key.slice(0, at))
  const target = key.slice(at + 1)
  return kind && target !== '' && target.length <= longestTarget ? { kind, target } : null
}

export function toWire(known: Known, asked: readonly Reference[]): KnownWire {
  return {
    asked: asked.map(referenceKey),
    skills: [...known.skills].map(([slug, skill]) => [
      slug,
      skill && { ...skill, questionKeys: [...skill.questionKeys] },
    ]),
    guides: [...known.guides],
    roles: [...known.roles],
    authors: [...known.authors],
    pictures: [...(known.pictures ?? [])],
  }
}

/** What is known of both; the later one is the newer one. */
export function mergedWire(first: KnownWire, second: KnownWire): KnownWire {
  const both = (part: 'asked' | 'guides' | 'roles' | 'authors' | 'pictures') => [
    ...new Set([...first[part], ...second[part]]),
  ]
  const skills = new Map(first.skills)
  for (const [slug, skill] of second.skills) {
    const keys = [...(skills.get(slug)?.questionKeys ?? []), ...(skill?.questionKeys ?? [])]
    skills.set(slug, skill && { ...skill, questionKeys: [...new Set(keys)] })
  }
  return {
    asked: both('asked'),
    skills: [...skills],
    guides: both('guides'),
    roles: both('roles'),
    authors: both('authors'),
    pictures: both('pictures'),
  }
}

/** @returns those of the references that nobody was asked about yet */
export function unasked(references: readonly Reference[], { asked }: KnownWire): Reference[] {
  const known = new Set(asked)
  return references.filter((reference) => !known.has(referenceKey(reference)))
}

/** @param assumed taken to be there until the answer comes, so that nothing flashes up as wrong that is right */
export function fromWire(wire: KnownWire, assumed: readonly Reference[]): Known {
  const skills = new Map<string, (KnownSkill & { questionKeys: Set<string> }) | null>(
    wire.skills.map(([slug, skill]) => [slug, skill && { ...skill, questionKeys: new Set(skill.questionKeys) }]),
  )
  const named = (kind: Reference['kind']) => assumed.flatMap((each) => (each.kind === kind ? each.target : []))
  for (const slug of named('skill')) if (!skills.has(slug)) skills.set(slug, null)
  for (const ref of named('question')) {
    const [slug = '', key = ''] = ref.split('/')
    if (skills.has(slug)) skills.get(slug)?.questionKeys.add(key)
    else skills.set(slug, null)
  }
  return {
    skills,
    guides: new Set([...wire.guides, ...named('guide')]),
    roles: new Set([...wire.roles, ...named('role')]),
    authors: new Set([...wire.authors, ...named('author')]),
    pictures: new Set([...wire.pictures, ...named('picture')]),
  }
}
