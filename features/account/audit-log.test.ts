import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { databaseFile, read, write } from '#db/client.ts'
import { auditLog, users } from '#db/schema/account.ts'
import { testDatabase } from '#db/testing.ts'
import { type AuditEvent, auditEvents } from './audit-events.ts'
import { auditGroups, auditHref, auditSpan, eventsOf, readAuditFilter } from './audit-filter.ts'
import { auditPage, auditPerPage, auditRecords, namesOf, stillThere } from './audit-queries.ts'
import { actorWords, detailWords, eventWords, subjectPath, subjectWords } from './audit-words.ts'
import { type AuditEntry, audit } from './audit-writes.ts'

afterAll(testDatabase())

const day = (text: string) => new Date(`${text}Z`)

async function put(actorId: string | null, at: Date, entry: Partial<AuditEntry> = {}) {
  const whole = { event: 'guide.published', subject: 'guide', subjectId: 'g1', label: 'A guide', ...entry } as const
  await write((tx) => audit(tx, actorId, whole, at))
}

beforeAll(async () => {
  await write((tx) =>
    tx.insert(users).values({
      id: 'ann',
      email: 'ann@example.org',
      name: 'Ann',
      passwordHash: 'x',
      createdAt: day('2026-11-01T00:00'),
    }),
  )
  await put('ann', day('2026-11-20T23:59:59.999'))
  await put(null, day('2026-11-21T00:00'))
  await put('gone', day('2026-11-21T12:00'), { event: 'skill.saved', subject: 'skill', subjectId: 's1', label: 'SQL' })
  await put('ann', day('2026-11-21T23:59:59.999'), { event: 'user.suspended', subject: 'user', subjectId: 'ann' })
  await put('ann', day('2026-11-22T00:00'), { event: 'user.invited', subject: 'invitation', subjectId: 'i1' })
})

const events = async (params: Record<string, string>) =>
  (await auditPage(readAuditFilter(params))).records.map(({ event }) => event)

describe('the log', () => {
  it('shows the newest first', async () => {
    expect(await events({})).toEqual([
      'user.invited',
      'user.suspended',
      'skill.saved',
      'guide.published',
      'guide.published',
    ])
  })

  it.each([
    [{ what: 'user' }, ['user.invited', 'user.suspended']],
    [{ what: 'user.suspended' }, ['user.suspended']],
    [{ who: 'site' }, ['guide.published']],
    [{ who: 'gone' }, ['skill.saved']],
    [{ who: 'ann', what: 'guide' }, ['guide.published']],
    [{ id: 'ann' }, ['user.suspended']],
    [{ name: 'sq' }, ['skill.saved']],
    [{ name: '%' }, []],
    [{ from: '2026-11-22' }, ['user.invited']],
    [{ to: '2026-11-20' }, ['guide.published']],
    [{ from: '2026-11-21', to: '2026-11-21' }, ['user.suspended', 'skill.saved', 'guide.published']],
    [{ from: '2026-11-22', to: '2026-11-21' }, []],
  ] as [Record<string, string>, string[]][])('lets through %j', async (params, expected) => {
    expect(await events(params)).toEqual(expected)
  })

  it('takes nothing for a filter that is none', async () => {
    const nonsense = { what: 'guide%', from: '2026-02-30', to: 'now', id: 'x'.repeat(101), before: '1;2' }
    expect(readAuditFilter(nonsense)).toEqual(readAuditFilter({}))
    expect(auditSpan({ from: null, to: '2026-12-31' }).until).toEqual(day('2027-01-01T00:00'))
  })

  it('says all that it shows in its address', () => {
    const filter = {
      what: 'user',
      who: 'ann',
      id: 'i 1',
      name: 'C & D',
      from: '2026-11-01',
      to: '2026-11-30',
      before: '5.6',
    }
    const href = auditHref(readAuditFilter(filter))
    expect(Object.fromEntries(new URLSearchParams(href.split('?')[1]))).toEqual(filter)
  })

  it('can be neither changed nor shortened', async () => {
    await expect(write((tx) => tx.delete(auditLog))).rejects.toThrow()
    await expect(write((tx) => tx.update(auditLog).set({ event: 'x' }))).rejects.toThrow()
  })

  it('has a group for every event', () => {
    const grouped = (Object.keys(auditGroups) as (keyof typeof auditGroups)[]).flatMap(eventsOf)
    expect(grouped.sort()).toEqual(Object.keys(auditEvents).sort())
  })
})

