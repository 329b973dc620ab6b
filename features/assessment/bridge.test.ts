import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level, Rank } from '#lib/levels.ts'
import { type BridgeGap, cheapestBridge, type OfferedStep } from './bridge.ts'

const step = (skill: string, reaches: Rank, hours: number, key = `${skill}-${reaches}-${hours}`): OfferedStep => ({
  ...{ skill, reaches, hours, key, title: key },
})
const keys = (steps: readonly OfferedStep[]) => steps.map(({ key }) => key)

describe('cheapestBridge', () => {
  it('climbs rung by rung, in the order of the gaps, each by its shortest step', () => {
    const offered = [
      step('a', 2, 9),
      step('a', 1, 3),
      step('a', 2, 4),
      step('a', 3, 1),
      step('b', 3, 7),
      step('c', 1, 1),
    ]
    const gaps: BridgeGap[] = [
      { slug: 'b', level: 2, target: 3 },
      { slug: 'a', level: null, target: 2 },
    ]
    expect(cheapestBridge(gaps, offered)).toEqual({
      steps: [offered[4], offered[1], offered[2]],
      hours: 14,
      open: [],
    })
  })

  it('passes a level for which nothing is written, also one that is the target', () => {
    const bridge = cheapestBridge([{ slug: 'a', level: 0, target: 2 }], [step('a', 1, 2), step('a', 3, 5)])
    expect(keys(bridge.steps)).toEqual(['a-1-2', 'a-3-5'])
    expect(bridge.open).toEqual([])
  })

  it('says where the steps end below the target', () => {
    const bridge = cheapestBridge(
      [
        { slug: 'a', level: 0, target: 3 },
        { slug: 'b', level: 1, target: 4 },
      ],
      [step('a', 2, 5)],
    )
    expect(bridge).toMatchObject({ hours: 5, open: ['a', 'b'] })
  })

  it('takes the first of two that cost the same', () => {
    const two = [step('a', 1, 2, 'first'), step('a', 1, 2, 'second')]
    expect(keys(cheapestBridge([{ slug: 'a', level: null, target: 1 }], two).steps)).toEqual(['first'])
  })
})

// Said once more in another way: what somebody reaches who has done a set of steps, taking them in any order that works.
function reachedWith(done: readonly OfferedStep[], offered: readonly OfferedStep[], { slug, level }: BridgeGap): Level {
  let at: Level = level ?? 0
  for (;;) {
    const next = done.find(
      (each) =>
        each.skill === slug &&
        each.reaches > at &&
        !offered.some((other) => other.skill === slug && other.reaches > at && other.reaches < each.reaches),
    )
    if (!next) return at
    at = next.reaches
  }
}

it('costs no more than any other set of the offered steps that closes the same gaps', () => {
  const rank = fc.integer({ min: 1, max: 4 }).map((value) => value as Rank)
  const anyStep = fc.record({ skill: fc.constantFrom('a', 'b'), reaches: rank, hours: fc.integer({ min: 1, max: 9 }) })
  const gap = fc.record({ level: fc.constantFrom<Level | null>(null, 0, 1, 2, 3), target: rank })
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 8 }), gap, gap, (drawn, one, other) => {
      const offered = drawn.map((each, index) => ({ ...each, key: String(index), title: '' }))
      const gaps = [
        { slug: 'a', ...one },
        { slug: 'b', ...other },
      ]
      const bridge = cheapestBridge(gaps, offered)
      const closes = (done: readonly OfferedStep[]) =>
        gaps.filter((each) => reachedWith(done, offered, each) >= each.target).map(({ slug }) => slug)
      // What is said to be closed is closed, and what is said to be open cannot be closed with everything there is.
      expect(closes(bridge.steps)).toEqual(closes(offered))
      expect(bridge.open).toEqual(gaps.map(({ slug }) => slug).filter((slug) => !closes(offered).includes(slug)))
      const closable = gaps.filter(({ slug }) => !bridge.open.includes(slug))
      const hours = cheapestBridge(closable, offered).hours
      for (let set = 0; set < 2 ** offered.length; set++) {
        const done = offered.filter((_, index) => set & (1 << index))
        if (closable.some((each) => reachedWith(done, offered, each) < each.target)) continue
        expect(done.reduce((sum, each) => sum + each.hours, 0)).toBeGreaterThanOrEqual(hours)
      }
    }),
    { numRuns: 300 },
  )
})
