import { asc } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog, categories, redirects, roles } from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { type CategoryForm, deleteCategory, keepCategory, moveCategory } from './category-writes.ts'
import { currentSlugs } from './redirect-queries.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'

afterAll(testDatabase())

beforeEach(() =>
  write(async (tx) => {
    for (const table of [roles, categories, redirects]) await tx.delete(table)
  }),
)

const keep = (form: CategoryForm) => write((tx) => keepCategory(tx, 'editor', form))
const remove = (id: string) => write((tx) => deleteCategory(tx, 'editor', id))
const food = { name: 'Food', summary: 'Cooks and bakers.' }
const inOrder = async () =>
  (await read.select().from(categories).orderBy(asc(categories.position))).map(({ slug }) => slug)

test('a new field of work gets an address of its own, and stands last', async () => {
  await keep(food)
  await keep(food)
  await keep({ ...food, slug: 'kitchens' })
  expect(await inOrder()).toEqual(['food', 'food-2', 'kitchens'])
})

test('an address is not taken from another, nor is one that it had', async () => {
  const id = await keep(food)
  const other = await keep({ name: 'Care', summary: 'Nurses.' })
  await expect(keep({ ...food, slug: 'care' })).rejects.toThrow('The field of work “Care” has this address.')
  await expect(keep({ ...food, id, slug: 'care' })).rejects.toThrow('The field of work “Care” has this address.')
  await keep({ ...food, id, name: 'Food and drink', slug: 'hospitality' })
  expect((await currentSlugs(read, 'category', ['food'])).get('food')).toBe('hospitality')
  const message = 'This was the address of the field of work “Food and drink”'
  await expect(keep({ name: 'Care', summary: 'C', id: other, slug: 'food' })).rejects.toThrow(message)
  // Its own earlier address is free to it, and nothing leads in a circle.
  await keep({ ...food, id, slug: 'food' })
  expect((await currentSlugs(read, 'category', ['food', 'hospitality'])).get('hospitality')).toBe('food')
  expect(await inOrder()).toEqual(['food', 'care'])
})

test('one that was deleted meanwhile is not brought back by an old form', async () => {
  const id = await keep(food)
  await remove(id)
  await expect(keep({ ...food, id })).rejects.toThrow('This field of work was deleted while you were writing.')
  expect(await inOrder()).toEqual([])
  // Nor does a second press on "delete" say so again.
  const written = await read.$count(auditLog)
  await remove(id)
  expect(await read.$count(auditLog)).toBe(written)
})

test('one with roles in it stays, and says how many', async () => {
  const id = await keep(food)
  const role = (slug: string) => ({ id: slug, slug, name: slug, summary: '', categoryId: id, updatedAt: new Date() })
  await write((tx) => tx.insert(roles).values([role('baker'), role('cook')]))
  await expect(remove(id)).rejects.toThrow('“Food” still holds 2 roles. Move them to another field of work first.')
  await expect(remove(id)).rejects.toBeInstanceOf(TaxonomyConflict)
  expect(await inOrder()).toEqual(['food'])
})

test('the first cannot go up, and the others change places', async () => {
  const ids: string[] = []
  for (const name of ['A', 'B', 'C']) ids.push(await keep({ name, summary: 'S' }))
  const [first = '', , last = ''] = ids
  const move = (id: string, by: 1 | -1) => write((tx) => moveCategory(tx, 'editor', id, by))
  await move(first, -1)
  await move('gone', 1)
  expect(await inOrder()).toEqual(['a', 'b', 'c'])
  await move(last, -1)
  await move(first, 1)
  expect(await inOrder()).toEqual(['c', 'a', 'b'])
})
