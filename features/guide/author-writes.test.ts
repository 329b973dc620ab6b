import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog, authors, guideDrafts, guideReferences, redirects } from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { currentSlugs } from '#features/taxonomy/redirect-queries.ts'
import { type AuthorForm, deleteAuthor, keepAuthor } from './author-writes.ts'

afterAll(testDatabase())

beforeEach(() =>
  write(async (tx) => {
    for (const table of [guideDrafts, authors, redirects]) await tx.delete(table)
  }),
)

const keep = (form: AuthorForm) => write((tx) => keepAuthor(tx, 'editor', form))
const remove = (id: string) => write((tx) => deleteAuthor(tx, 'editor', id))
const ada = { name: 'Ada Lund', title: 'Careers adviser', bio: 'Has advised since 2009.' }
const eventsOf = async (id: string) =>
  (await read.select().from(auditLog).where(eq(auditLog.subjectId, id))).map(({ event }) => event)

/** A working copy that names an author. */
const guideBy = (author: string, title: string) =>
  write(async (tx) => {
    const at = new Date('2026-11-22T12:00:00Z')
    await tx.insert(guideDrafts).values({
      ...{ id: title, slug: title.toLowerCase(), kind: 'career', title, standfirst: '', description: '', author },
      ...{ reviewedOn: '', roles: [], skill: null, explore: [], sources: [], body: '', errors: 0, warnings: 0 },
      ...{ version: 1, status: 'draft', reviewNote: '', words: 0, createdAt: at, updatedAt: at },
    })
    await tx.insert(guideReferences).values({ guideId: title, kind: 'author', target: author })
  })

test('an author moves to another address, to which the old one leads', async () => {
  const id = await keep(ada)
  await keep({ ...ada, id, slug: 'ada-berg', name: 'Ada Berg' })
  expect(await read.select().from(authors)).toMatchObject([{ id, slug: 'ada-berg', name: 'Ada Berg' }])
  expect((await currentSlugs(read, 'author', ['ada-lund'])).get('ada-lund')).toBe('ada-berg')
  expect((await eventsOf(id)).sort()).toEqual(['author.renamed', 'author.saved', 'author.saved'])
})

test('an address that another author has or had is refused, and nobody is written over', async () => {
  const id = await keep(ada)
  const ben = await keep({ ...ada, name: 'Ben Moss' })
  await expect(keep({ ...ada, name: 'Somebody', slug: 'ada-lund' })).rejects.toThrow(
    'The author “Ada Lund” has this address.',
  )
  await expect(keep({ ...ada, id: ben, slug: 'ada-lund' })).rejects.toThrow('The author “Ada Lund” has this address.')
  await keep({ ...ada, id, slug: 'ada-berg' })
  await expect(keep({ ...ada, id: ben, slug: 'ada-lund' })).rejects.toThrow('This was the address of the author')
  expect((await read.select().from(authors)).map(({ name }) => name).sort()).toEqual(['Ada Lund', 'Ben Moss'])
  // Without an address of its own, a namesake gets the next one that is free.
  const namesake = await keep(ada)
  expect((await read.select().from(authors).where(eq(authors.id, namesake)))[0]?.slug).toBe('ada-lund-2')
})

test('an old form does not bring a deleted author back', async () => {
  const id = await keep(ada)
  await remove(id)
  await expect(keep({ ...ada, id })).rejects.toThrow('This author was deleted while you were writing.')
  expect(await read.$count(authors)).toBe(0)
})

test('an author of guides stays, also where a working copy names an earlier address', async () => {
  const id = await keep(ada)
  await guideBy('ada-lund', 'Bread')
  await keep({ ...ada, id, slug: 'ada-berg' })
  await expect(remove(id)).rejects.toThrow('Ada Lund wrote “Bread”. Give those another author first.')
  for (const title of ['Cakes', 'Pies', 'Rolls']) await guideBy('ada-berg', title)
  await expect(remove(id)).rejects.toThrow('Ada Lund wrote 4 guides.')
  await write((tx) => tx.delete(guideDrafts))
  await remove(id)
  expect(await read.$count(authors)).toBe(0)
  expect((await currentSlugs(read, 'author', ['ada-lund'])).get('ada-lund')).not.toBe('ada-berg')
})
