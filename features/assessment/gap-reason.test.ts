import { expect, it } from 'vitest'
import type { Gap } from '#features/profile/scoring.ts'
import { gapReason } from './gap-reason.ts'

const gap = (change: Partial<Gap>): Gap => ({
  skill: { slug: 'a', name: 'A', target: 3, weight: 'must' },
  level: 1,
  next: 2,
  missing: 2,
  gain: 4.2,
  hours: 6,
  ...change,
})
const nice = { slug: 'a', name: 'A', target: 3, weight: 'nice' } as const

it.each([
  [
    {},
    'A must-have, two levels below its target. Reaching Working adds about 4 points, and the shortest step there takes 6 hours.',
  ],
  [
    { missing: 1, hours: 1, gain: 1 },
    'A must-have, one level below its target. Reaching Working adds about one point, and the shortest step there takes an hour.',
  ],
  [
    { skill: nice, hours: null, gain: 0.4 },
    'Nice to have, two levels below its target. Reaching Working adds less than a point.',
  ],
  [
    { level: null },
    'A must-have, and you were not sure about it. Reaching Working adds about 4 points, and the shortest step there takes 6 hours.',
  ],
] satisfies [Partial<Gap>, string][])('%j is explained', (change, text) => {
  expect(gapReason(gap(change), 'unsure')).toBe(text)
})

it('does not say of somebody who was never asked that they were not sure', () => {
  expect(gapReason(gap({ level: null, hours: null }), 'unrated')).toBe(
    'A must-have, and you have not rated it yet. Reaching Working adds about 4 points.',
  )
})
