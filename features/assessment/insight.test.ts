import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { write } from '#db/client.ts'
import { assessments, persons, redirects, roles, type Snapshot, skills } from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import type { Level } from '#lib/levels.ts'
import { dueDay } from './attention-queries.ts'
import { commonGaps, gapsIn } from './common-gaps.ts'
import { readerNeeds } from './insight-queries.ts'

afterAll(testDatabase())

const now = new Date('2026-11-22T12:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)

const snapshot = (answers: Record<string, Level | null>): Snapshot => ({
  version: 1,
  role: { slug: 'cook', name: 'Cook' },
  skills: Object.entries(answers).map(([slug, answer]) => ({
    ...{ slug, name: slug, kind: 'technical', target: 2, weight: 'must', statements: [[], [], [], []], answer },
  })),
})

describe('gaps', () => {
  it('are skills below their target; not sure is none', () => {
    expect(gapsIn(snapshot({ salt: 1, fire: 2, knives: null, plates: 0 }))).toEqual(['salt', 'plates'])
  })

  it('count a person once, by the newest assessment of a role, and are told from five people up', () => {
    const taken = (person: number, roleId: string, ...gaps: string[]) => ({ personId: `p${person}`, roleId, gaps })
    const four = [1, 2, 3, 4].map((person) => taken(person, 'cook', 'salt', 'fire'))
    const { all, byRole } = commonGaps([
      ...four,
      // The fifth has closed a gap since, and still has the other one in another role.
      taken(5, 'cook', 'fire'),
      taken(5, 'cook', 'salt', 'fire'),
      taken(5, 'baker', 'salt'),
      taken(4, 'baker', 'salt'),
    ])
    expect(all).toEqual([
      { slug: 'fire', people: 5 },
      { slug: 'salt', people: 5 },
    ])
    expect(byRole.get('cook')).toEqual([{ slug: 'fire', people: 5 }])
    expect(byRole.get('baker')).toEqual([])
  })
})

describe('readerNeeds', () => {
  beforeAll(() =>
    write(async (tx) => {
      for (const slug of ['cook', 'baker', 'waiter']) {
        await tx.insert(roles).values({ id: slug, slug, name: slug, summary: 'S', updatedAt: now })
      }
      await tx
        .insert(skills)
        .values({ id: 'salt', slug: 'salt', name: 'Salt', kind: 'soft', definition: 'D', updatedAt: now })
      await tx.insert(redirects).values({ kind: 'skill', slug: 'seasoning', target: 'salt' })
      for (let person = 0; person < 6; person++) {
        const personId = `p${person}`
        await tx.insert(persons).values({ id: personId, guestHash: personId, recoveryHash: personId, createdAt: now })
        const taken = { personId, roleId: 'cook', fit: 0 }
        await tx.insert(assessments).values([
          // Half of them when the skill still had another name.
          {
            ...taken,
            id: `${person}a`,
            snapshot: snapshot({ [person % 2 ? 'salt' : 'seasoning']: 0 }),
            createdAt: ago(1),
          },
          { ...taken, id: `${person}b`, snapshot: snapshot({ fire: 0 }), createdAt: ago(2) },
          { ...taken, id: `${person}c`, snapshot: snapshot({ knives: 0 }), createdAt: ago(100) },
          { ...taken, id: `${person}d`, roleId: 'baker', snapshot: snapshot({ oven: 0 }), createdAt: ago(200) },
        ])
      }
    }),
  )

  it('counts people, not assessments, in two spans, and looks for gaps in the newer one', async () => {
    expect(await readerNeeds(now)).toEqual({
      roles: [{ slug: 'cook', name: 'cook', recent: 6, before: 6, gaps: [{ slug: 'salt', name: 'Salt', people: 6 }] }],
      gaps: [{ slug: 'salt', name: 'Salt', people: 6 }],
      more: false,
    })
  })
})

it('a guide is due a year after its last review', () => {
  expect(dueDay(now)).toBe('2025-11-22')
})
