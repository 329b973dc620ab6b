import { expect, test } from 'vitest'
import { type Standing, standingAfterSave, statusInWords } from './standing.ts'

const standing: Standing = {
  ...{ id: 'g', title: 'Title', slug: 'title', publicSlug: 'title', version: 3, status: 'published' },
  ...{ publishedRevision: 2, publishedAt: '2026-11-22T12:00:00.000Z', scheduledFor: null, scheduleProblem: null },
  ...{ archivedAt: null, submittedById: null, submittedBy: null, approvedBy: null, updatedBy: 'Ann', errors: 0 },
  ...{ updatedAt: '2026-11-22T12:00:00.000Z', reviewNote: '', warnings: 0, possible: [] },
}
const saved = (version: number) => ({
  version,
  savedAt: '2026-11-23T12:00:00.000Z',
  content: { title: 'New', slug: 'new' },
})
const clean = { errors: 0, warnings: 0 }

test('a save makes of a published guide one with changes, which can be published', () => {
  expect(standingAfterSave(standing, saved(3), clean, 'ann')).toMatchObject({
    version: 3,
    status: 'published',
    title: 'Title',
  })
  const after = standingAfterSave(standing, saved(4), clean, 'ann')
  expect(after).toMatchObject({ version: 4, status: 'draft', title: 'New', slug: 'new', publicSlug: 'title' })
  expect(after.possible).toContain('publish')
  expect(standingAfterSave(standing, saved(4), { errors: 1, warnings: 0 }, 'ann').possible).not.toContain('publish')
})

test('a save leaves a schedule', () => {
  const scheduled: Standing = { ...standing, status: 'scheduled', scheduledFor: '2026-12-01T00:00:00.000Z' }
  expect(standingAfterSave(scheduled, saved(4), clean, 'ann').possible).toContain('unschedule')
})

test.each([
  [{ status: 'draft', publishedRevision: null, archivedAt: null }, 'Draft'],
  [{ status: 'draft', publishedRevision: 1, archivedAt: null }, 'Published, with changes'],
  [{ status: 'published', publishedRevision: 1, archivedAt: null }, 'Published'],
  [{ status: 'review', publishedRevision: 1, archivedAt: null }, 'In review; published before'],
  [{ status: 'scheduled', publishedRevision: null, archivedAt: null }, 'Scheduled'],
  [{ status: 'draft', publishedRevision: null, archivedAt: new Date() }, 'Archived'],
] as const)('%o is "%s"', (state, words) => {
  expect(statusInWords(state)).toBe(words)
})