describe('in words', () => {
  const entry = { subject: 'user', subjectId: 'ann', label: '' } as const

  it('an account is called what it is called now, or a former one', async () => {
    const names = await namesOf(['ann', 'gone', 'ann'])
    expect(actorWords('ann', names)).toBe('Ann')
    expect(actorWords('gone', names)).toBe('A former account')
    expect(actorWords(null, names)).toBe('The site itself')
    expect(subjectWords(entry, names)).toBe('Ann')
    expect(subjectWords({ ...entry, subjectId: 'gone' }, names)).toBe('a former account')
    expect(subjectWords({ subject: 'skill', subjectId: 's1', label: 'SQL' }, names)).toBe('SQL')
  })

  it('an event has its words, also one that a later version wrote', () => {
    expect(eventWords('guide.published' satisfies AuditEvent)).toBe('published a guide')
    expect(eventWords('guide.painted')).toBe('guide.painted')
    expect(eventWords('constructor')).toBe('constructor')
  })

  it('only what is there still has a link', async () => {
    const { records } = await auditPage(readAuditFilter({}))
    expect(await stillThere(records)).toEqual(new Set(['user ann']))
    expect(subjectPath('user', 'ann')).toBe('/admin/people/ann')
    expect(subjectPath('guide', 'a/b')).toBe('/admin/guides/a%2Fb')
    expect(subjectPath('site', 'site')).toBeNull()
  })

  it('the small print is words as well', () => {
    expect(detailWords({ scheduledFor: 'x', note: null, forced: true, revision: 3 })).toEqual([
      ['scheduled for', 'x'],
      ['note', 'none'],
      ['forced', 'yes'],
      ['revision', '3'],
    ])
  })
})

describe('with 100,000 entries', () => {
  const kinds = ['guide', 'skill', 'user'] as const

  beforeAll(() => {
    const connection = new Database(databaseFile())
    const insert = connection.prepare(
      "insert into audit_log (at, actor_id, event, subject, subject_id, label, detail) values (?, ?, ?, ?, ?, 'x', '{}')",
    )
    const start = day('2020-01-01T00:00').getTime()
    connection.transaction(() => {
      for (let number = 0; number < 100_000; number++) {
        const kind = kinds[number % 3] ?? 'guide'
        // Two by two at the same moment, so that a page may end between them.
        const at = start + Math.floor(number / 2) * 1000
        insert.run(at, `u${number % 7}`, `${kind}.saved`, kind, `t${number % 1000}`)
      }
    })()
    connection.close()
  })

  it('comes in pages that leave nothing out and show nothing twice', async () => {
    const seen = new Set<number>()
    let filter = readAuditFilter({ id: 't7' })
    for (;;) {
      const { records, next } = await auditPage(filter)
      for (const { id } of records) seen.add(id)
      if (!next) break
      filter = { ...filter, before: next }
    }
    expect(seen.size).toBe(100)
    // Five entries are newer than those that come by twos, so that the first page ends between two of a moment.
    const all = await auditRecords(readAuditFilter({}), 2 * auditPerPage)
    const first = await auditPage(readAuditFilter({}))
    const second = await auditPage({ ...readAuditFilter({}), before: first.next })
    expect([...first.records, ...second.records].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(first.records.at(-1)?.at).toEqual(second.records[0]?.at)
  })

  it.each([
    {},
    { before: '1577850000000.40' },
    { what: 'user.saved' },
    { who: 'u3' },
    { who: 'u3', what: 'skill.saved', from: '2020-01-01', to: '2020-01-01' },
    { id: 't7' },
    { name: 'x' },
    { name: 'nothing is called this' },
    { from: '2020-01-01', to: '2020-01-01' },
  ] as Record<string, string>[])('%j is read along an index and not sorted as a whole', async (params) => {
    const prepare = vi.spyOn(Database.prototype, 'prepare')
    const begun = performance.now()
    await auditPage(readAuditFilter(params))
    expect(performance.now() - begun).toBeLessThan(250)
    const sql = prepare.mock.calls.map(([text]) => text).find((text) => text.includes('audit_log')) ?? ''
    prepare.mockRestore()
    const connection = new Database(databaseFile(), { readonly: true })
    const values = (sql.match(/\?/g) ?? []).map(() => 1)
    const plan = connection.prepare<number[], { detail: string }>(`explain query plan ${sql}`).all(...values)
    connection.close()
    const steps = plan.map(({ detail }) => detail).join('; ')
    expect(steps).toMatch(/USING INDEX audit_log_/)
    // Of one thing there are few entries, so that sorting them costs nothing.
    if (!params.id) expect(steps).not.toContain('TEMP B-TREE')
  })

  it('finds a group of events that is rare or not there in time as well', async () => {
    for (const what of ['site', 'picture', 'user']) {
      const begun = performance.now()
      await auditPage(readAuditFilter({ what }))
      expect(performance.now() - begun).toBeLessThan(250)
    }
    expect(await read.$count(auditLog)).toBe(100_005)
  })
})
