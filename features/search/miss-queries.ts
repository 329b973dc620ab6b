import 'server-only'
import { asc, countDistinct, desc, gte, max, sql } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { searchMisses } from '#db/schema/search.ts'
import { leastPeople } from '#features/profile/five-people.ts'

export interface MissedSearch {
  query: string
  people: number
  /** The last day on which somebody looked for it. */
  lastDay: string
}

/** What at least five people looked for and did not find, the most wanted first; what fewer did is not told. */
export async function missedSearches(take: number): Promise<MissedSearch[]> {
  const people = countDistinct(searchMisses.reader)
  const rows = await read
    .select({ query: searchMisses.query, people, lastDay: max(searchMisses.day) })
    .from(searchMisses)
    .groupBy(searchMisses.query)
    .having(gte(sql<number>`count(distinct ${searchMisses.reader})`, leastPeople))
    .orderBy(desc(people), asc(searchMisses.query))
    .limit(take)
  return rows.map((row) => ({ ...row, lastDay: row.lastDay ?? '' }))
}
