import type { IncomingMessage } from 'node:http'
import type { Theme } from '#lib/theme.ts'

/** A request's path for the log: a query, or a link that opens something by itself, holds what nobody should read there. */
export function pathOf(req: IncomingMessage): string {
  const path = (req.url ?? '').split('?', 1)[0] ?? ''
  return path
    .replace(/^\/setup\/.+/, '/setup/...')
    .replace(/^\/preview\/(?!guide\/).+/, '/preview/...')
    .slice(0, 200)
}

/**
 * What a shared copy is rendered from: nothing that any client sent, except which of three colour schemes it wants.
 * @param themeCookie the name of that cookie
 */
export function impersonal(
  siteOrigin: string,
  themeCookie: string,
  theme: Theme,
  reference: string,
): Record<string, string> {
  const { host, protocol } = new URL(siteOrigin)
  const headers: Record<string, string> = {
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
    'x-request-id': reference,
  }
  if (theme !== 'system') headers.cookie = `${themeCookie}=${theme}`
  return headers
}

const passedOn = [
  'host',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-for',
  'x-client-address',
  'user-agent',
  'cookie',
]

/** What a reader's own page is rendered from; the request's headers must be clean already. */
export function personal(req: IncomingMessage, reference: string): Record<string, string> {
  const headers: Record<string, string> = { 'x-request-id': reference }
  for (const name of passedOn) {
    const value = req.headers[name]
    if (typeof value === 'string') headers[name] = value
  }
  return headers
}

/**
 * The address of a reader's own page. It may say what just happened (`?saved=sql`), so it gets all of its query but the
 * router's own parameter.
 * @param url the document's canonical address
 */
export function withQueryOf(req: IncomingMessage, url: string): string {
  const target = req.url ?? ''
  const at = target.indexOf('?')
  if (at < 0) return url
  const query = target
    .slice(at + 1)
    .split('&')
    .filter((pair) => pair !== '' && !/^_rsc(?:=|$)/.test(pair))
    .join('&')
  const path = url.split('?', 1)[0] ?? url
  return query === '' ? path : `${path}?${query}`
}
