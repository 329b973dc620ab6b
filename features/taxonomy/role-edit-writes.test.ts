import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { roles, skills } from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { fieldsOf, readTree } from '#lib/form-tree.ts'
import { roleDraftFromValues, roleDraftOf } from './role-draft.ts'
import { keepRole } from './role-edit-writes.ts'
import { roleFormSchema } from './role-form-schema.ts'

afterAll(testDatabase())

beforeAll(() =>
  write(async (tx) => {
    const values = { kind: 'technical', definition: 'D', updatedAt: new Date() } as const
    await tx.insert(skills).values(['sql', 'git'].map((slug) => ({ ...values, id: slug, slug, name: slug })))
  }),
)

const sent = {
  ...{ name: 'Compare', slug: '', summary: 'Compares.', category: '' },
  ...{ 'skills.0.skill': 'sql', 'skills.0.target': 'working', 'skills.0.weight': 'must' },
  ...{ 'skills.1.skill': 'git', 'skills.1.target': 'working', 'skills.1.weight': 'nice' },
  ...{ 'activities.2': 'coding', 'activities.0': 'fault-finding', 'activities.11': 'order' },
}

function treeOf(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return readTree(form)
}

describe('the form of a role', () => {
  test('reads the boxes that were ticked, whatever their places, and none as none', () => {
    expect(roleFormSchema.parse(treeOf(sent)).activities).toEqual(['fault-finding', 'coding', 'order'])
    const { 'activities.2': _, 'activities.0': __, 'activities.11': ___, ...none } = sent
    expect(roleFormSchema.parse(treeOf(none)).activities).toEqual([])
  })

  test('shows what was ticked again after an error, without a script', () => {
    const { 'activities.0': _, ...two } = sent
    expect(roleFormSchema.safeParse(treeOf(two)).error?.issues.map(({ path }) => path[0])).toContain('activities')
    expect(roleDraftFromValues(fieldsOf(treeOf(two))).activities).toEqual(['coding', 'order'])
  })
})

test('keeps the activities, and makes no role at an address of the site’s own', async () => {
  const form = roleFormSchema.parse(treeOf(sent))
  const id = await write((tx) => keepRole(tx, 'somebody', form))
  const [role] = await read.select().from(roles)
  expect(role).toMatchObject({ id, slug: 'compare-2', activities: ['fault-finding', 'coding', 'order'] })
  expect(role && roleDraftOf({ ...role, category: null, skills: [] }).activities).toEqual(role?.activities)
  const there = { ...form, slug: 'compare', id, seen: role?.updatedAt.getTime() ?? 0 }
  await expect(write((tx) => keepRole(tx, 'somebody', there))).rejects.toThrow(/page of its own at “compare”/)
})
