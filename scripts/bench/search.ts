import Database from 'better-sqlite3'
import { closeDatabase, databaseFile } from '#db/client.ts'
import { matchExpression } from '#db/full-text.ts'
import { search, suggest } from '#features/search/search-queries.ts'
import { readSearch } from '#features/search/search-terms-queries.ts'

// A search of the site against the bare FTS5 query of the same words, in alternating rounds. `npm run bench:search` fills a
// database for it.
const rounds = Number(process.argv[2] ?? 30)
const queries = [
  ...['developer', 'skills', 'sql', 'backend developer skills', 'problem solving', 'query plan', 'k8s', 'c++'],
  ...['interview questions', 'how do I write a CV', 'time management', 'nurse', 'slow query', 'full-stack', 'golang'],
]
const slips = ['kuberntes', 'comunication skils', 'javasript developer', 'full-stak', 'zzzzqq']
const begun = ['de', 'skil', 'backend dev', 'k8', 'proble', 'interview q', 'comunicat']

const bare = new Database(databaseFile(), { readonly: true })
bare.pragma('cache_size = -32000')
const guides = bare.prepare('SELECT rowid FROM search_guides WHERE search_guides MATCH ? ORDER BY rank LIMIT 9')
const taxonomy = bare.prepare('SELECT rowid FROM search_taxonomy WHERE search_taxonomy MATCH ? ORDER BY rank LIMIT 9')

const times = { bare: [] as number[], search: [] as number[], slips: [] as number[], typing: [] as number[] }
const timed = async (list: number[], work: () => unknown) => {
  const start = performance.now()
  await work()
  list.push(performance.now() - start)
}

const everything = { kind: null, page: 1 } as const
// The words of the site are collected at the first slip.
await search('kuberntes', everything)
for (let round = 0; round < rounds; round++) {
  for (const query of queries) {
    const words = matchExpression((await readSearch(query)).terms)
    await timed(times.bare, () => {
      guides.all(words)
      taxonomy.all(words)
    })
    await timed(times.search, () => search(query, everything))
  }
  for (const query of slips) await timed(times.slips, () => search(query, everything))
  for (const query of begun) await timed(times.typing, () => suggest(query))
}

const at = (list: number[], part: number) =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length * part)] ?? Number.NaN
for (const [name, list] of Object.entries(times)) {
  console.log(
    `${name.padEnd(7)} median ${at(list, 0.5).toFixed(1)} ms, p95 ${at(list, 0.95).toFixed(1)} ms, of ${list.length}`,
  )
}
const ratio = at(times.search, 0.95) / at(times.bare, 0.95)
console.log(`p95 of a search against the bare query: ${ratio.toFixed(2)} times (at most 2 wanted, and 20 ms)`)
if (ratio > 2 || at(times.search, 0.95) > 20) process.exitCode = 1
bare.close()
closeDatabase()
