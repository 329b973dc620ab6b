import 'server-only'
import { inArray } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideDrafts } from '#db/schema/guide.ts'

/** What guides are called, by their ids. */
export async function titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await read
    .select({ id: guideDrafts.id, title: guideDrafts.title })
    .from(guideDrafts)
    .where(inArray(guideDrafts.id, [...ids]))
  return new Map(rows.map(({ id, title }) => [id, title || 'Without a title']))
}
