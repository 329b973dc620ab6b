import { expect, it } from 'vitest'
import { atomFeed, tagUri } from './atom.ts'
import { urlSet } from './sitemap.ts'
import { xmlText } from './xml.ts'

it('writes what XML would read as markup so that it reads a text', () => {
  expect(xmlText(`]]> & <a b="c" d='e'>`)).toBe(']]&gt; &amp; &lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;')
})

it('leaves out what XML cannot hold, and nothing else', () => {
  expect(xmlText('a\u0000b\u001b\ufffec\td\ne\u{1f600}')).toBe('abc\td\ne\u{1f600}')
  expect(xmlText('broken \ud800 pair')).toBe('broken \ufffd pair')
})

it('names a page for search engines with the moment of its last change', () => {
  const xml = urlSet('https://a.example', [
    { path: '/guides/a', changedAt: new Date(Date.UTC(2026, 10, 3)) },
    { path: '/x?a=1&b=2' },
  ])
  expect(xml).toContain(
    '<url>\n<loc>https://a.example/guides/a</loc>\n<lastmod>2026-11-03T00:00:00.000Z</lastmod>\n</url>',
  )
  expect(xml).toContain('<url>\n<loc>https://a.example/x?a=1&amp;b=2</loc>\n</url>')
})

it('keeps the titles of a feed from breaking it', () => {
  const entry = {
    ...{ id: 'tag:a', title: 'C++ & <script>alert("1")</script>', url: 'https://a.example/?a&b', summary: ']]>' },
    ...{ author: "O'Neill", category: '"', publishedAt: new Date(0), updatedAt: new Date(1000) },
  }
  const xml = atomFeed({ id: 'tag:f', title: 'T', subtitle: 'S', url: 'u', selfUrl: 'v', entries: [entry] })
  expect(xml).toContain('<title>C++ &amp; &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</title>')
  expect(xml).toContain('<category term="&quot;"/>')
  expect(xml).toContain('<updated>1970-01-01T00:00:01.000Z</updated>\n<link rel="self"')
})

it('names a thing by the host alone, without its port', () => {
  expect(tagUri('http://localhost:3000', '2026-11-22', 'guide/x')).toBe('tag:localhost,2026-11-22:guide/x')
})
