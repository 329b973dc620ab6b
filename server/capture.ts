import { IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** Next's request handler, or a test's stand-in for it. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** A whole response, held in memory. */
export interface Captured {
  status: number
  header(name: string): string | undefined
  /** The Set-Cookie lines; empty for all that may be shared. */
  cookies: string[]
  body: Buffer
}

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

// A ServerResponse that never meets a socket: without one Node would queue the bytes and never say 'drain'.
class CapturedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = []

  override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    const given = typeof reason === 'string' ? headers : reason
    if (Array.isArray(given)) {
      for (let at = 0; at + 1 < given.length; at += 2) this.setHeader(String(given[at]), given[at + 1] ?? '')
    } else {
      for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) this.setHeader(name, value)
    }
    return super.writeHead(status)
  }

  override write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
    if (!this.headersSent) this.writeHead(this.statusCode)
    this.#chunks.push(bytes(chunk, encoding))
    call(done ?? encoding)
    return true
  }

  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    if (this.finished) return this
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.write(chunk, encoding)
    else if (!this.headersSent) this.writeHead(this.statusCode)
    this.finished = true
    Object.defineProperty(this, 'writableFinished', { value: true })
    // Next runs what was put off with after() when the response closes; callers listen for it after this call.
    setImmediate(() => {
      this.emit('finish')
      this.emit('close')
    })
    call([chunk, encoding, done].find((value) => typeof value === 'function'))
    return this
  }

  body(): Buffer {
    return Buffer.concat(this.#chunks)
  }
}

function bytes(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === 'string') {
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
  }
  // A copy: React reuses its view's memory once it was told that the chunk is written.
  if (chunk instanceof Uint8Array) return Buffer.from(chunk)
  throw new TypeError('a response takes strings and bytes only')
}

function call(callback: unknown): void {
  if (typeof callback === 'function') queueMicrotask(() => callback())
}

/**
 * Asks a handler for a page with a request of our own making, and waits for the whole answer.
 * @param headers all the handler gets to know of the client; lower case names.
 * @throws what the handler throws, and an error when it takes longer than `timeout` milliseconds or gives up midway.
 */
export function capture(
  handler: Handler,
  url: string,
  headers: Record<string, string>,
  timeout = 30_000,
): Promise<Captured> {
  const req = new IncomingMessage(new Socket())
  req.method = 'GET'
  req.url = url
  req.httpVersion = '1.1'
  req.httpVersionMajor = 1
  req.httpVersionMinor = 1
  Object.assign(req.headers, headers)
  req.complete = true
  req.push(null)
  const res = new CapturedResponse(req)

  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => res.destroy(new Error(`no answer within ${timeout} ms`)), timeout)
    timer.unref()
    res.on('error', (error) => settle(() => reject(error)))
    res.on('close', () => settle(() => reject(res.errored ?? new Error('the answer broke off'))))
    res.on('finish', () => settle(() => resolve(captured(res))))
    handler(req, res).catch((error: unknown) => settle(() => reject(error)))

    function settle(done: () => void): void {
      clearTimeout(timer)
      done()
    }
  })
}

function captured(res: CapturedResponse): Captured {
  const cookies = res.getHeader('set-cookie')
  return {
    status: res.statusCode,
    header: (name) => {
      const value = res.getHeader(name)
      return value === undefined ? undefined : String(value)
    },
    cookies: cookies === undefined ? [] : [cookies].flat().map(String),
    body: res.body(),
  }
}
