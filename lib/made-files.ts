import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** A file that is made of what is public, for everybody the same. */
export interface MadeFile {
  type: string
  body: string | Uint8Array
  headers?: Record<string, string>
}

interface Kept {
  version: number | string
  bytes: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

const safe = { 'X-Content-Type-Options': 'nosniff' }

/**
 * Files that are made once for each version of what they are made of. Whoever asks meanwhile waits for the same making;
 * whoever asks again gets the same bytes, or hears that nothing changed. Bounded in bytes.
 */
export class MadeFiles {
  readonly #kept: LRUCache<string, Kept>
  readonly #making = new Map<string, Promise<Kept | null>>()

  constructor(bytes: number) {
    this.#kept = new LRUCache({
      maxSize: bytes,
      sizeCalculation: ({ bytes: { length } }, key) => length + key.length * 2 + 512,
    })
  }

  /**
   * Answers with the file under a key.
   * @param version of what it is made of, read before the making starts
   * @param make returns null if there is no such file, which is asked anew each time
   */
  async answer(
    request: Request,
    key: string,
    version: number | string,
    make: () => Promise<MadeFile | null>,
  ): Promise<Response | null> {
    const known = this.#kept.get(key)
    const file = known?.version === version ? known : await this.#make(key, version, make)
    if (!file) return null
    const { headers } = file
    const fresh = isFresh(request.headers.get('if-none-match'), headers.ETag ?? '')
    if (!fresh) return new Response(file.bytes, { headers })
    const { 'Content-Type': _, 'Content-Length': __, ...told } = headers
    return new Response(null, { status: 304, headers: told })
  }

  #make(key: string, version: number | string, make: () => Promise<MadeFile | null>): Promise<Kept | null> {
    const flight = `${version} ${key}`
    const running = this.#making.get(flight)
    if (running) return running
    const making = make()
      .then((file) => {
        const kept = file && packed(file, version)
        if (kept) this.#kept.set(key, kept)
        return kept
      })
      .finally(() => this.#making.delete(flight))
    this.#making.set(flight, making)
    return making
  }
}

function packed({ type, body, headers }: MadeFile, version: number | string): Kept {
  const bytes = new Uint8Array(typeof body === 'string' ? Buffer.from(body) : body)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 20)
  return {
    version,
    bytes,
    headers: {
      ...safe,
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'public, max-age=0, must-revalidate',
      // Weak: what leaves may be compressed on the way.
      ETag: `W/"${hash}"`,
      ...headers,
    },
  }
}

function isFresh(given: string | null, tag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '')
  return given?.split(',').some((each) => each.trim() === '*' || bare(each) === bare(tag)) ?? false
}

/** What a client hears who asks for a file that is not there. */
export const noSuchFile = (): Response =>
  new Response('There is no such file.\n', {
    status: 404,
    headers: { ...safe, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
