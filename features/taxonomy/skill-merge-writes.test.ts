import Database from 'better-sqlite3'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { databaseFile, read, type Tx, write } from '#db/client.ts'
import * as db from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import type { Level, Rank } from '#lib/levels.ts'
import { changeAddress } from './address-writes.ts'
import { currentQuestions, currentSlugs } from './redirect-queries.ts'
import { mergeSkills } from './skill-merge-writes.ts'
import { undoMerge } from './skill-unmerge-writes.ts'

afterAll(testDatabase())

/** Numbers that look like chance and are the same at each run. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))
const names = ['a', 'b', 'c', 'd']
const written = ['guides', 'guide_drafts', 'roles', 'persons', 'skills', 'authors', 'redirects', 'skill_merges']

beforeEach(() => {
  const connection = new Database(databaseFile())
  connection.pragma('foreign_keys = OFF')
  const tables = connection
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and sql like '%STRICT%'")
    .all()
    .filter(({ name }) => !['site', 'audit_log'].includes(name))
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(written))
  for (const { name } of tables) connection.exec(`delete from "${name}"`)
  connection.close()
})

/** Every row but those that say when something was changed, and the merges themselves. */
function everything(): Record<string, unknown[]> {
  const connection = new Database(databaseFile(), { readonly: true })
  const tables = connection
    .prepare<[], { name: string }>(
      "select name from sqlite_schema where type = 'table' and sql like '%STRICT%' order by name",
    )
    .all()
    .filter(({ name }) => !['site', 'skill_merges', 'audit_log', 'search_entries'].includes(name))
  const rows = tables.map(({ name }) => [
    name,
    connection
      .prepare<[], Record<string, unknown>>(`select * from "${name}"`)
      .all()
      .map(({ updated_at: _, ...row }) => JSON.stringify(row))
      .toSorted(),
  ])
  connection.close()
  return Object.fromEntries(rows)
}

async function skill(tx: Tx, id: string, pick: (below: number) => number): Promise<void> {
  await tx
    .insert(db.skills)
    .values({ id, slug: `skill-${id}`, name: `Skill ${id}`, kind: 'technical', definition: 'D', updatedAt: at(0) })
  for (const level of [1, 2, 3, 4] as const) {
    await tx.insert(db.skillStatements).values({ skillId: id, level, position: 0, text: `You can ${id}${level}` })
  }
  const aliases = [`alias ${id}`, ...(pick(2) ? [`skill ${id}`] : [])]
  await tx
    .insert(db.skillAliases)
    .values(aliases.map((key, position) => ({ key, alias: key.toUpperCase(), skillId: id, position })))
  // Few keys, so that two skills often have the same one.
  for (const [position, key] of ['one', 'two', 'three'].filter(() => pick(2)).entries()) {
    const step = { title: key, body: 'B', reaches: 1 as const, hours: 1, doneMeans: 'D', position }
    await tx.insert(db.practiceSteps).values({ id: `s-${id}-${key}`, skillId: id, key, ...step })
    const texts = { question: `${id} ${key}?`, why: 'W', strong: 'S', weak: 'W', position }
    await tx
      .insert(db.questions)
      .values({ id: `q-${id}-${key}`, skillId: id, key, kind: 'technical', level: 1, ...texts })
  }
}

async function guide(tx: Tx, id: string, pick: (below: number) => number): Promise<void> {
  const content = {
    ...{ slug: id, kind: 'how-to' as const, title: id, standfirst: 'S', description: 'D', body: 'B' },
    ...{ sources: [], explore: [], reviewedOn: '2026-01-01' },
  }
  await tx.insert(db.guideDrafts).values({
    ...{
      id,
      ...content,
      roles: [],
      author: 'x',
      status: 'published',
      publishedRevision: 1,
      reviewNote: '',
      version: 1,
    },
    ...{ errors: 0, warnings: 0, words: 0, createdAt: at(0), updatedAt: at(0) },
  })
  const about = pick(2) ? (names[pick(4)] ?? null) : null
  await tx
    .insert(db.guides)
    .values({ id, ...content, authorId: 'x', skillId: about, readingMinutes: 1, publishedAt: at(0) })
  for (const key of ['k', 'l']) {
    await tx.insert(db.guideBlocks).values({ guideId: id, key, kind: 'step', position: 0, heading: 'H', anchor: key })
    for (const skillId of names.filter(() => pick(2))) {
      await tx.insert(db.guideBlockSkills).values({ guideId: id, key, skillId })
    }
  }
}

