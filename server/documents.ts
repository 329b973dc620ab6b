import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { chooseEncoding, type Encoding, encodings, isFresh } from '#server/accept.ts'
import { compress, exact } from '#server/compress.ts'
import { documentPolicy, type Pairs } from '#server/headers.ts'
import type { Rendered } from '#server/render.ts'

// One form of a document, ready to leave. The last header's value is the request's reference, filled in at each answer.
interface Copy {
  etag: string
  body: Buffer
  full: string[]
  notModified: string[]
}

/** A document for strangers, in all its forms, as it was at a version of the content. */
export type Document = { version: number } & Record<Encoding, Copy>

/** What a stranger's request for a document came to. */
export type Outcome = { kind: 'document'; document: Document } | Exclude<Rendered, { kind: 'page'; status: 200 }>

/** The copies that strangers share, by address and theme; bounded in bytes, and valid for one version of the content. */
export class DocumentStore {
  readonly #copies: LRUCache<string, Document>
  readonly #flights = new Map<string, Promise<Outcome>>()
  readonly #common: Pairs

  /** @param bytes what all copies together may take; one document may take an eighth of it. */
  constructor(bytes: number, common: Pairs) {
    this.#copies = new LRUCache({ maxSize: bytes, maxEntrySize: Math.max(1, Math.floor(bytes / 8)) })
    this.#common = common
  }

  /** How many bytes are kept. */
  get size(): number {
    return this.#copies.calculatedSize
  }

  /** The copy under a key, if it is of the present version; the version is asked for only when there is a copy. */
  find(key: string, version: () => number): Document | undefined {
    const document = this.#copies.get(key)
    return document && document.version === version() ? document : undefined
  }

  /**
   * Renders what is not kept yet; everybody who asks for the same key at the same version waits for one rendering.
   * @param version read before the rendering starts: content that changes meanwhile makes the copy old, never wrong.
   */
  fill(key: string, version: number, render: () => Promise<Rendered>): Promise<Outcome> {
    const flight = `${version} ${key}`
    const running = this.#flights.get(flight)
    if (running) return running
    // What an older version left behind is of no use to anybody, least of all when this rendering fails.
    this.#copies.delete(key)
    const outcome = this.#render(key, version, render).finally(() => this.#flights.delete(flight))
    this.#flights.set(flight, outcome)
    return outcome
  }

  async #render(key: string, version: number, render: () => Promise<Rendered>): Promise<Outcome> {
    const rendered = await render()
    if (rendered.kind !== 'page' || rendered.status !== 200) return rendered as Outcome
    const document = await pack(rendered.html, rendered.links, version, this.#common)
    // A page that sets a cookie is meant for one reader. A slow rendering must not push out a newer one's copy.
    const newer = (this.#copies.peek(key)?.version ?? version) > version
    if (rendered.cookies.length === 0 && !newer) this.#copies.set(key, document, { size: sizeOf(key, document) })
    return { kind: 'document', document }
  }
}

async function pack(html: string, links: string | undefined, version: number, common: Pairs): Promise<Document> {
  const plain = Buffer.from(html)
  const hash = createHash('sha256')
    .update(plain)
    .update(links ?? '')
    .digest('base64url')
    .slice(0, 20)
  const [br, gzip, identity] = await Promise.all(
    encodings.map(async (encoding) =>
      copy(exact(await compress(plain, encoding, true)), encoding, hash, links, common),
    ),
  )
  if (!br || !gzip || !identity) throw new Error('unreachable: three encodings give three copies')
  return { version, br, gzip, identity }
}

function copy(body: Buffer, encoding: Encoding, hash: string, links: string | undefined, common: Pairs): Copy {
  const etag = `"${hash}-${encoding}"`
  const always: Pairs = [
    ['ETag', etag],
    ['Cache-Control', 'public, max-age=0, must-revalidate'],
    ['Vary', 'Accept-Encoding, Cookie'],
    ['Content-Security-Policy', documentPolicy],
    ...common,
  ]
  const full: Pairs = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Length', String(body.length)],
    ...(encoding === 'identity' ? [] : [['Content-Encoding', encoding] as const]),
    ...(links === undefined ? [] : [['Link', links] as const]),
    ['Speculation-Rules', '"/speculation-rules.json"'],
    ...always,
  ]
  const reference = ['X-Request-Id', ''] as const
  return { etag, body, full: [...full, reference].flat(), notModified: [...always, reference].flat() }
}

function sizeOf(key: string, document: Document): number {
  let size = key.length * 2 + 512
  for (const encoding of encodings) {
    const { body, full, notModified } = document[encoding]
    size += body.length
    for (const text of [...full, ...notModified]) size += text.length
  }
  return size
}

/** Answers a stranger from a copy. This is the hot path: one header array, one write, nothing parsed. */
export function sendDocument(req: IncomingMessage, res: ServerResponse, document: Document, reference: string): void {
  const { headers, method } = req
  const copy = document[chooseEncoding(headers['accept-encoding']?.toString())]
  const fresh = isFresh(headers['if-none-match'], copy.etag)
  const answer = fresh ? copy.notModified : copy.full
  answer[answer.length - 1] = reference
  res.writeHead(fresh ? 304 : 200, answer)
  if (fresh || method === 'HEAD') res.end()
  else res.end(copy.body)
}
