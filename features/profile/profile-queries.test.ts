import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { write } from '#db/client.ts'
import { persons, ratings, skills } from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import type { Level } from '#lib/levels.ts'
import { historyLimit, historyOf, levelsOf, profileOf, recentChanges } from './profile-queries.ts'

afterAll(testDatabase())

const slugs = ['a', 'b', 'c']
const minute = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 60_000)
let people = 0

beforeAll(() =>
  write(async (tx) => {
    for (const slug of slugs) {
      await tx
        .insert(skills)
        .values({ id: slug, slug, name: slug, kind: 'soft', definition: 'D', updatedAt: minute(0) })
    }
  }),
)

type Given = readonly { skill: string; level: Level; at: number }[]

/** A new person with these ratings, in this order. */
async function rated(given: Given): Promise<string> {
  const id = `person-${++people}`
  await write(async (tx) => {
    await tx.insert(persons).values({ id, guestHash: id, recoveryHash: id, createdAt: minute(0) })
    for (const { skill, level, at } of given) {
      await tx.insert(ratings).values({ personId: id, skillId: skill, level, source: 'guide', createdAt: minute(at) })
    }
  })
  return id
}

const rating = fc.record({
  skill: fc.constantFrom(...slugs),
  level: fc.constantFrom<Level>(0, 1, 2, 3, 4),
  at: fc.nat(5),
})

describe('profileOf', () => {
  it('is the newest rating of each skill; of two at the same moment the later written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rating, { maxLength: 12 }), async (given) => {
        const newest = new Map<string, { level: Level; at: number }>()
        for (const { skill, level, at } of given) {
          if (at >= (newest.get(skill)?.at ?? 0)) newest.set(skill, { level, at })
        }
        const profile = await profileOf(await rated(given))
        expect(new Map([...profile].map(([slug, { level }]) => [slug, level]))).toEqual(
          new Map([...newest].map(([slug, { level }]) => [slug, level])),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('is empty for nobody', async () => {
    expect(await levelsOf(null)).toEqual(new Map())
  })
})

describe('historyOf', () => {
  it('is oldest first, of one skill and one person', async () => {
    await rated([{ skill: 'a', level: 4, at: 1 }])
    const person = await rated([
      { skill: 'a', level: 2, at: 3 },
      { skill: 'b', level: 4, at: 2 },
      { skill: 'a', level: 1, at: 1 },
    ])
    expect((await historyOf(person, 'a')).map(({ level }) => level)).toEqual([1, 2])
  })

  it('keeps to the latest when there are very many', async () => {
    const many = Array.from({ length: historyLimit + 5 }, (_, at) => ({ skill: 'a', level: (at % 5) as Level, at }))
    const history = await historyOf(await rated(many), 'a')
    expect(history).toHaveLength(historyLimit)
    expect(history.at(-1)?.at).toEqual(minute(historyLimit + 4))
  })
})

describe('recentChanges', () => {
  it('names what moved, newest first, and leaves out first ratings and repeated ones', async () => {
    const person = await rated([
      { skill: 'a', level: 1, at: 1 },
      { skill: 'b', level: 3, at: 2 },
      { skill: 'a', level: 1, at: 3 },
      { skill: 'a', level: 2, at: 4 },
      { skill: 'b', level: 2, at: 5 },
    ])
    const changes = await recentChanges(person, 4)
    expect(changes.map(({ slug, before, level }) => [slug, before, level])).toEqual([
      ['b', 3, 2],
      ['a', 1, 2],
    ])
    expect(await recentChanges(person, 1)).toHaveLength(1)
  })
})