async function person(tx: Tx, id: string, pick: (below: number) => number): Promise<void> {
  await tx.insert(db.persons).values({ id, guestHash: id, recoveryHash: id, createdAt: at(0) })
  await tx.insert(db.assessmentDrafts).values({ id, personId: id, roleId: 'r', updatedAt: at(0) })
  for (const skillId of names.filter(() => pick(2))) {
    const level = pick(2) ? (pick(5) as Level) : null
    await tx.insert(db.draftAnswers).values({ draftId: id, skillId, level, answeredAt: at(pick(9)) })
  }
  for (let count = pick(8); count > 0; count -= 1) {
    const rating = { personId: id, skillId: names[pick(4)] ?? 'a', level: pick(5) as Level, createdAt: at(pick(9)) }
    await tx.insert(db.ratings).values({ ...rating, source: 'guide' })
  }
}

/** A small world in which much hangs on each skill. */
async function world(tx: Tx, seed: number): Promise<void> {
  const pick = chance(seed)
  await tx.insert(db.authors).values({ id: 'x', slug: 'x', name: 'X', title: 'T', bio: 'B' })
  for (const id of names) await skill(tx, id, pick)
  for (const skillId of names) {
    const related = names.filter((relatedId) => relatedId !== skillId && pick(2))
    for (const [position, relatedId] of related.entries()) {
      await tx.insert(db.relatedSkills).values({ skillId, relatedId, position })
    }
  }
  for (const id of ['r', 's', 't']) {
    await tx.insert(db.roles).values({ id, slug: id, name: id, summary: 'S', updatedAt: at(0) })
    for (const [position, skillId] of names.filter(() => pick(2)).entries()) {
      const weight = pick(2) ? ('must' as const) : ('nice' as const)
      await tx.insert(db.roleSkills).values({ roleId: id, skillId, target: (1 + pick(4)) as Rank, weight, position })
    }
  }
  for (const id of ['p', 'o']) await person(tx, id, pick)
  for (const id of ['g', 'h']) await guide(tx, id, pick)
  if (pick(2)) await changeAddress(tx, 'skill', 'skill-a', 'renamed-a')
  if (pick(2)) await changeAddress(tx, 'skill', 'skill-b', 'renamed-b')
  if (pick(2)) await tx.insert(db.redirects).values({ kind: 'question', slug: 'skill-c/gone', target: 'renamed-a/one' })
}

describe('a merge and its undo', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))('leave world %i as it was', async (seed) => {
    await write((tx) => world(tx, seed))
    const before = everything()
    const said = (await read.select().from(db.ratings)).map(({ skillId: _, ...rating }) => rating)
    const merge = await write((tx) => mergeSkills(tx, 'a', 'b'))
    expect((await read.select().from(db.ratings)).map(({ skillId: _, ...rating }) => rating)).toEqual(said)
    expect(await read.$count(db.skills, eq(db.skills.id, 'a'))).toBe(0)
    expect(everything()).not.toEqual(before)
    await write((tx) => undoMerge(tx, merge))
    expect(everything()).toEqual(before)
  })

  test('of a skill that had swallowed another: both can be taken back', async () => {
    await write((tx) => world(tx, 3))
    const before = everything()
    const first = await write((tx) => mergeSkills(tx, 'a', 'b'))
    const between = everything()
    const second = await write((tx) => mergeSkills(tx, 'b', 'c'))
    await write((tx) => undoMerge(tx, second))
    expect(everything()).toEqual(between)
    await write((tx) => undoMerge(tx, first))
    expect(everything()).toEqual(before)
  })
})

