import { xmlLine } from './xml.ts'

/** How many addresses one file of the sitemap names; the protocol allows ten times as many. */
export const addressesAtMost = 5000

export interface SitemapEntry {
  path: string
  /** When what stands there changed last; left out where nobody knows. */
  changedAt?: Date
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** One file of a sitemap. */
export function urlSet(origin: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(
    ({ path, changedAt }) =>
      `<url>\n${xmlLine('loc', origin + path)}${changedAt ? xmlLine('lastmod', changedAt.toISOString()) : ''}</url>\n`,
  )
  return `${declaration}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`
}

/** The file that names the others. */
export function sitemapIndex(origin: string, paths: readonly string[]): string {
  const files = paths.map((path) => `<sitemap>\n${xmlLine('loc', origin + path)}</sitemap>\n`)
  return `${declaration}<sitemapindex ${namespace}>\n${files.join('')}</sitemapindex>\n`
}
