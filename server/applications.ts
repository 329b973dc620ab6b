import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import compression from 'compression'
import { staticScripts, versioned } from '#lib/static-scripts.ts'
import type { Handler } from '#server/capture.ts'
import { applicationPolicy, filePolicy, newNonce, type Pairs, scriptPolicy } from '#server/headers.ts'

/** What may be kept for ever. */
const lasting = new Set(staticScripts.map(versioned))

/** How a forwarded request ends when Next's own answer is not fit to be sent. */
export interface Replacements {
  /** Sends the page for a fault, at once. */
  fault(reason: string): void
  /** Sends the site's not-found page. */
  notFound(): void
  /** Sends the page for a form of a build that is no longer served. */
  outdated(): void
  /** Writes a fault into the log that Next tells its own client about. */
  noted(reason: string): void
}

/** A request that is with Next. */
export interface Forwarded {
  /** Answers in Next's place, unless it has begun to; whatever it still says goes nowhere. */
  take(answer: () => void): void
}

// A part of a file is what it is: compressing it would make it part of another file.
const compress = compression({
  filter: (req, res) => req.headers.range === undefined && compression.filter(req, res),
}) as unknown as (req: IncomingMessage, res: ServerResponse, next: () => void) => void

/**
 * Hands a request to Next and sees to what leaves: the common headers, the nonce and its policy, compression, and whole
 * pages in place of bare faults. The request's headers must be clean already.
 */
export function forward(
  req: IncomingMessage,
  res: ServerResponse,
  handler: Handler,
  always: Pairs,
  replace: Replacements,
): Forwarded {
  const policy = applicationPolicy(newNonce())
  const target = req.url ?? '/'
  // Next takes the nonce for its scripts from the request's own policy header.
  req.headers['content-security-policy'] = policy
  compress(req, res, () => {})
  const inner = { writeHead: res.writeHead, write: res.write, end: res.end, flushHeaders: res.flushHeaders }

  // Decided at the first byte. 'swallow' waits for Next to end and then answers in its place.
  let mode: 'undecided' | 'pass' | 'swallow' | 'taken' = 'undecided'
  let instead = () => {}

  function passes(): boolean {
    if (mode !== 'undecided') return mode === 'pass'
    const replacement = replacementOf(req, res, replace)
    if (replacement) {
      mode = 'swallow'
      instead = replacement
      return false
    }
    mode = 'pass'
    // A page that leads elsewhere after a form: 307 would make the browser send the form there again.
    if (req.method === 'POST' && (res.statusCode === 307 || res.statusCode === 308)) res.statusCode = 303
    if (res.statusCode >= 500) replace.noted(`Next answered ${res.statusCode} to its client`)
    finishHeaders(res, isPage(res) ? policy : undefined, target)
    for (const [name, value] of always) res.setHeader(name, value)
    return true
  }

  function take(answer: () => void): void {
    if (mode === 'taken' || res.headersSent || res.destroyed) return
    mode = 'taken'
    // Both compression and this function only ever set properties of this one object; the prototype's are untouched.
    for (const name of ['writeHead', 'write', 'end', 'on', 'flush', 'flushHeaders']) Reflect.deleteProperty(res, name)
    for (const name of res.getHeaderNames()) if (name !== 'set-cookie') res.removeHeader(name)
    answer()
    if (res.headersSent) Object.assign(res, { writeHead: () => res, write: () => true, end: () => res })
  }

  Object.assign(res, {
    writeHead(status: number, reason?: unknown, headers?: unknown) {
      res.statusCode = status
      setAll(res, (typeof reason === 'string' ? headers : reason) as Headers)
      if (passes()) inner.writeHead.call(res, res.statusCode)
      return res
    },
    write: (chunk: unknown, encoding: BufferEncoding) => (passes() ? inner.write.call(res, chunk, encoding) : true),
    end(chunk: unknown, encoding: BufferEncoding) {
      if (passes()) return inner.end.call(res, chunk, encoding)
      if (mode === 'swallow') take(instead)
      return res
    },
    flushHeaders() {
      if (passes()) inner.flushHeaders.call(res)
    },
  })

  handler(req, res).catch((error: unknown) => {
    if (mode === 'pass' && res.headersSent) res.destroy()
    take(() => replace.fault(error instanceof Error ? error.message : String(error)))
  })
  return { take }
}

const typeOf = (res: ServerResponse): string => String(res.getHeader('content-type') ?? '')
// One that is kept as a file is no page of this site, and brings its own policy.
const isPage = (res: ServerResponse): boolean =>
  typeOf(res).startsWith('text/html') && !/^attachment\b/i.test(String(res.getHeader('content-disposition') ?? ''))

// What answers in Next's place; undefined where its own answer is fit to be sent.
function replacementOf(req: IncomingMessage, res: ServerResponse, replace: Replacements): (() => void) | undefined {
  // The router's own protocol carries its faults in the body, and its client shows them.
  if (res.statusCode >= 500 && !typeOf(res).startsWith('text/x-component')) {
    return () => replace.fault(`Next answered ${res.statusCode}`)
  }
  // With the router, the page's own error boundary says it; a plain form would be left with a line of text.
  if (res.hasHeader('x-nextjs-action-not-found') && req.headers['next-action'] === undefined) return replace.outdated
  return res.statusCode === 404 && isPage(res) ? replace.notFound : undefined
}

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined

function setAll(res: ServerResponse, headers: Headers): void {
  if (Array.isArray(headers)) {
    for (let at = 0; at + 1 < headers.length; at += 2) res.setHeader(String(headers[at]), headers[at + 1] ?? '')
  } else {
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) res.setHeader(name, value)
  }
}

// @param policy of a page; undefined for everything else.
function finishHeaders(res: ServerResponse, policy: string | undefined, target: string): void {
  res.removeHeader('X-Powered-By')
  if (policy !== undefined) {
    res.setHeader('Content-Security-Policy', policy)
    res.setHeader('Cache-Control', 'private, no-store')
    return
  }
  // A download may bring a stricter policy of its own.
  if (!res.hasHeader('Content-Security-Policy')) {
    const built = target.startsWith('/_next/static/') && typeOf(res).includes('javascript')
    res.setHeader('Content-Security-Policy', built ? scriptPolicy : filePolicy)
  }
  // The address names the version that there is, so its answer never changes.
  if (res.statusCode === 200 && lasting.has(target)) {
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  }
}
