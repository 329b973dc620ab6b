import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from '#server/accept.ts'
import { compress } from '#server/compress.ts'
import { type ErrorStatus, errorPage } from '#server/error-page.ts'
import { documentPolicy, filePolicy, type Pairs } from '#server/headers.ts'

// Below this a compressed answer saves no packet; error pages stay below it, so that they are sent at once.
const worthCompressing = 2048

/** Sends a page that was made for one request: never shared, never kept. */
export async function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  headers: Pairs,
  html: string,
): Promise<void> {
  const plain = Buffer.from(html)
  const encoding =
    plain.length < worthCompressing ? 'identity' : chooseEncoding(req.headers['accept-encoding']?.toString())
  const bytes = encoding === 'identity' ? plain : await compress(plain, encoding, false)
  const coded: Pairs = encoding === 'identity' ? [] : [['Content-Encoding', encoding]]
  sendBytes(req, res, status, [...unless(headers, pageHeaders), ...headers, ...coded], bytes)
}

// Who answers may bring a policy of its own; two of them would both be obeyed.
function unless(given: Pairs, usual: Pairs): Pairs {
  const names = new Set(given.map(([name]) => name))
  return usual.filter(([name]) => !names.has(name))
}

const pageHeaders: Pairs = [
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Cache-Control', 'private, no-store'],
  ['Vary', 'Accept-Encoding, Cookie'],
  ['Content-Security-Policy', documentPolicy],
]

/** Sends an error page, at once. A client that is still sending what nobody is going to read is told to hang up. */
export function sendError(
  req: IncomingMessage,
  res: ServerResponse,
  status: ErrorStatus,
  reference: string,
  headers: Pairs,
): void {
  const unread =
    !req.complete && (req.headers['content-length'] ?? '0') + (req.headers['transfer-encoding'] ?? '') !== '0'
  if (unread) drain(req, res)
  const close: Pairs = unread ? [['Connection', 'close']] : []
  sendBytes(
    req,
    res,
    status,
    [...unless(headers, pageHeaders), ...headers, ...close],
    Buffer.from(errorPage(status, reference)),
  )
}

const emptyHeaders: Pairs = [['Content-Security-Policy', filePolicy]]

/** Sends a redirect, or another answer that has no body. */
export function sendEmpty(req: IncomingMessage, res: ServerResponse, status: number, headers: Pairs): void {
  sendBytes(req, res, status, [...unless(headers, emptyHeaders), ...headers], Buffer.alloc(0))
}

/** Sends a small text that is not a page; `own` says what it is. */
export function sendText(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  headers: Pairs,
  own: Pairs,
  text: string,
): void {
  sendBytes(req, res, status, [...own, ['Content-Security-Policy', filePolicy], ...headers], Buffer.from(text))
}

function sendBytes(req: IncomingMessage, res: ServerResponse, status: number, headers: Pairs, bytes: Buffer): void {
  if (res.headersSent || res.destroyed) return
  const all = status === 204 ? headers : [...headers, ['Content-Length', String(bytes.length)] as const]
  res.writeHead(status, all.flat())
  if (req.method === 'HEAD') res.end()
  else res.end(bytes)
}

// Closing at once would reset the connection before the client has read why; reading on for ever would let it send for ever.
function drain(req: IncomingMessage, res: ServerResponse): void {
  req.resume()
  res.once('finish', () => setTimeout(() => req.destroy(), 1000).unref())
}
