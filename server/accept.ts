/** The forms in which a document is kept, best first. */
export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

// Browsers send a handful of different values; the bound keeps a stranger from filling memory with others.
const known = new Map<string, Encoding>()
const knownLimit = 64

/** The form to answer with. Who accepts none of ours still gets plain bytes, which every client can read. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  const seen = known.get(header)
  if (seen) return seen
  const chosen = negotiate(header)
  if (known.size < knownLimit) known.set(header, chosen)
  return chosen
}

function negotiate(header: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of header.split(',')) {
    const [name = '', ...params] = part.split(';')
    const q = params.map((param) => /^\s*q\s*=\s*([0-9.]+)\s*$/i.exec(param)?.[1]).find((value) => value !== undefined)
    const weight = q === undefined ? 1 : Number(q)
    weights.set(name.trim().toLowerCase(), Number.isFinite(weight) ? Math.min(1, weight) : 0)
  }
  const rest = weights.get('*')
  let best: Encoding = 'identity'
  let bestWeight = weights.get('identity') ?? rest ?? Number.MIN_VALUE
  for (const encoding of ['gzip', 'br'] as const) {
    const weight = weights.get(encoding) ?? rest ?? 0
    if (weight > 0 && weight >= bestWeight) {
      best = encoding
      bestWeight = weight
    }
  }
  return best
}

/** Whether the client already holds this very response (RFC 9110, weak comparison). */
export function isFresh(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  // Tags are quoted and hold no quotes themselves, so the pieces between commas outside quotes are the quoted strings.
  for (const match of ifNoneMatch.matchAll(/"[^"]*"/g)) if (match[0] === etag) return true
  return false
}
