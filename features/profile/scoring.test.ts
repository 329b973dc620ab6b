import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Weight } from '#db/schema/index.ts'
import type { Level, Rank } from '#lib/levels.ts'
import { type AskedSkill, fitOf, gapsOf, strengthsOf } from './scoring.ts'

const asked = (slug: string, target: Rank, weight: Weight): AskedSkill => ({
  slug,
  name: slug.toUpperCase(),
  target,
  weight,
})
const noHours = () => null

const skill = fc.record({
  target: fc.constantFrom<Rank>(1, 2, 3, 4),
  weight: fc.constantFrom<Weight>('must', 'nice'),
  level: fc.constantFrom<Level | null>(null, 0, 1, 2, 3, 4),
})
/** A role with one person's levels in it. */
const profile = fc.array(skill, { minLength: 1, maxLength: 20 }).map((entries) => ({
  skills: entries.map(({ target, weight }, index) => asked(`s${index}`, target, weight)),
  levels: new Map(entries.map(({ level }, index) => [`s${index}`, level])),
}))

describe('fitOf', () => {
  it('earns the share of each target, a must-have three times', () => {
    const skills = [asked('a', 3, 'must'), asked('b', 2, 'nice'), asked('c', 4, 'must')]
    const levels: Record<string, Level> = { a: 2, b: 1, c: 4 }
    const fit = fitOf(skills, (slug) => levels[slug])
    // (3 * 2/3 + 1 * 1/2 + 3 * 1) / 7 = 5.5 / 7
    expect(fit.percent).toBe(78)
    expect(fit.parts.map(({ earned }) => earned)).toEqual([2, 0.5, 3])
    expect(fit.openMusts).toBe(1)
  })

  it('gives nothing for a skill without an answer, and says what it would be at best', () => {
    const fit = fitOf([asked('a', 2, 'must'), asked('b', 2, 'must')], (slug) => (slug === 'a' ? 2 : null))
    expect(fit).toMatchObject({ percent: 50, atBest: 100, unknown: 1, openMusts: 1 })
  })

  it('does not lose a point to the binary fractions of thirds', () => {
    // (1/3 + 4 * 2/3) / 5 is 60 %, and 59.999... when added up in binary.
    const skills = [1, 2, 3, 4, 5].map((number) => asked(String(number), 3, 'nice'))
    expect(fitOf(skills, (slug) => (slug === '1' ? 1 : 2)).percent).toBe(60)
  })

  it('is 0 for a role without skills', () => {
    expect(fitOf([], () => 4).percent).toBe(0)
  })

  it('is 100 exactly when every target is reached', () => {
    fc.assert(
      fc.property(profile, ({ skills, levels }) => {
        const all = skills.every((each) => (levels.get(each.slug) ?? 0) >= each.target)
        expect(fitOf(skills, (slug) => levels.get(slug)).percent === 100).toBe(all)
      }),
    )
  })

  it('never falls when a level rises, stays within 0 to 100, and never exceeds its best', () => {
    fc.assert(
      fc.property(profile, fc.nat(), ({ skills, levels }, pick) => {
        const before = fitOf(skills, (slug) => levels.get(slug))
        const chosen = skills[pick % skills.length]?.slug ?? ''
        const raised = new Map(levels).set(chosen, Math.min(4, (levels.get(chosen) ?? 0) + 1) as Level)
        const after = fitOf(skills, (slug) => raised.get(slug))
        expect(after.percent).toBeGreaterThanOrEqual(before.percent)
        expect(before.percent).toBeGreaterThanOrEqual(0)
        expect(before.percent).toBeLessThanOrEqual(before.atBest)
        expect(before.atBest).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('does not depend on the order of the skills', () => {
    fc.assert(
      fc.property(profile, ({ skills, levels }) => {
        const levelOf = (slug: string) => levels.get(slug)
        expect(fitOf(skills.toReversed(), levelOf).percent).toBe(fitOf(skills, levelOf).percent)
      }),
    )
  })
})

describe('gapsOf', () => {
  it('puts must-haves first, then the larger gain, then the fewer hours, then the name', () => {
    const skills = [
      asked('nice', 1, 'nice'),
      asked('slow', 2, 'must'),
      asked('quick', 2, 'must'),
      asked('far', 4, 'must'),
      asked('also-quick', 2, 'must'),
    ]
    const hours: Record<string, number> = { slow: 9, quick: 2, 'also-quick': 2 }
    const gaps = gapsOf(
      fitOf(skills, () => 0),
      (slug) => hours[slug] ?? null,
    )
    expect(gaps.map((gap) => gap.skill.slug)).toEqual(['also-quick', 'quick', 'slow', 'far', 'nice'])
  })

  it('names the next level, what is missing and what the next level adds', () => {
    const [gap] = gapsOf(
      fitOf([asked('a', 3, 'must'), asked('b', 1, 'nice')], (slug) => (slug === 'a' ? 1 : 1)),
      noHours,
    )
    expect(gap).toMatchObject({ next: 2, missing: 2, level: 1 })
    expect(gap?.gain).toBeCloseTo(25)
  })

  it('is, together with the strengths, every skill once', () => {
    fc.assert(
      fc.property(profile, ({ skills, levels }) => {
        const fit = fitOf(skills, (slug) => levels.get(slug))
        const named = [
          ...gapsOf(fit, noHours).map((gap) => gap.skill.slug),
          ...strengthsOf(fit).map((part) => part.skill.slug),
        ]
        expect(named.toSorted()).toEqual(skills.map(({ slug }) => slug).toSorted())
      }),
    )
  })
})

describe('strengthsOf', () => {
  it('puts must-haves first, then what is furthest above its target', () => {
    const skills = [asked('nice', 1, 'nice'), asked('even', 3, 'must'), asked('above', 2, 'must')]
    const levels: Record<string, Level> = { nice: 4, even: 3, above: 4 }
    expect(strengthsOf(fitOf(skills, (slug) => levels[slug])).map((part) => part.skill.slug)).toEqual([
      'above',
      'even',
      'nice',
    ])
  })
})
