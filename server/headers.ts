import { randomBytes } from 'node:crypto'

/** Header names with their values. */
export type Pairs = readonly (readonly [string, string])[]

// Files to keep are fetched when they are asked for.
const fetchedAhead = {
  and: [{ href_matches: ['/guides/*', '/skills/*', '/roles/*'] }, { not: { href_matches: '/guides/*/offline' } }],
}

/** Documents are fetched ahead when the pointer rests on a link; nothing is prerendered, nothing personal is touched. */
export const speculationRules = JSON.stringify({ prefetch: [{ where: fetchedAhead, eagerness: 'moderate' }] })

const shared =
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'; manifest-src 'self'; object-src 'none'"

/** What a document may load: the site's own files and nothing inline. */
export const documentPolicy = `default-src 'none'; script-src 'self'; style-src 'self'; ${shared}`

/** What the preview of a working copy may load: the same, and the editors' own pages may frame it. */
export const previewPolicy = documentPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")

/** What anything that is not a page may load, should it ever be opened as one. */
export const filePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The same for a built script: one that runs as a worker obeys its own policy, and has to load its other parts. */
export const scriptPolicy = `${filePolicy}; script-src 'self'`

/** What an application may load: scripts by nonce, what those load themselves, and this site's workers and frames. */
export function applicationPolicy(nonce: string): string {
  const own = `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'`
  return `default-src 'none'; ${own}; worker-src 'self'; frame-src 'self'; ${shared}`
}

/** 128 bits from the system's generator, new for each response. */
export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

const fixed: Pairs = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
]

/**
 * The headers of every response, whatever it is and whoever made it.
 * @param secure whether the site is reached over TLS; a plain one must not promise it.
 */
export function commonHeaders(secure: boolean): Pairs {
  return secure ? [...fixed, ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] as const] : fixed
}

/** How the preview of a working copy differs from a document: only this site may frame it, and its address is a secret. */
const previewHeaders: Pairs = [
  ['Content-Security-Policy', previewPolicy],
  ['X-Frame-Options', 'SAMEORIGIN'],
  // With no-referrer, a form here would not say where it comes from, and be refused.
  ['Referrer-Policy', 'same-origin'],
  ['X-Robots-Tag', 'noindex'],
]

/** @returns the headers of every response as they are for a preview */
export function withPreviewHeaders(always: Pairs): Pairs {
  const replaced = new Set(previewHeaders.map(([name]) => name))
  return [...always.filter(([name]) => !replaced.has(name)), ...previewHeaders]
}

/** Keeps what a browser should fetch early (fonts, styles) of a Link header, and drops what only the framework's scripts need. */
export function linksWithoutScripts(link: string): string {
  return link
    .split(/,\s*(?=<)/)
    .filter((part) => !/;\s*as="?script"?|;\s*rel="?modulepreload"?/i.test(part))
    .join(', ')
}
