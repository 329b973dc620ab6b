import { xmlLine, xmlText } from './xml.ts'

export interface FeedEntry {
  /** An address of no page, which stays when the page moves. */
  id: string
  title: string
  url: string
  summary: string
  author: string
  category: string
  publishedAt: Date
  updatedAt: Date
}

export interface Feed {
  id: string
  title: string
  subtitle: string
  /** Of the page that it tells about, and its own. */
  url: string
  selfUrl: string
  entries: readonly FeedEntry[]
}

/**
 * The name of a thing for feed readers (RFC 4151), the same for ever on this host.
 * @param day from which on the host is who it is: any day of its life, never to be changed
 */
export const tagUri = (origin: string, day: string, name: string): string =>
  `tag:${new URL(origin).hostname},${day}:${name}`

/** A feed in Atom (RFC 4287). */
export function atomFeed({ id, title, subtitle, url, selfUrl, entries }: Feed): string {
  const latest = Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime()))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n',
    xmlLine('id', id),
    xmlLine('title', title),
    xmlLine('subtitle', subtitle),
    xmlLine('updated', new Date(latest).toISOString()),
    `<link rel="self" type="application/atom+xml" href="${xmlText(selfUrl)}"/>\n`,
    `<link rel="alternate" type="text/html" href="${xmlText(url)}"/>\n`,
    ...entries.map(entryXml),
    '</feed>\n',
  ].join('')
}

const entryXml = (entry: FeedEntry): string =>
  [
    '<entry>\n',
    xmlLine('id', entry.id),
    xmlLine('title', entry.title),
    `<link rel="alternate" type="text/html" href="${xmlText(entry.url)}"/>\n`,
    xmlLine('published', entry.publishedAt.toISOString()),
    xmlLine('updated', entry.updatedAt.toISOString()),
    `<author><name>${xmlText(entry.author)}</name></author>\n`,
    `<category term="${xmlText(entry.category)}"/>\n`,
    xmlLine('summary', entry.summary),
    '</entry>\n',
  ].join('')
