import { describe, expect, test } from 'vitest'
import { type DraftState, possibleActions, scheduleProblem, whyNot } from './draft-rules.ts'

const now = new Date('2026-11-22T12:00:00Z')
const state = (change: Partial<DraftState> = {}): DraftState => ({
  ...{ status: 'draft', publishedRevision: null, submittedById: null, scheduledFor: null, archivedAt: null, errors: 0 },
  ...change,
})
const inReview = { status: 'review', submittedById: 'bob' } as const
const scheduled = { status: 'scheduled', scheduledFor: now } as const

describe('what ann can do with a guide', () => {
  test.each([
    ['a draft', {}, 'keep submit publish schedule restore archive'],
    ['a draft with errors', { errors: 2 }, 'keep restore archive'],
    ['a public guide', { status: 'published', publishedRevision: 3 }, 'keep unpublish restore archive'],
    ['a public guide with changes', { publishedRevision: 3 }, 'keep submit publish schedule unpublish restore archive'],
    ['in review, from bob', inReview, 'keep approve sendBack publish schedule restore archive'],
    ['in review, from ann', { ...inReview, submittedById: 'ann' }, 'keep sendBack publish schedule restore archive'],
    ['in review, where something broke since', { ...inReview, errors: 1 }, 'keep sendBack restore archive'],
    ['approved', { status: 'approved', submittedById: 'bob' }, 'keep sendBack publish schedule restore archive'],
    ['scheduled', scheduled, 'keep publish unschedule restore archive'],
    [
      'scheduled and public',
      { ...scheduled, publishedRevision: 1 },
      'keep publish unschedule unpublish restore archive',
    ],
    ['archived', { archivedAt: now }, 'unarchive'],
    ['archived, in any state', { ...inReview, archivedAt: now, errors: 3 }, 'unarchive'],
  ] as const)('%s: %s', (_, change, expected) => {
    expect(possibleActions(state(change), 'ann').join(' ')).toBe(expected)
  })

  test('what cannot be done has a reason in words', () => {
    expect(whyNot('submit', state({ errors: 1 }), 'ann')).toBe('One error must be put right first.')
    expect(whyNot('approve', state({ ...inReview, submittedById: 'ann' }), 'ann')).toMatch(/somebody else/)
    expect(whyNot('archive', state({ archivedAt: now }), 'ann')).toMatch(/Bring it back first/)
  })
})

test('a schedule is for a moment to come, and not for ever', () => {
  const at = (text: string) => scheduleProblem(new Date(text), now)
  expect(at('2026-11-22T12:00:01Z')).toBeNull()
  expect(at('2026-11-22T12:00:00Z')).toMatch(/over/)
  expect(at('2029-11-22T12:00:00Z')).toMatch(/two years/)
  expect(at('tomorrow')).toMatch(/exist/)
})
