import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import * as db from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { keepSkill } from './skill-edit-writes.ts'
import { skillFormSchema } from './skill-form-schema.ts'

afterAll(testDatabase())

const begun = { name: 'Baking', kind: 'soft', as: 'unfinished' }
const keep = (tree: unknown) => write((tx) => keepSkill(tx, 'editor', skillFormSchema.parse(tree)))

/** Renames the skill, as an editor who sees it as it is. */
async function rename(changes: Record<string, string>): Promise<void> {
  const [skill] = await read.select().from(db.skills).where(eq(db.skills.id, id))
  if (!skill) throw new Error('There is no such skill')
  await keep({ ...begun, name: skill.name, ...changes, id, seen: skill.updatedAt.getTime() })
}

const notices = () =>
  read
    .select({
      person: db.personNotices.personId,
      guide: db.personNotices.guideId,
      kind: db.personNotices.kind,
      heading: db.personNotices.heading,
      replacement: db.personNotices.replacement,
    })
    .from(db.personNotices)
    .orderBy(asc(db.personNotices.personId), asc(db.personNotices.guideId))

const used = (guideId: string, blockKey: string, personId: string | null, day = '2026-11-20') =>
  write((tx) =>
    tx
      .insert(db.blockUses)
      .values({ guideId, blockKey, action: 'rated', reader: `${personId} ${day} ${blockKey}`, personId, day }),
  )

let id = ''
beforeEach(async () => {
  const at = new Date('2026-11-22T12:00:00Z')
  await write(async (tx) => {
    for (const table of [db.persons, db.guideDrafts, db.skills, db.redirects]) await tx.delete(table)
    for (const person of ['ada', 'ben', 'cy'])
      await tx.insert(db.persons).values({ id: person, guestHash: person, recoveryHash: person, createdAt: at })
    for (const guide of ['bread', 'cakes']) {
      const fields = { title: guide, standfirst: '', description: '', author: '', reviewedOn: '', body: '' }
      const lists = { roles: [], skill: null, explore: [], sources: [] }
      const counts = { errors: 0, warnings: 0, version: 1, words: 0 }
      await tx.insert(db.guideDrafts).values({
        ...{ id: guide, slug: guide, kind: 'career', status: 'draft', reviewNote: '', createdAt: at, updatedAt: at },
        ...{ ...fields, ...lists, ...counts },
      })
    }
  })
  id = (await keep(begun)).id
  await used('bread', 'skill-baking', 'ada')
  await used('bread', 'skill-baking', 'ada', '2026-11-21')
  await used('cakes', 'skill-baking', 'ada')
  await used('bread', 'skill-baking', 'ben')
  await used('bread', 'skill-baking', null)
  await used('bread', 'skill-cooking', 'cy')
})

test('whoever used a skill in a guide is told of its new name, once for each guide', async () => {
  await rename({ name: 'Bread making', slug: 'bread-making', tell: 'yes' })
  const told = { kind: 'renamed', heading: 'Baking', replacement: 'skill-baking' }
  expect(await notices()).toEqual([
    { person: 'ada', guide: 'bread', ...told },
    { person: 'ada', guide: 'cakes', ...told },
    { person: 'ben', guide: 'bread', ...told },
  ])
})

test('and once also where they used it under both of its addresses', async () => {
  await rename({ slug: 'bread-making' })
  await used('bread', 'skill-bread-making', 'ben')
  await rename({ name: 'Making bread', slug: 'bread-making', tell: 'yes' })
  expect((await notices()).filter(({ person }) => person === 'ben')).toEqual([
    { person: 'ben', guide: 'bread', kind: 'renamed', heading: 'Baking', replacement: 'skill-bread-making' },
  ])
})

test('nobody is told who should not be, nor of what has kept its name', async () => {
  await rename({ name: 'Bread making' })
  await rename({ tell: 'yes' })
  expect(await notices()).toEqual([])
})
