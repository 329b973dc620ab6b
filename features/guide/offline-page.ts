import { createHash } from 'node:crypto'
import { toHtml } from 'hast-util-to-html'
import { formatDay, formatUtcDay } from '#lib/format.ts'
import { nameInSentence } from './author-name.ts'
import type { WholeGuide } from './guide-file-queries.ts'
import { guideKindNames } from './guide-kinds.ts'
import { offlineStyle } from './offline-style.ts'
import { h, type OfflinePicture, offlineTree } from './offline-tree.ts'

const styleHash = createHash('sha256').update(offlineStyle).digest('base64')

/**
 * What the file may load and do, wherever it is opened: nothing but its own style and the pictures in it. It stands in the
 * file itself, since no header comes along with a download.
 */
export const offlinePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`

/**
 * A whole guide as one HTML file that can be kept and printed: no script, no request, everything written out.
 * @param pictures those of the guide, by id
 */
export function offlinePage(origin: string, guide: WholeGuide, pictures: ReadonlyMap<string, OfflinePicture>): string {
  const { title } = guide.guide
  const page = h('html', { lang: 'en-GB' }, [
    h('head', {}, [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: ['Content-Security-Policy'], content: offlinePolicy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', {}, `${title} · Guidepost`),
      h('link', { rel: ['canonical'], href: `${origin}/guides/${guide.guide.slug}` }),
      h('style', {}, offlineStyle),
    ]),
    h(
      'body',
      {},
      h('main', {}, head(origin, guide), contents(guide), text(origin, guide, pictures), ...end(origin, guide)),
    ),
  ])
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })
}

function head(origin: string, { guide, changedAt }: WholeGuide) {
  const address = `${origin}/guides/${guide.slug}`
  return h('header', {}, [
    h('p', { className: ['kicker'] }, guideKindNames[guide.kind].one),
    h('h1', {}, guide.title),
    h('p', { className: ['standfirst'] }, guide.standfirst),
    h('p', { className: ['soft'] }, [
      `By ${nameInSentence(guide.author.name)}. Reviewed ${formatDay(guide.reviewedOn)}. This is the guide as it was published on `,
      `${formatUtcDay(changedAt)}; the present one is at `,
      h('a', { href: address, className: ['spelled'] }, address),
      '.',
    ]),
  ])
}

function contents({ body: { headings } }: WholeGuide) {
  const entries = headings.filter(({ depth }) => depth === 2)
  if (entries.length < 2) return null
  return h('nav', {}, [
    h('h2', {}, 'In this guide'),
    h('ol', {}, ...entries.map(({ id, text: words }) => h('li', {}, h('a', { href: `#${id}` }, words)))),
  ])
}

const text = (origin: string, { body, context }: WholeGuide, pictures: ReadonlyMap<string, OfflinePicture>) =>
  h('div', { className: ['text'] }, offlineTree(body, { origin, context, pictures }).children.filter(isContent))

const isContent = <Node extends { type: string }>(node: Node): node is Exclude<Node, { type: 'doctype' }> =>
  node.type !== 'doctype'

function end(origin: string, { guide, explore }: WholeGuide) {
  const sources = guide.sources.map(({ title, publisher, url, date }) =>
    h('li', {}, [
      `${title}, ${publisher}${date ? `, ${formatDay(date)}` : ''}. `,
      h('a', { href: url, className: ['spelled'] }, url),
    ]),
  )
  const more = explore.map(({ slug, title }) => h('li', {}, h('a', { href: `${origin}/guides/${slug}` }, title)))
  return [
    sources.length > 0 ? h('section', { className: ['end'] }, h('h2', {}, 'Sources'), h('ol', {}, sources)) : null,
    more.length > 0 ? h('section', { className: ['end'] }, h('h2', {}, 'Explore more'), h('ul', {}, more)) : null,
  ]
}