describe('mergeSkills', () => {
  test('keeps the higher target and must have where a role asks for both', async () => {
    await write(async (tx) => {
      await world(tx, 1)
      await tx.delete(db.roleSkills)
      await tx.insert(db.roleSkills).values([
        { roleId: 'r', skillId: 'a', target: 4, weight: 'nice', position: 0 },
        { roleId: 'r', skillId: 'b', target: 2, weight: 'must', position: 1 },
        { roleId: 's', skillId: 'a', target: 1, weight: 'nice', position: 0 },
      ])
      await mergeSkills(tx, 'a', 'b')
    })
    expect(await read.select().from(db.roleSkills)).toEqual([
      { roleId: 'r', skillId: 'b', target: 4, weight: 'must', position: 1 },
      { roleId: 's', skillId: 'b', target: 1, weight: 'nice', position: 0 },
    ])
  })

  test('keeps what it was called as an alias, and its address and those of its questions lead on', async () => {
    await write(async (tx) => {
      const always = () => 1
      const never = () => 0
      await skill(tx, 'a', always)
      await skill(tx, 'b', always)
      await tx.delete(db.skillAliases).where(eq(db.skillAliases.key, 'skill a'))
      await changeAddress(tx, 'skill', 'skill-a', 'new-a')
      await tx.delete(db.questions).where(eq(db.questions.id, 'q-b-three'))
      await tx.insert(db.redirects).values({ kind: 'question', slug: 'skill-b/three', target: 'skill-b/two' })
      await skill(tx, 'c', never)
      await mergeSkills(tx, 'a', 'b')
    })
    const aliases = await read.select().from(db.skillAliases).where(eq(db.skillAliases.skillId, 'b'))
    expect(aliases.map(({ alias }) => alias).toSorted()).toEqual(['ALIAS A', 'ALIAS B', 'SKILL B', 'Skill a'])
    expect(await currentSlugs(read, 'skill', ['skill-a', 'new-a'])).toEqual(
      new Map([
        ['skill-a', 'skill-b'],
        ['new-a', 'skill-b'],
      ]),
    )
    // "one" is a question of both: each address must go on meaning the one that it meant.
    const asked = await currentQuestions(read, [
      'skill-a/one',
      'new-a/one',
      'new-a/three',
      'skill-b/one',
      'skill-b/three',
    ])
    const found = new Map<string, string | undefined>()
    for (const [ref, now] of asked) {
      const key = now.split('/')[1] ?? ''
      const [row] = await read
        .select({ id: db.questions.id })
        .from(db.questions)
        .where(and(eq(db.questions.skillId, 'b'), eq(db.questions.key, key)))
      found.set(ref, row?.id)
    }
    expect(Object.fromEntries(found)).toEqual({
      'skill-a/one': 'q-a-one',
      'new-a/one': 'q-a-one',
      'new-a/three': 'q-a-three',
      'skill-b/one': 'q-b-one',
      // It was "two" already when "three" of the other skill came.
      'skill-b/three': 'q-b-two',
    })
  })

  test('takes nothing into a skill that is unfinished, or into itself', async () => {
    await write(async (tx) => {
      await world(tx, 1)
      await tx.update(db.skills).set({ unfinished: true }).where(eq(db.skills.id, 'b'))
    })
    await expect(write((tx) => mergeSkills(tx, 'a', 'b'))).rejects.toThrow('“Skill b” is unfinished itself.')
    await expect(write((tx) => mergeSkills(tx, 'a', 'a'))).rejects.toThrow('Choose another skill')
  })
})

describe('undoMerge', () => {
  test('leaves what people said meanwhile with the other skill, and what editors changed in a role', async () => {
    await write(async (tx) => {
      await world(tx, 1)
      await tx.delete(db.roleSkills)
      await tx.insert(db.roleSkills).values([
        { roleId: 'r', skillId: 'a', target: 4, weight: 'nice', position: 0 },
        { roleId: 'r', skillId: 'b', target: 2, weight: 'must', position: 1 },
        { roleId: 's', skillId: 'a', target: 1, weight: 'nice', position: 0 },
      ])
    })
    const merge = await write((tx) => mergeSkills(tx, 'a', 'b'))
    await write(async (tx) => {
      await tx.insert(db.ratings).values({ personId: 'p', skillId: 'b', level: 4, source: 'guide', createdAt: at(99) })
      await tx.update(db.roleSkills).set({ target: 3 }).where(eq(db.roleSkills.roleId, 'r'))
      await tx.delete(db.roleSkills).where(eq(db.roleSkills.roleId, 's'))
      await undoMerge(tx, merge)
    })
    const [last] = await read
      .select()
      .from(db.ratings)
      .where(eq(db.ratings.createdAt, at(99)))
    expect(last?.skillId).toBe('b')
    const asked = await read.select().from(db.roleSkills)
    expect(asked.map(({ roleId, skillId, target }) => `${roleId} ${skillId} ${target}`).toSorted()).toEqual([
      'r a 4',
      'r b 3',
    ])
  })

  test('says why not: twice, or when the address is somebody else’s by now', async () => {
    await write((tx) => world(tx, 1))
    const merge = await write((tx) => mergeSkills(tx, 'a', 'b'))
    const [gone] = await read.select().from(db.skillMerges)
    await write(async (tx) => {
      await tx
        .update(db.skills)
        .set({ slug: gone?.fromSlug ?? '' })
        .where(eq(db.skills.id, 'c'))
    })
    await expect(write((tx) => undoMerge(tx, merge))).rejects.toThrow('The skill “Skill c” has the address')
    await write(async (tx) => {
      await tx.update(db.skills).set({ slug: 'elsewhere' }).where(eq(db.skills.id, 'c'))
      await undoMerge(tx, merge)
    })
    await expect(write((tx) => undoMerge(tx, merge))).rejects.toThrow('This merge was undone already.')
  })
})
