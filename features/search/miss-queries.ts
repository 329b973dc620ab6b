import 'server-only'
import { asc, countDistinct, desc, gte, max, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { contentVersion, read } from '#db/client.ts'
import { searchMisses } from '#db/schema/search.ts'
import { leastPeople } from '#features/profile/five-people.ts'
import { search } from './search-queries.ts'

export interface MissedSearch {
  query: string
  people: number
  /** The last day on which somebody looked for it. */
  lastDay: string
}

/** How many are read, as some of them find something by now. */
const readAtMost = 30

// A search that finds nothing tries everything, and what it finds changes with the content alone.
const known = new LRUCache<string, boolean>({ max: 4 * readAtMost })

/**
 * What at least five people looked for and did not find, the most wanted first; what fewer did is not told, nor what finds
 * something by now.
 */
export async function missedSearches(take: number): Promise<MissedSearch[]> {
  const missed: MissedSearch[] = []
  for (const miss of await commonMisses()) {
    if (missed.length === take) break
    if (!(await findsSomething(miss.query))) missed.push(miss)
  }
  return missed
}

/** Whether it does now. What has only some of the words is not what was looked for. */
async function findsSomething(query: string): Promise<boolean> {
  const key = `${contentVersion()} ${query}`
  const before = known.get(key)
  if (before !== undefined) return before
  const { groups, loose } = await search(query, { kind: null, page: 1 })
  const finds = groups.length > 0 && !loose
  known.set(key, finds)
  return finds
}

async function commonMisses(): Promise<MissedSearch[]> {
  const people = countDistinct(searchMisses.reader)
  const rows = await read
    .select({ query: searchMisses.query, people, lastDay: max(searchMisses.day) })
    .from(searchMisses)
    .groupBy(searchMisses.query)
    .having(gte(sql<number>`count(distinct ${searchMisses.reader})`, leastPeople))
    .orderBy(desc(people), asc(searchMisses.query))
    .limit(readAtMost)
  return rows.map((row) => ({ ...row, lastDay: row.lastDay ?? '' }))
}
