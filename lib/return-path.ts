/** Where a person lands who asked for nothing else. */
export const defaultReturnPath = '/me'

const longestPath = 500
const base = 'http://same.invalid'

/**
 * Where to go after a form, from a value that anybody may have put into a link.
 * @returns the path, query and fragment of a page of this site, or `/me` for anything else
 */
export function safeReturnPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > longestPath) return defaultReturnPath
  // Browsers read a backslash as a slash and drop tabs and line ends, so `/\evil` and `/<tab>/evil` lead elsewhere.
  if (!/^\/(?![/\\])/.test(value) || /[\\\p{C}]/u.test(value)) return defaultReturnPath
  // A proxy that decodes once more must not find what was refused above; a malformed escape is no path either.
  if (/%(?:0[0-9a-f]|1[0-9a-f]|7f|5c|2f|(?![0-9a-f]{2}))/i.test(value.split(/[?#]/, 1)[0] ?? '')) {
    return defaultReturnPath
  }
  try {
    const url = new URL(value, base)
    // Dots are resolved only now: `/..//evil` has become `//evil`.
    if (url.origin !== base || url.pathname.startsWith('//')) return defaultReturnPath
    return url.pathname + url.search + url.hash
  } catch {
    return defaultReturnPath
  }
}
