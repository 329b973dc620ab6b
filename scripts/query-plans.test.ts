import Database from 'better-sqlite3'
import { afterAll, expect, it, vi } from 'vitest'
import { databaseFile, read } from '#db/client.ts'
import { testDatabase } from '#db/testing.ts'
import { sessionsOf } from '#features/account/account-queries.ts'
import { liveSession } from '#features/account/session-queries.ts'
import { assessmentsOf, draftOf, openDrafts } from '#features/assessment/assessment-queries.ts'
import { attention } from '#features/assessment/attention-queries.ts'
import { readerNeeds } from '#features/assessment/insight-queries.ts'
import { guideFeed } from '#features/guide/feed-queries.ts'
import * as feedback from '#features/guide/feedback-queries.ts'
import * as guide from '#features/guide/guide-queries.ts'
import { unseenNotices } from '#features/guide/notice-queries.ts'
import { sitemapPart, sitemapParts } from '#features/guide/sitemap-queries.ts'
import { touchedBy } from '#features/guide/touched-queries.ts'
import { pictureQuery } from '#features/picture/picture-filters.ts'
import * as picture from '#features/picture/picture-queries.ts'
import { historyOf, profileOf, recentChanges } from '#features/profile/profile-queries.ts'
import { movedTo } from '#features/taxonomy/redirect-queries.ts'
import * as taxonomy from '#features/taxonomy/taxonomy-queries.ts'

vi.mock('#features/account/auth.ts', () => ({ auth: () => null }))

afterAll(testDatabase())

/** Tables that stay small, since people write them by hand; reading one whole costs nothing. */
const small = new Set(['skills', 'roles', 'role_skills', 'site', 'pictures'])
/** Parts of a query that have a name of their own; what they read is in the plan as well. */
const derived = new Set(['ranked', 'recent', 'steps', 'once', 'people'])

it('every query finds its rows through an index', async () => {
  const seen = new Set<string>()
  const prepare = vi.spyOn(Database.prototype, 'prepare')
  await Promise.all([
    guide.guideBySlug('a'),
    guide.listGuides(),
    guide.listGuides({ kind: 'how-to' }),
    guide.listGuides({ role: 'a', kind: 'how-to' }),
    guide.guideFilters(),
    guide.guidesBySlugs(['a']),
    guide.neighbours('a', 'A'),
    guide.sectionsAbout(['a']),
    guide.guidesBy('a'),
    guide.authorBySlug('a'),
    movedTo('guide', 'a'),
    guide.guideChangesSince('a', new Date()),
    guide.latestOfEachKind(4),
    profileOf('a'),
    historyOf('a', 'b'),
    recentChanges('a', 4),
    taxonomy.listSkills(),
    taxonomy.listRoles(),
    taxonomy.skillBySlug('a'),
    taxonomy.rolesAsking('a'),
    taxonomy.roleBySlug('a'),
    taxonomy.skillsBySlugs(['a']),
    taxonomy.stepsOf(['a']),
    taxonomy.questionsByRefs([{ skill: 'a', question: 'b' }]),
    taxonomy.skillNow('a'),
    picture.listPictures(pictureQuery({ q: 'a', filter: 'used' })),
    picture.pictureById('a'),
    picture.picturesByIds(['a']),
    picture.pictureUses('a'),
    draftOf('a', 'b'),
    openDrafts('a'),
    assessmentsOf('a'),
    assessmentsOf('a', 'b'),
    attention(new Date()),
    readerNeeds(new Date()),
    feedback.guidesInUse(10),
    feedback.readingOf('a'),
    feedback.commentsOf(),
    feedback.commentsOf('a'),
    unseenNotices('a'),
    guideFeed('http://a'),
    sitemapParts(),
    ...['guides', 'skills', 'roles', 'authors'].map((name) => sitemapPart(`${name}-1`)),
    touchedBy(read, 'a', ['skill-a']),
    liveSession('a', new Date()),
    sessionsOf('a'),
  ])
  for (const [sql] of prepare.mock.calls) if (/^select/i.test(sql)) seen.add(sql)
  prepare.mockRestore()
  expect(seen.size).toBeGreaterThan(25)

  const connection = new Database(databaseFile(), { readonly: true })
  const scans = [...seen].flatMap((sql) => {
    const values = (sql.match(/\?/g) ?? []).map(() => 'x')
    const plan = connection.prepare<string[], { detail: string }>(`explain query plan ${sql}`).all(...values)
    return plan
      .map(({ detail }) => /^SCAN (\w+)\b(?! .*USING (?:COVERING )?INDEX)/.exec(detail)?.[1])
      .filter((table) => table !== undefined && !small.has(table) && !derived.has(table))
      .map((table) => `${table}: ${sql}`)
  })
  connection.close()
  expect(scans).toEqual([])
})
