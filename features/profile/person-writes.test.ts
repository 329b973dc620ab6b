import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseFile, read, type Tx, write } from '#db/client.ts'
import {
  assessmentDrafts,
  assessments,
  blockUses,
  draftAnswers,
  guideDrafts,
  personNotices,
  persons,
  ratings,
  roles,
  type Snapshot,
  skills,
} from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { createUser } from '#features/account/account-writes.ts'
import { env } from '#lib/env.ts'
import { hashToken, newId } from '#lib/ids.ts'
import type { Level } from '#lib/levels.ts'
import {
  claimGuest,
  createGuest,
  createUserPerson,
  guestOfHash,
  guestOfRecoveryHash,
  mergePersons,
  personOfUser,
  renewGuestToken,
} from './person-writes.ts'
import { recoveryCode, recoveryHash } from './recovery-code.ts'

const close = testDatabase()
afterAll(close)

const now = new Date('2026-11-22T12:00:00Z')
const at = (minute: number) => new Date(now.getTime() + minute * 60_000)
const skillIds = ['s0', 's1', 's2']
const roleIds = ['r0', 'r1']
const snapshot: Snapshot = { version: 1, role: { slug: 'r', name: 'R' }, skills: [] }

beforeAll(() =>
  write(async (tx) => {
    await tx
      .insert(skills)
      .values(
        skillIds.map((id) => ({ id, slug: id, name: id, kind: 'technical' as const, definition: '', updatedAt: now })),
      )
    await tx.insert(roles).values(roleIds.map((id) => ({ id, slug: id, name: id, summary: '', updatedAt: now })))
  }),
)

const newUser = () =>
  write(async (tx) => {
    const email = `${newId().toLowerCase()}@example.org`
    const id = await createUser(tx, { email, name: 'Ada', passwordHash: 'x', role: 'member' }, now)
    return id ?? ''
  })

const someGuide = async (tx: Tx): Promise<string> => {
  const empty = { standfirst: '', description: '', body: '', author: '', reviewedOn: '', reviewNote: '' }
  const counts = { version: 1, errors: 0, warnings: 0, words: 0 }
  const lists = { sources: [], explore: [], roles: [] }
  const times = { createdAt: now, updatedAt: now }
  const guide = { id: 'g', slug: 'g', title: 'G', kind: 'how-to' as const, status: 'published' as const }
  await tx.insert(guideDrafts).values({ ...guide, ...empty, ...counts, ...lists, ...times })
  return guide.id
}

const personRow = async (id: string) => (await read.select().from(persons).where(eq(persons.id, id)))[0]

describe('a guest', () => {
  it('is found by its token and by its recovery code, of which only hashes are kept', async () => {
    const { personId, token } = await write((tx) => createGuest(tx, now))
    const code = recoveryCode(personId, env().authSecret)
    await write(async (tx) => {
      expect(await guestOfHash(tx, hashToken(token))).toBe(personId)
      expect(await guestOfRecoveryHash(tx, recoveryHash(code))).toBe(personId)
      expect(await guestOfHash(tx, token)).toBeUndefined()
      expect(await guestOfRecoveryHash(tx, code)).toBeUndefined()
    })
    expect(JSON.stringify(await personRow(personId))).not.toMatch(token)
  })

  it('that is recovered gets a new token, and the old one opens nothing', async () => {
    const { personId, token } = await write((tx) => createGuest(tx, now))
    const renewed = await write((tx) => renewGuestToken(tx, personId))
    await write(async (tx) => {
      expect(await guestOfHash(tx, hashToken(renewed))).toBe(personId)
      expect(await guestOfHash(tx, hashToken(token))).toBeUndefined()
    })
  })

  it('becomes the person of a new user and keeps its id; its keys are gone', async () => {
    const userId = await newUser()
    const { personId, token } = await write((tx) => createGuest(tx, now))
    await write((tx) => claimGuest(tx, personId, userId))
    expect(await personRow(personId)).toMatchObject({ userId, guestHash: null, recoveryHash: null })
    expect(await write((tx) => guestOfHash(tx, hashToken(token)))).toBeUndefined()
    expect(await write((tx) => personOfUser(tx, userId, now))).toBe(personId)
  })

  it('cannot be claimed twice, nor can a user be', async () => {
    const { personId } = await write((tx) => createGuest(tx, now))
    await write(async (tx) => claimGuest(tx, personId, await newUserIn(tx)))
    await expect(write(async (tx) => claimGuest(tx, personId, await newUserIn(tx)))).rejects.toThrow('Only a guest')
    await expect(write((tx) => claimGuest(tx, 'nobody', 'u'))).rejects.toThrow('Only a guest')
  })
})

