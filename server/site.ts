import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { cookieNames } from '#lib/cookies.ts'
import type { Env } from '#lib/env.ts'
import type { Theme } from '#lib/theme.ts'
import { forward } from '#server/applications.ts'
import type { Handler } from '#server/capture.ts'
import { DocumentStore, sendDocument } from '#server/documents.ts'
import type { ErrorStatus } from '#server/error-page.ts'
import { bodyLimitOf, cleanHeaders, type Incoming, refuse } from '#server/guard.ts'
import { commonHeaders, type Pairs, speculationRules, withPreviewHeaders } from '#server/headers.ts'
import { limitBody } from '#server/limit-body.ts'
import { impersonal, pathOf, personal, withQueryOf } from '#server/personal.ts'
import { readerOf } from '#server/reader.ts'
import { newReference } from '#server/reference.ts'
import { type Rendered, renderDocument, renderNotFound } from '#server/render.ts'
import { type Route, route } from '#server/routes.ts'
import { sendEmpty, sendError, sendPage, sendText } from '#server/send.ts'

/** What the site is made of; a test brings stand-ins. */
export interface Parts {
  /** Next's own request handler. */
  handler: Handler
  /** The version of the published content, read anew at each call. */
  contentVersion: () => number
  env: Pick<Env, 'siteOrigin' | 'secure' | 'trustProxy' | 'documentCacheBytes'>
  log: Record<'error' | 'debug', (fields: Record<string, unknown>, message: string) => void>
  /** Whether a line per request is wanted in the log. */
  logRequests: boolean
}

/** The kinds of address that Next renders. */
type ThroughNext = 'document' | 'answer' | 'preview' | 'other'

/** One request on its way, with what was found out about it. */
interface Exchange {
  req: IncomingMessage
  res: ServerResponse
  reference: string
  /** The common headers and the reference: for every answer. */
  always: Pairs
}

