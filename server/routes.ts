/** What a request's target is to this layer. */
export type Route =
  /** A document; `url` is its canonical path with the parameters that change it, and nothing else. */
  | { kind: 'document'; url: string }
  /** A document that answers what one person asked, in its query: rendered for each request and never kept. */
  | { kind: 'answer'; url: string }
  /** A working copy as a document: for those who may see it, and never kept. */
  | { kind: 'preview'; url: string }
  /** Another spelling of a path; `location` always starts with exactly one slash. */
  | { kind: 'redirect'; location: string }
  | { kind: 'bad' }
  /** Not here, and Next is not to be asked either. */
  | { kind: 'absent' }
  | { kind: 'health' }
  | { kind: 'speculation-rules' }
  /** Everything else is Next's: applications, form targets, static files. */
  | { kind: 'other'; path: string }

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const slugLength = 80

const single = new Set([
  ...['/', '/guides', '/skills', '/roles', '/assess', '/search', '/roles/compare'],
  ...['/which-role', '/which-role/questions', '/about', '/privacy', '/accessibility'],
])
const withSlug = new Set(['guides', 'skills', 'roles', 'authors'])

// Documents that anything may be asked of.
const asked = new Set(['/search', '/which-role/questions'])

// The parameters that change a document, in the order of its canonical address.
const parameters = new Map<string, readonly string[]>([
  ['/guides', ['kind', 'role']],
  ['/roles/compare', ['a', 'b', 'gone']],
])

/** Whether a text can be the slug of anything on this site. */
export function isSlug(text: string): boolean {
  return text.length <= slugLength && slug.test(text)
}

/** Whether a path, spelled as the site spells it, is a document. */
export function isDocument(path: string): boolean {
  if (single.has(path)) return true
  const parts = path.split('/')
  return parts.length === 3 && withSlug.has(parts[1] ?? '') && isSlug(parts[2] ?? '')
}

// By a guide's id for editors, by a secret for whoever was given the link; both as newId and newToken make them.
const preview = /^\/preview\/(?:guide\/[\w-]{22}|shared\/[\w-]{43})$/

/** Reads the target of a request line (origin form: path and query, as it came over the wire). */
export function route(target: string): Route {
  const at = target.indexOf('?')
  const path = at < 0 ? target : target.slice(0, at)
  const query = at < 0 ? '' : target.slice(at + 1)
  if (!path.startsWith('/') || target.includes('#') || path.includes('\\')) return { kind: 'bad' }
  if (asked.has(path) && query !== '') return { kind: 'answer', url: path }
  if (isDocument(path)) return { kind: 'document', url: path + documentQuery(path, query) }
  if (preview.test(path)) return { kind: 'preview', url: path + previewQuery(query) }

  const decoded = decode(path)
  if (decoded === undefined) return { kind: 'bad' }
  const canonical = collapse(decoded)
  // An encoded slash is part of a name, not a separator: it never makes a document.
  const spelled = /%2f/i.test(path) ? undefined : canonical.replace(/(?<=.)\/$/, '').toLowerCase()
  if (spelled !== undefined && isDocument(spelled)) return { kind: 'redirect', location: withQuery(spelled, query) }
  if (path.includes('//')) return { kind: 'redirect', location: withQuery(collapse(path), query) }

  if (path === '/healthz') return { kind: 'health' }
  if (path === '/speculation-rules.json') return { kind: 'speculation-rules' }
  // Of Next's own addresses only the built files are used; the image optimizer stays out of reach.
  if (path.startsWith('/_next') && !path.startsWith('/_next/static/')) return { kind: 'absent' }
  return { kind: 'other', path }
}

function documentQuery(path: string, query: string): string {
  const names = parameters.get(path)
  if (!names || query === '') return ''
  const given = new URLSearchParams(query)
  const kept: string[] = []
  for (const name of names) {
    const value = given.get(name)
    // A word that says something took place has one value, or each other one would be a page of its own.
    if (value !== null && (name === 'gone' ? value === 'yes' : isSlug(value))) kept.push(`${name}=${value}`)
  }
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function previewQuery(query: string): string {
  const theme = new URLSearchParams(query).get('theme')
  return theme === 'light' || theme === 'dark' ? `?theme=${theme}` : ''
}

// undefined for what no honest client sends: broken encoding, control characters, dot segments, backslashes.
function decode(path: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f\\]/.test(decoded)) return undefined
  return decoded.split('/').some((part) => part === '.' || part === '..') ? undefined : decoded
}

// One slash where several stood, also at the start: `//evil.com` would be another site's address.
function collapse(path: string): string {
  return path.replace(/\/{2,}/g, '/')
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`
}
