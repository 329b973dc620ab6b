import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, write } from '#db/client.ts'
import {
  assessmentDrafts,
  assessments,
  persons,
  ratings,
  roleSkills,
  roles,
  skillStatements,
  skills,
} from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import type { RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { dropDraft, finishAssessment, keepAnswer } from './assessment-writes.ts'

const close = testDatabase()
afterAll(close)

const at = new Date('2026-11-01T10:00:00Z')
const personId = 'person'
const role: RoleView = {
  id: 'role',
  slug: 'role',
  name: 'Role',
  summary: 'S',
  activities: [],
  skills: ['a', 'b'].map((slug) => ({
    id: slug,
    slug,
    name: slug,
    kind: 'technical',
    definition: 'D',
    target: 2,
    weight: 'must',
    statements: [['You can 1.'], ['You can 2.'], [], []],
  })),
}
const answer = (skillId: string, level: 0 | 1 | 2 | 3 | 4 | null) =>
  write((tx) => keepAnswer(tx, { personId, roleId: 'role', skillId, answer: level, at }))
const finish = () => write((tx) => finishAssessment(tx, { personId, role, at }))

beforeAll(async () => {
  await write(async (tx) => {
    await tx.insert(persons).values({ id: personId, guestHash: 'g', recoveryHash: 'r', createdAt: at })
    await tx.insert(roles).values({ id: 'role', slug: 'role', name: 'Role', summary: 'S', updatedAt: at })
    for (const [position, slug] of ['a', 'b'].entries()) {
      await tx.insert(skills).values({ id: slug, slug, name: slug, kind: 'technical', definition: 'D', updatedAt: at })
      await tx.insert(skillStatements).values({ skillId: slug, level: 1, position: 0, text: 'You can 1.' })
      await tx.insert(roleSkills).values({ roleId: 'role', skillId: slug, target: 2, weight: 'must', position })
    }
  })
})

describe('an assessment', () => {
  it('cannot be finished before every skill has an answer', async () => {
    expect(await finish()).toBeNull()
    await answer('a', 1)
    expect(await finish()).toBeNull()
    expect(await read.$count(assessments)).toBe(0)
    expect(await read.$count(ratings)).toBe(0)
  })

  it('keeps one draft, and the last answer of a skill counts', async () => {
    await answer('a', 3)
    await answer('a', 2)
    expect(await read.$count(assessmentDrafts)).toBe(1)
  })

  it('becomes a snapshot, a rating for each level given, and leaves no draft', async () => {
    await answer('b', null)
    const id = await finish()
    const [row] = await read.select().from(assessments)
    expect(row).toMatchObject({ id, fit: 50, personId })
    expect(row?.snapshot.skills.map((skill) => skill.answer)).toEqual([2, null])
    const kept = await read
      .select({ skillId: ratings.skillId, level: ratings.level, source: ratings.source })
      .from(ratings)
    expect(kept).toEqual([{ skillId: 'a', level: 2, source: 'assessment' }])
    expect(await read.$count(assessmentDrafts)).toBe(0)
  })

  it('never changes afterwards, and neither does a rating', async () => {
    await expect(write((tx) => tx.update(assessments).set({ fit: 99 }))).rejects.toThrow(/never changes/)
    await expect(write((tx) => tx.update(ratings).set({ level: 4 }))).rejects.toThrow(/append-only/)
  })

  it('is undone as a whole when something fails halfway', async () => {
    await answer('a', 4)
    await answer('b', 4)
    const before = await read.$count(ratings)
    await expect(
      write(async (tx) => {
        await finishAssessment(tx, { personId, role, at })
        throw new Error('the power went out')
      }),
    ).rejects.toThrow('the power went out')
    expect(await read.$count(ratings)).toBe(before)
    expect(await read.$count(assessments)).toBe(1)
    expect(await read.$count(assessmentDrafts)).toBe(1)
  })

  it('can be thrown away unfinished', async () => {
    await write((tx) => dropDraft(tx, personId, 'role'))
    const left = await read.select().from(assessmentDrafts).where(eq(assessmentDrafts.personId, personId))
    expect(left).toEqual([])
  })
})
