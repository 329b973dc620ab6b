import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import type { ErrorStatus } from '#server/error-page.ts'

const megabyte = 1024 * 1024

/** The most a request may carry; the forms of this site need far less. */
export const bodyLimit = megabyte

// Where files are sent. Who sends them is known before the handler reads; until then, nothing is kept of the body.
const fileLimits = new Map([
  ['/admin/pictures/upload', 11 * megabyte],
  ['/admin/transfer/import', 60 * megabyte],
])

/** The most a request to a path, spelled as the site spells it, may carry. */
export const bodyLimitOf = (path: string): number => fileLimits.get(path) ?? bodyLimit

const methods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])
const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What the guard has to know of a request. */
export interface Incoming {
  method: string
  headers: IncomingHttpHeaders
  /** The address and port of the two ends of the connection. */
  remoteAddress: string | undefined
  localPort: number | undefined
}

/** What the guard has to know of the site. */
export interface Site {
  siteOrigin: string
  trustProxy: boolean
}

/**
 * What is wrong with a request before anybody looks at what it wants, or undefined.
 * @param limit of its body, in bytes
 */
export function refuse(request: Incoming, site: Site, limit = bodyLimit): ErrorStatus | undefined {
  const { method, headers } = request
  if (!methods.has(method)) return 405
  if (headers.host === undefined) return 400
  if (reading.has(method)) return undefined
  if (Number(headers['content-length'] ?? 0) > limit) return 413
  return mayChange(request, site) ? undefined : 403
}

// A state may be changed only from the site's own pages. Every browser says where a form comes from; a request that
// does not say, or says `null`, is refused, because a page of another site can make a browser leave it out.
function mayChange(request: Incoming, site: Site): boolean {
  const { origin } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  if (fetchSite === 'cross-site' || fetchSite === 'same-site') return false
  const local = localHost(request)
  return origin === site.siteOrigin || (local !== undefined && origin === `http://${local}`)
}

/**
 * The Host header when it names this machine at the very port that was reached, so that a site can be tried out next to
 * whatever address it is going to have. Another name that resolves here (DNS rebinding) is not one of the three.
 */
export function localHost({ headers, localPort }: Pick<Incoming, 'headers' | 'localPort'>): string | undefined {
  const match = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/.exec(headers.host ?? '')
  return match && Number(match[1] ?? 80) === localPort ? headers.host : undefined
}

/** Where a request truly comes from: the socket's other end, or what the nearest proxy wrote, if it is to be believed. */
export function clientAddress({ headers, remoteAddress }: Incoming, trustProxy: boolean): string {
  const hop = trustProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined
  const address = hop && isIP(hop) ? hop : (remoteAddress ?? '')
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
}

// Headers by which Next, its proxies or this layer steer themselves; none of them is a client's to send.
const internal =
  /^(?:x-middleware-|x-nextjs-|x-next-|x-invoke-|x-now-|x-forwarded-)|^(?:x-matched-path|x-real-ip|x-client-address|x-request-id|x-prerender-revalidate|x-prerender-revalidate-if-generated|next-resume|forwarded|content-security-policy|content-security-policy-report-only)$/

/**
 * Makes a request's headers ready for Next, in place: what a client must not say is dropped, what only the server knows is
 * added. Next always sees the site's own host, whatever name the request came under, except in a local trial.
 */
export function cleanHeaders(request: Incoming, site: Site, reference: string): void {
  const { headers } = request
  const address = clientAddress(request, site.trustProxy)
  const local = localHost(request)
  const origin = local === undefined ? site.siteOrigin : `http://${local}`
  for (const name of Object.keys(headers)) if (internal.test(name)) delete headers[name]
  const { host, protocol } = new URL(origin)
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  headers['x-forwarded-for'] = address
  headers['x-client-address'] = address
  headers['x-request-id'] = reference
  // The origin was checked; a local page of a site with a name has the other spelling of the same place.
  if (headers.origin !== undefined && !reading.has(request.method)) headers.origin = origin
}