const newUserIn = async (tx: Parameters<typeof createUser>[0]) =>
  (await createUser(
    tx,
    { email: `${newId().toLowerCase()}@example.org`, name: 'Ada', passwordHash: 'x', role: 'member' },
    now,
  )) ?? ''

describe('mergePersons', () => {
  it('knows every table that belongs to a person', () => {
    const file = new Database(databaseFile(), { readonly: true })
    const tables = file
      .prepare<[], string>(
        "select m.name from sqlite_schema m, pragma_foreign_key_list(m.name) f where m.type = 'table' and f.\"table\" = 'persons'",
      )
      .pluck()
      .all()
    file.close()
    // Whoever adds a table here adds it to mergePersons and to the property below: else its rows go with the guest.
    expect(tables.sort()).toEqual(['assessment_drafts', 'assessments', 'block_uses', 'person_notices', 'ratings'])
  })

  it('brings along what was noted of their reading, and what they are still to be told', async () => {
    const { personId: guest } = await write((tx) => createGuest(tx, now))
    const { personId: into } = await write((tx) => createGuest(tx, now))
    await write(async (tx) => {
      const guideId = await someGuide(tx)
      const use = { guideId, blockKey: 'skill-a', action: 'rated' as const, day: '2026-11-22' }
      await tx.insert(blockUses).values([
        { ...use, reader: 'x', personId: guest },
        { ...use, reader: 'y', personId: into },
      ])
      const notice = { guideId, kind: 'removed' as const, heading: 'A', createdAt: now }
      await tx.insert(personNotices).values({ ...notice, id: newId(), personId: guest })
    })
    await write((tx) => mergePersons(tx, guest, into))
    expect((await read.select().from(blockUses)).map(({ personId }) => personId)).toEqual([into, into])
    expect((await read.select().from(personNotices)).map(({ personId }) => personId)).toEqual([into])
  })

  it('refuses to merge a user away, a person with itself, and nobody', async () => {
    const [userId, otherId] = [await newUser(), await newUser()]
    const user = await write((tx) => createUserPerson(tx, userId, now))
    const other = await write((tx) => createUserPerson(tx, otherId, now))
    const { personId: guest } = await write((tx) => createGuest(tx, now))
    for (const [from, into] of [
      [user, other],
      [user, guest],
      [guest, guest],
      [guest, 'nobody'],
      ['nobody', user],
    ] as const) {
      await expect(write((tx) => mergePersons(tx, from, into))).rejects.toThrow('Only a guest')
    }
    expect(await personRow(guest)).toBeDefined()
    expect(await personRow(user)).toBeDefined()
  })

  const minute = fc.integer({ min: 0, max: 5 })
  const level = fc.integer({ min: 0, max: 4 }) as fc.Arbitrary<Level>
  const answer = fc.record({ level: fc.option(level), minute })
  const work = fc.record({
    ratings: fc.array(fc.record({ skill: fc.constantFrom(...skillIds), level, minute }), { maxLength: 5 }),
    assessments: fc.array(fc.record({ role: fc.constantFrom(...roleIds), minute }), { maxLength: 3 }),
    drafts: fc.dictionary(
      fc.constantFrom(...roleIds),
      fc.record({ minute, answers: fc.dictionary(fc.constantFrom(...skillIds), answer) }),
    ),
  })
  type Work = typeof work extends fc.Arbitrary<infer Value> ? Value : never

  const keep = (personId: string, { ratings: rated, assessments: taken, drafts }: Work) =>
    write(async (tx) => {
      for (const { skill, level, minute } of rated) {
        await tx.insert(ratings).values({ personId, skillId: skill, level, source: 'guide', createdAt: at(minute) })
      }
      for (const { role, minute } of taken) {
        const row = { id: newId(), personId, roleId: role, snapshot, fit: 50, createdAt: at(minute) }
        await tx.insert(assessments).values(row)
      }
      for (const [roleId, { minute, answers }] of Object.entries(drafts)) {
        const draftId = newId()
        await tx.insert(assessmentDrafts).values({ id: draftId, personId, roleId, updatedAt: at(minute) })
        for (const [skillId, { level, minute }] of Object.entries(answers)) {
          await tx.insert(draftAnswers).values({ draftId, skillId, level, answeredAt: at(minute) })
        }
      }
    })

  const historyOf = async (personId: string) =>
    (await read.select().from(ratings).where(eq(ratings.personId, personId))).map(({ personId: _, ...row }) => row)
  const takenOf = async (personId: string) =>
    (await read.select().from(assessments).where(eq(assessments.personId, personId))).map(({ id }) => id)

  const draftsOf = async (personId: string) => {
    const rows = await read
      .select({ role: assessmentDrafts.roleId, updatedAt: assessmentDrafts.updatedAt, answer: draftAnswers })
      .from(assessmentDrafts)
      .leftJoin(draftAnswers, eq(draftAnswers.draftId, assessmentDrafts.id))
      .where(eq(assessmentDrafts.personId, personId))
    const drafts: Work['drafts'] = {}
    const minuteOf = (moment: Date) => (moment.getTime() - now.getTime()) / 60_000
    for (const { role, updatedAt, answer } of rows) {
      const draft = drafts[role] ?? { minute: minuteOf(updatedAt), answers: {} }
      drafts[role] = draft
      if (answer) draft.answers[answer.skillId] = { level: answer.level, minute: minuteOf(answer.answeredAt) }
    }
    return drafts
  }

  /** What should come out, said in the plainest way. */
  const expectedDrafts = (guest: Work['drafts'], user: Work['drafts']): Work['drafts'] => {
    const result = structuredClone(user)
    for (const [role, draft] of Object.entries(guest)) {
      const kept = result[role] ?? { minute: draft.minute, answers: {} }
      result[role] = kept
      kept.minute = Math.max(kept.minute, draft.minute)
      for (const [skill, answer] of Object.entries(draft.answers)) {
        const other = kept.answers[skill]
        if (!other || answer.minute > other.minute) kept.answers[skill] = answer
      }
    }
    return result
  }

  it('loses nothing: all ratings and assessments, and the newer answer to every skill', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(work, work, fc.boolean(), async (guestWork, otherWork, intoUser) => {
        const { personId: guest } = await write((tx) => createGuest(tx, now))
        const into = intoUser
          ? await write(async (tx) => createUserPerson(tx, await newUserIn(tx), now))
          : (await write((tx) => createGuest(tx, now))).personId
        await keep(guest, guestWork)
        await keep(into, otherWork)
        const [history, taken] = [
          [...(await historyOf(guest)), ...(await historyOf(into))],
          [...(await takenOf(guest)), ...(await takenOf(into))],
        ]

        await write((tx) => mergePersons(tx, guest, into))

        expect((await historyOf(into)).sort((a, b) => a.id - b.id)).toEqual(history.sort((a, b) => a.id - b.id))
        expect((await takenOf(into)).sort()).toEqual(taken.sort())
        expect(await draftsOf(into)).toEqual(expectedDrafts(guestWork.drafts, otherWork.drafts))
        expect(await personRow(guest)).toBeUndefined()
        expect(await draftsOf(guest)).toEqual({})
      }),
      { numRuns: 60 },
    )
  })

  it('is all or nothing', async () => {
    const { personId: guest } = await write((tx) => createGuest(tx, now))
    const { personId: into } = await write((tx) => createGuest(tx, now))
    await keep(guest, { ratings: [{ skill: 's0', level: 2, minute: 0 }], assessments: [], drafts: {} })
    const failing = write(async (tx) => {
      await mergePersons(tx, guest, into)
      throw new Error('after all')
    })
    await expect(failing).rejects.toThrow('after all')
    expect(await historyOf(guest)).toHaveLength(1)
    expect(await personRow(guest)).toBeDefined()
  })
})
