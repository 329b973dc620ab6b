import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { authors } from '#db/schema/guide.ts'
import { guidesOfAuthor } from './author-writes.ts'

/** Every author with the number of guides under that name, published or not. */
export async function listAuthors() {
  const rows = await read.select().from(authors).orderBy(asc(authors.name))
  return await Promise.all(rows.map(async (row) => ({ ...row, guides: (await guidesOfAuthor(read, row)).length })))
}

/** @returns the author with the guides under that name; null if there is none */
export async function authorById(id: string) {
  const [author] = await read.select().from(authors).where(eq(authors.id, id))
  return author ? { ...author, guides: await guidesOfAuthor(read, author) } : null
}
