import type { Snapshot, SnapshotSkill } from '#db/schema/index.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { type Level, levelNames, type Rank } from '#lib/levels.ts'

/** An answer in an assessment: a level, "not sure" as null. */
export type Answer = Level | null

/**
 * The role, its skills and statements as they stand, with the answers: what an assessment keeps for ever.
 * @param answers by the slug of the skill; a skill without one is kept as "not sure"
 */
export function takeSnapshot(role: RoleView, answers: ReadonlyMap<string, Answer>): Snapshot {
  return {
    version: 1,
    role: { slug: role.slug, name: role.name },
    skills: role.skills.map((skill) => ({
      slug: skill.slug,
      name: skill.name,
      kind: skill.kind,
      target: skill.target,
      weight: skill.weight,
      statements: structuredClone(skill.statements),
      answer: answers.get(skill.slug) ?? null,
    })),
  }
}

/**
 * A snapshot under the addresses of today, for comparing it with what is there now. Of two skills that have become one it
 * keeps the one that gave the name, or else the first; which went into it can be told from `joined`.
 * @param current the addresses of today, by those of the snapshot
 */
export function followed(
  snapshot: Snapshot,
  current: ReadonlyMap<string, string>,
): { snapshot: Snapshot; joined: { name: string; into: string }[] } {
  const now = (slug: string) => current.get(slug) ?? slug
  const kept = new Map<string, SnapshotSkill>()
  for (const skill of snapshot.skills) {
    const slug = now(skill.slug)
    if (!kept.has(slug) || skill.slug === slug) kept.set(slug, skill)
  }
  return {
    snapshot: { ...snapshot, skills: [...kept].map(([slug, skill]) => ({ ...skill, slug })) },
    joined: snapshot.skills.flatMap((skill) => {
      const into = now(skill.slug)
      return kept.get(into) === skill ? [] : [{ name: skill.name, into }]
    }),
  }
}

/** Answers that look as if they had been given without reading; null when nothing is odd. */
export type CarelessPattern = { kind: 'same'; level: Level; count: number } | { kind: 'unsure'; count: number } | null

/** Fewer answers than this can well be the same by chance. */
const enoughToJudge = 5

/** @param answers in the order of the questions; undefined where none was given yet */
export function carelessPattern(answers: readonly (Answer | undefined)[]): CarelessPattern {
  const given = answers.filter((answer) => answer !== undefined)
  if (given.length < enoughToJudge) return null
  const [first] = given
  if (first === undefined || given.some((answer) => answer !== first)) return null
  return first === null ? { kind: 'unsure', count: given.length } : { kind: 'same', level: first, count: given.length }
}

/** What a pattern is called on the page: a question, no accusation. */
export function carelessText(pattern: NonNullable<CarelessPattern>): string {
  return pattern.kind === 'unsure'
    ? `You answered “Not sure” ${pattern.count} times. That is allowed, and the result will say little. Reading the statements of two or three skills again may be worth a minute.`
    : `You chose “${levelNames[pattern.level]}” for all ${pattern.count} skills. That happens, but seldom. If some of them differ, change those and the result will tell you more.`
}

/** How one skill stands in two assessments; undefined where it was not part of one. */
export interface SkillChange {
  slug: string
  name: string
  before: Answer | undefined
  after: Answer | undefined
  target: Rank
  /** Levels gained or lost; null where one side has no level. */
  difference: number | null
}

/** What is different between two assessments, skill by skill, in the order of the later one. */
export function compareSnapshots(before: Snapshot, after: Snapshot): SkillChange[] {
  const old = new Map(before.skills.map((skill) => [skill.slug, skill]))
  const now = new Set(after.skills.map(({ slug }) => slug))
  const change = (skill: SnapshotSkill, a: Answer | undefined, b: Answer | undefined): SkillChange => ({
    slug: skill.slug,
    name: skill.name,
    before: a,
    after: b,
    target: skill.target,
    difference: typeof a === 'number' && typeof b === 'number' ? b - a : null,
  })
  return [
    ...after.skills.map((skill) => change(skill, old.get(skill.slug)?.answer, skill.answer)),
    ...before.skills.filter(({ slug }) => !now.has(slug)).map((skill) => change(skill, skill.answer, undefined)),
  ]
}

/**
 * What became of a role since a snapshot of it, in sentences. Empty when nothing did.
 * @param taken the snapshot as it was taken
 * @param current the addresses of today, by those of the snapshot
 */
export function roleChangesSince(
  taken: Snapshot,
  role: RoleView,
  current: ReadonlyMap<string, string> = new Map(),
): string[] {
  const { snapshot, joined } = followed(taken, current)
  const then = new Map(snapshot.skills.map((skill) => [skill.slug, skill]))
  const now = new Map(role.skills.map((skill) => [skill.slug, skill]))
  const sentences: string[] = []
  for (const skill of role.skills) {
    const old = then.get(skill.slug)
    if (!old) {
      sentences.push(`${skill.name} is new in this role.`)
      continue
    }
    if (old.name !== skill.name) sentences.push(`${old.name} is now called ${skill.name}.`)
    if (old.target !== skill.target) {
      sentences.push(`${skill.name} is now asked for at ${levelNames[skill.target]}, not ${levelNames[old.target]}.`)
    }
    if (old.weight !== skill.weight) {
      sentences.push(`${skill.name} is now ${skill.weight === 'must' ? 'a must-have' : 'nice to have'}.`)
    }
    if (JSON.stringify(old.statements) !== JSON.stringify(skill.statements)) {
      sentences.push(`The statements of ${skill.name} were rewritten.`)
    }
  }
  for (const { name, into } of joined) {
    const skill = now.get(into)
    if (skill) sentences.push(`${name} is now part of ${skill.name}.`)
  }
  for (const old of snapshot.skills) {
    if (!now.has(old.slug)) sentences.push(`${old.name} is no longer part of this role.`)
  }
  return sentences
}

/** How a fit has moved: from the last assessment to today, or between the last two when nothing was rated since. */
export interface Movement {
  /** Percentage points, negative for a fall. */
  points: number
  since: 'last' | 'the one before'
}

/**
 * @param now the fit from today's ratings
 * @param latest the fit of the last assessment of the role, if there is one
 * @param before the fit of the one before that
 */
export function movementOf(now: number, latest: number | undefined, before: number | undefined): Movement | null {
  if (latest === undefined) return null
  if (now === latest && before !== undefined) return { points: now - before, since: 'the one before' }
  return { points: now - latest, since: 'last' }
}
