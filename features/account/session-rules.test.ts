import { expect, it } from 'vitest'
import { ageLimit, idleLimit, isLive, needsTouch, touchInterval } from './session-rules.ts'

const start = new Date('2026-11-22T12:00:00Z')
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds)
const fresh = { lastSeenAt: start, expiresAt: after(ageLimit) }

it('lets a session live for thirty days without use, and no longer', () => {
  expect(isLive(fresh, start)).toBe(true)
  expect(isLive(fresh, after(idleLimit - 1))).toBe(true)
  expect(isLive(fresh, after(idleLimit))).toBe(false)
})

it('ends a session after ninety days, however much it is used', () => {
  expect(isLive({ ...fresh, lastSeenAt: after(ageLimit - 1) }, after(ageLimit - 1))).toBe(true)
  expect(isLive({ ...fresh, lastSeenAt: after(ageLimit) }, after(ageLimit))).toBe(false)
})

it('asks for the last use to be written every ten minutes at most', () => {
  expect(needsTouch(fresh, after(touchInterval - 1))).toBe(false)
  expect(needsTouch(fresh, after(touchInterval))).toBe(true)
})
