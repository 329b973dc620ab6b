import { admit } from '#lib/rate-limit.ts'
import { requestFacts } from '#lib/request.ts'
import { suggest } from './search-queries.ts'
import { queryAtMost } from './search-words.ts'

/** What the search box offers while somebody types: `?q=` in, the hits as JSON out; an empty list for nothing. */
export async function suggestions(request: Request): Promise<Response> {
  const admission = await admit('searchByAddress', (await requestFacts()).address)
  if (!admission.ok) {
    return new Response(null, { status: 429, headers: { 'Retry-After': String(admission.retryAfterSeconds) } })
  }
  const query = new URL(request.url).searchParams.get('q')?.slice(0, queryAtMost) ?? ''
  const hits = await suggest(query)
  return Response.json(
    hits.map(({ href, title, label }) => ({ href, title, label })),
    { headers: { 'Cache-Control': 'private, max-age=60' } },
  )
}
