import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { databaseFile, write } from '#db/client.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { testDatabase } from '#db/testing.ts'
import { isNarrowed, type ListStatus, listAddress, listStatuses, readFilter } from './list-filter.ts'
import { countDrafts, listDrafts } from './list-queries.ts'
import { begin, editorsDesk, minutesOn, publishable, start } from './testing-writes.ts'

afterAll(testDatabase())

const change = (id: string, values: Partial<typeof guideDrafts.$inferInsert>) =>
  write((tx) => tx.update(guideDrafts).set(values).where(eq(guideDrafts.id, id)))

beforeAll(async () => {
  await editorsDesk()
  const states: [string, Partial<typeof guideDrafts.$inferInsert>][] = [
    ['draft', { errors: 2, updatedAt: minutesOn(1) }],
    ['in-review', { status: 'review', submittedById: 'ann', warnings: 1 }],
    ['approved', { status: 'approved', kind: 'how-to' }],
    ['scheduled', { status: 'scheduled', scheduledFor: start, scheduledRevision: 1, reviewedOn: '2025-11-21' }],
    ['published', { status: 'published', publishedRevision: 1, words: 900 }],
    ['changed', { publishedRevision: 1, author: 'ann', title: '100% of Ödipus_' }],
    ['archived', { archivedAt: start }],
  ]
  for (const [slug, values] of states) await change(await begin(publishable(slug)), { warnings: 0, ...values })
})

const find = async (params: Record<string, string>) =>
  (await listDrafts(readFilter(params), 'ann', start)).map(({ slug }) => slug)

describe('listDrafts', () => {
  test.each([
    ['draft', 'draft'],
    ['review', 'in-review'],
    ['approved', 'approved'],
    ['scheduled', 'scheduled'],
    ['published', 'hub published'],
    ['changed', 'changed'],
    ['private', 'approved draft in-review scheduled'],
    ['archived', 'archived'],
  ] as const)('of status %s shows %s, as many as are counted', async (status, expected) => {
    expect((await find({ status })).toSorted().join(' ')).toBe(expected)
    expect((await countDrafts(readFilter({}), start))[status]).toBe(expected.split(' ').length)
  })

  test.each([
    [{ q: 'DRAFT' }, 'draft'],
    [{ q: 'guide in-re' }, 'in-review'],
    [{ q: '100%' }, 'changed'],
    [{ q: '_' }, 'changed'],
    [{ q: 'nothing' }, ''],
    [{ kind: 'how-to' }, 'approved'],
    [{ author: 'ann' }, 'changed'],
    [{ due: 'yes' }, 'scheduled'],
    [{ lint: 'errors' }, 'draft'],
    [{ lint: 'warnings' }, 'in-review'],
    [{ lint: 'clean', status: 'private' }, 'approved scheduled'],
  ])('with %o shows "%s"', async (params, expected) => {
    const found = await find(params)
    expect(found.toSorted().join(' ')).toBe(expected)
    const counts = await countDrafts(readFilter(params), start)
    expect(counts['status' in params ? (params.status as ListStatus) : 'all']).toBe(found.length)
  })

  test('is sorted as was asked', async () => {
    expect((await find({}))[0]).toBe('changed')
    expect((await find({ sort: 'saved' }))[0]).toBe('draft')
    expect((await find({ sort: 'reviewed' }))[0]).toBe('scheduled')
    expect((await find({ sort: 'words' }))[0]).toBe('published')
    expect(await find({ page: '2' })).toEqual([])
  })

  test('says of each what cannot be done with it', async () => {
    const [draft] = await listDrafts(readFilter({ status: 'draft' }), 'ann', start)
    expect(draft).toMatchObject({ publish: 'Two errors must be put right first.', archive: null })
    const [archived] = await listDrafts(readFilter({ status: 'archived' }), 'ann', start)
    expect(archived).toMatchObject({ archive: 'It is archived. Bring it back first.', unarchive: null })
  })

  test('finds its rows without reading a text', async () => {
    const prepare = vi.spyOn(Database.prototype, 'prepare')
    for (const sort of ['title', 'saved', 'reviewed', 'words']) {
      for (const status of ['', ...Object.keys(listStatuses)]) await find({ sort, status, q: 'a', lint: 'errors' })
    }
    await countDrafts(readFilter({ q: 'a', due: 'yes' }), start)
    const asked = [...new Set(prepare.mock.calls.map(([sql]) => sql))]
    prepare.mockRestore()
    const connection = new Database(databaseFile(), { readonly: true })
    const plans = asked
      .filter((sql) => /^select/i.test(sql) && !/ in \(/.test(sql))
      .flatMap((sql) => {
        const values = (sql.match(/\?/g) ?? []).map(() => 'x')
        const rows = connection.prepare<string[], { detail: string }>(`explain query plan ${sql}`).all(...values)
        return rows.filter(({ detail }) => /guide_drafts/.test(detail) && !/COVERING INDEX/.test(detail))
      })
    connection.close()
    expect(asked.length).toBeGreaterThan(20)
    expect(plans).toEqual([])
  })
})

describe('the address of a list', () => {
  test('says what it shows, and is read back', () => {
    const filter = readFilter({ q: ' sql ', kind: 'how-to', status: 'review', due: 'yes', sort: 'words', page: '3' })
    const address = listAddress(filter, { page: 3 })
    expect(address).toBe('/admin/guides?q=sql&kind=how-to&status=review&due=yes&sort=words&page=3')
    expect(readFilter(Object.fromEntries(new URL(address, 'http://a').searchParams))).toEqual(filter)
    expect(listAddress(filter, { kind: null })).not.toContain('page')
  })

  test('of nonsense is that of the whole list', () => {
    const filter = readFilter({ kind: 'poem', status: 'lost', sort: 'random', page: '-4', lint: ['x', 'y'] })
    expect(listAddress(filter)).toBe('/admin/guides')
    expect(isNarrowed(filter)).toBe(false)
  })
})