/** The whole site as a listener for node:http: documents from their copies, all else through Next. */
export function createSite(parts: Parts): RequestListener & { documents: DocumentStore } {
  const { handler, contentVersion, env } = parts
  const names = cookieNames(env.secure)
  const common = commonHeaders(env.secure)
  const documents = new DocumentStore(env.documentCacheBytes, common)

  function listener(req: IncomingMessage, res: ServerResponse): void {
    try {
      if (!fromCopy(req, res)) answer(begin(req, res))
    } catch (error) {
      fault(begin(req, res), error instanceof Error ? error.message : String(error))
    }
  }

  // The hot path. Keys are canonical addresses, so a raw target that is found needs no further reading.
  function fromCopy(req: IncomingMessage, res: ServerResponse): boolean {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    const reader = readerOf(req.headers.cookie, names)
    if (!reader.stranger) return false
    const document = documents.find(keyOf(req.url ?? '', reader.theme), contentVersion)
    if (!document) return false
    sendDocument(req, res, document, parts.logRequests ? begin(req, res).reference : newReference())
    return true
  }

  function begin(req: IncomingMessage, res: ServerResponse): Exchange {
    const reference = newReference()
    if (parts.logRequests) {
      const start = performance.now()
      const path = pathOf(req)
      res.once('finish', () => {
        const fields = { reference, method: req.method, path, status: res.statusCode, ms: performance.now() - start }
        parts.log.debug(fields, 'request')
      })
    }
    return { req, res, reference, always: [...common, ['X-Request-Id', reference]] }
  }

  function answer(exchange: Exchange): void {
    const { req, reference } = exchange
    const incoming: Incoming = {
      method: req.method ?? '',
      headers: req.headers,
      remoteAddress: req.socket.remoteAddress,
      localPort: req.socket.localPort,
    }
    const to = route(req.url ?? '')
    const refused = refuse(incoming, env, to.kind === 'other' ? bodyLimitOf(to.path) : undefined)
    const reads = incoming.method === 'GET' || incoming.method === 'HEAD'
    if (refused) error(exchange, refused)
    else if (!reads && onlyRead.has(to.kind)) notAllowed(exchange)
    else if (to.kind === 'document' || to.kind === 'answer' || to.kind === 'preview' || to.kind === 'other') {
      cleanHeaders(incoming, env, reference)
      throughNext(exchange, to)
    } else answerHere(exchange, to)
  }

  function throughNext(exchange: Exchange, to: Extract<Route, { kind: ThroughNext }>): void {
    if (to.kind === 'other') application(exchange, bodyLimitOf(to.path))
    else if (to.kind === 'answer') own(exchange, to.url).catch((reason: unknown) => fault(exchange, String(reason)))
    else if (to.kind === 'preview') preview(exchange, to.url)
    else document(exchange, to.url).catch((reason: unknown) => fault(exchange, String(reason)))
  }

  // What needs neither Next nor the store.
  function answerHere(exchange: Exchange, to: Exclude<Route, { kind: ThroughNext }>): void {
    const { req, res, always } = exchange
    switch (to.kind) {
      case 'bad':
        error(exchange, 400)
        break
      case 'absent':
        error(exchange, 404)
        break
      case 'redirect':
        sendEmpty(req, res, 308, [['Location', to.location], ...always])
        break
      case 'speculation-rules':
        sendText(req, res, 200, always, rulesHeaders, speculationRules)
        break
      case 'health':
        health(exchange)
    }
  }

  function application(exchange: Exchange, limit: number): void {
    const { req, res, reference, always } = exchange
    const forwarded = forward(req, res, handler, always, {
      fault: (reason) => fault(exchange, reason),
      outdated: () => error(exchange, 409),
      noted: (reason) => noted(exchange, reason),
      notFound: () => void page(exchange, renderNotFound(handler, personal(req, reference))),
    })
    limitBody(req, limit, () => forwarded.take(() => error(exchange, 413)))
  }

  async function document(exchange: Exchange, url: string): Promise<void> {
    const { req, res, reference } = exchange
    const reader = readerOf(req.headers.cookie, names)
    if (!reader.stranger) return own(exchange, url)
    const { theme } = reader
    const version = contentVersion()
    const key = keyOf(url, theme)
    const kept = documents.find(key, () => version)
    const outcome = kept
      ? ({ kind: 'document', document: kept } as const)
      : await documents.fill(key, version, () =>
          renderDocument(handler, url, impersonal(env.siteOrigin, names.theme, theme, reference)),
        )
    if (outcome.kind !== 'document') return page(exchange, Promise.resolve(outcome))
    if (!res.destroyed) sendDocument(req, res, outcome.document, reference)
  }

  function own(exchange: Exchange, url: string): Promise<void> {
    const { req, reference } = exchange
    return page(exchange, renderDocument(handler, withQueryOf(req, url), personal(req, reference)))
  }

  // Whose it is to see, its page decides. Nothing in it is fetched ahead: its address would go along.
  function preview(exchange: Exchange, url: string): void {
    const { req, reference } = exchange
    const own = { ...exchange, always: withPreviewHeaders(exchange.always) }
    const rendering = renderDocument(handler, url, personal(req, reference))
    page(own, rendering, false).catch((reason: unknown) => fault(own, String(reason)))
  }

  async function page(
    { req, res, ...exchange }: Exchange,
    rendering: Promise<Rendered>,
    fetchesAhead = true,
  ): Promise<void> {
    const rendered = await rendering
    if (rendered.kind === 'failed') return fault({ req, res, ...exchange }, rendered.reason)
    const headers: [string, string][] = exchange.always.map(([name, value]) => [name, value])
    for (const cookie of rendered.cookies) headers.push(['Set-Cookie', cookie])
    if (rendered.kind === 'redirect') {
      headers.push(['Location', rendered.location], ['Cache-Control', 'no-store'])
      return sendEmpty(req, res, rendered.status, headers)
    }
    if (rendered.links !== undefined) headers.push(['Link', rendered.links])
    if (rendered.status === 200 && fetchesAhead) headers.push(['Speculation-Rules', '"/speculation-rules.json"'])
    return sendPage(req, res, rendered.status, headers, rendered.html)
  }

  function health({ req, res, always }: Exchange): void {
    let status = 200
    try {
      contentVersion()
    } catch {
      status = 503
    }
    const body = JSON.stringify({ status: status === 200 ? 'ok' : 'unavailable' })
    sendText(req, res, status, always, healthHeaders, body)
  }

  function notAllowed({ req, res, reference, always }: Exchange): void {
    const headers: Pairs = [['Allow', 'GET, HEAD, OPTIONS'], ...always]
    if (req.method === 'OPTIONS') sendEmpty(req, res, 204, headers)
    else sendError(req, res, 405, reference, headers)
  }

  function error({ req, res, reference, always }: Exchange, status: ErrorStatus): void {
    sendError(req, res, status, reference, status === 405 ? [['Allow', 'GET, HEAD, POST, OPTIONS'], ...always] : always)
  }

  function fault(exchange: Exchange, reason: string): void {
    noted(exchange, reason)
    error(exchange, 500)
  }

  function noted({ req, reference }: Exchange, reason: string): void {
    parts.log.error({ reference, method: req.method, path: pathOf(req), reason }, 'a page failed')
  }

  return Object.assign(listener, { documents })
}

const onlyRead: ReadonlySet<Route['kind']> = new Set(['document', 'answer', 'preview', 'redirect'])

const rulesHeaders: Pairs = [
  ['Content-Type', 'application/speculationrules+json'],
  ['Cache-Control', 'public, max-age=3600'],
]

const healthHeaders: Pairs = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Cache-Control', 'no-store'],
]

// The theme stands in front, where no address can imitate it.
function keyOf(url: string, theme: Theme): string {
  return theme + url
}
