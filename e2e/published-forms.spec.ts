import { readFile } from 'node:fs/promises'
import { expect, flagship, test } from './fixtures.ts'
import { ask, scriptsOf } from './http.ts'

const howTo = '/guides/how-to-improve-communication-skills'

const addressesIn = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url)

/** What a page tells search engines, by type. */
function thingsOn(html: string): Map<string, Record<string, unknown>> {
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}'
  const { '@context': context, '@graph': things } = JSON.parse(data)
  expect(context).toBe('https://schema.org')
  return new Map(things.map((thing: Record<string, unknown>) => [thing['@type'], thing]))
}

/** A property of a page's head, as whoever reads it finds it. */
const tagOf = (html: string, name: string): string | undefined =>
  new RegExp(`<(?:meta (?:property|name)="${name}" content|link rel="${name}" href)="([^"]*)"`).exec(html)?.[1]

test('the sitemap leads to every kind of page, and robots.txt to the sitemap', async () => {
  const robots = await ask('/robots.txt')
  const [, sitemap = ''] = /^Sitemap: (\S+)$/m.exec(robots.text) ?? []
  expect(robots.text).toContain('Disallow: /admin\n')
  const index = await ask(new URL(sitemap).pathname)
  expect(index.headers['content-type']).toBe('application/xml; charset=utf-8')
  const parts = await Promise.all(addressesIn(index.text).map((url) => ask(new URL(url).pathname)))
  const pages = parts.flatMap(({ text }) => addressesIn(text))
  const paths = pages.map((url) => new URL(url).pathname)
  for (const path of [
    '/',
    '/guides',
    flagship,
    '/skills/sql',
    '/roles/backend-developer',
    '/authors/guidepost-editors',
  ]) {
    expect(paths).toContain(path)
  }
  expect(new Set(paths).size).toBe(paths.length)
  // Each is the canonical address of a page that is there: one of each kind, for the time it takes.
  for (const path of ['/which-role', '/roles/compare', ...paths.slice(0, 3), ...paths.slice(-3)]) {
    const { status, text } = await ask(path)
    expect([path, status]).toEqual([path, 200])
    expect(pages).toContain(tagOf(text, 'canonical')?.replace(/(?<=:\d+)$/, '/'))
  }
  const again = await ask('/sitemap.xml', { headers: { 'If-None-Match': String(index.headers.etag) } })
  expect([again.status, again.text]).toEqual([304, ''])
})

test('the feed is whole, and the pages lead to it', async ({ page }) => {
  await page.goto(flagship)
  const link = page.locator('head link[rel="alternate"][type="application/atom+xml"]')
  await expect(link).toHaveAttribute('href', '/feed.xml')
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Feed' })).toHaveAttribute('href', '/feed.xml')
  const { headers, text } = await ask('/feed.xml')
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  const read = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml')
    const all = (path: string) => [...feed.querySelectorAll(path)].map((node) => node.textContent ?? '')
    return { root: feed.documentElement.localName, ids: all('entry > id'), summaries: all('entry > summary') }
  }, text)
  expect(read.root).toBe('feed')
  expect(read.ids.length).toBeGreaterThan(0)
  expect(read.ids.length).toBeLessThanOrEqual(50)
  expect(new Set(read.ids).size).toBe(read.ids.length)
  expect(read.summaries.every((summary) => summary.length > 20)).toBe(true)
})

test('pages tell search engines what they are', async () => {
  for (const [path, types] of [
    ['/', ['Organization', 'WebSite']],
    [flagship, ['Article', 'Organization', 'BreadcrumbList']],
    [howTo, ['Article', 'BreadcrumbList']],
    ['/roles/backend-developer', ['Occupation', 'BreadcrumbList']],
    ['/skills/sql', ['DefinedTerm', 'BreadcrumbList']],
  ] as const) {
    const { text } = await ask(path)
    expect([...thingsOn(text).keys()], path).toEqual(expect.arrayContaining([...types]))
    expect(scriptsOf(text), path).toHaveLength(1)
  }
  const kinds = await ask('/guides?kind=how-to')
  expect(tagOf(kinds.text, 'canonical')).toMatch(/\/guides\?kind=how-to$/)
  const [, first = ''] = /href="(\/guides\/[a-z-]+)"/.exec(kinds.text.slice(kinds.text.indexOf('Guides found'))) ?? []
  const steps = thingsOn((await ask(first)).text).get('HowTo')?.step as { url: string; text: string }[]
  expect(steps.length).toBeGreaterThan(3)
  for (const { url, text } of steps) expect([new URL(url).hash.length > 1, text.length > 40]).toEqual([true, true])
})

test('a shared page has a picture, drawn once and at no other address', async () => {
  for (const path of ['/', flagship, '/roles/backend-developer', '/skills/sql']) {
    const { text } = await ask(path)
    const address = tagOf(text, 'og:image') ?? ''
    expect([tagOf(text, 'og:image:width'), tagOf(text, 'og:image:height')]).toEqual(['1200', '630'])
    expect(tagOf(text, 'og:image:alt')).toBeTruthy()
    expect(tagOf(text, 'twitter:card')).toBe('summary_large_image')
    const { pathname } = new URL(address)
    const { status, headers, bytes } = await ask(pathname)
    expect([status, headers['content-type']]).toEqual([200, 'image/png'])
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]))
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    expect((await ask(`${pathname}?title=other`)).headers.etag).toBe(headers.etag)
    expect((await ask(pathname, { method: 'HEAD' })).bytes).toHaveLength(0)
  }
  expect((await ask('/guides/no-such-guide/picture.png')).status).toBe(404)
})

test('a guide is there as Markdown', async () => {
  const { headers, text } = await ask(`${flagship}.md`)
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8')
  expect(headers.link).toMatch(/\/guides\/backend-developer-skills>; rel="canonical"$/)
  expect(text).toMatch(/^---\ntitle: "Backend developer skills"\n/)
  expect(text).toMatch(/\n### Step 1: /)
  expect(text).toContain('- A strong answer: ')
  expect(text).not.toMatch(/^\s*:::|:related\[|\]\(\/|<script/m)
  expect((await ask(flagship)).text).toContain(`type="text/markdown" href="http`)
  const again = await ask(`${flagship}.md`, { headers: { 'If-None-Match': String(headers.etag) } })
  expect(again.status).toBe(304)
  expect((await ask('/guides/no-such-guide.md')).status).toBe(404)
})

test('a guide can be kept as a file that runs and asks for nothing', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false, acceptDownloads: true })
  await page.goto(flagship)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Keep a copy' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('guidepost-backend-developer-skills.html')
  const html = await readFile(await download.path(), 'utf8')
  expect(html).not.toMatch(/<script|<[^>]*\son\w+=/i)
  expect(html).not.toMatch(/\ssrc="(?!data:)/)
  const { headers } = await ask(`${flagship}/offline`)
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-.*; sandbox$/)

  // With scripts allowed nothing in it runs, its own style applies, and it needs no network.
  const reader = await visitor({ offline: true })
  await reader.setContent(html)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Backend developer skills')
  await expect(reader.getByText('A strong answer').first()).toBeVisible()
  await expect(reader.getByText('Expert', { exact: true }).first()).toBeVisible()
  expect(await reader.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).toBe('680px')
  await reader.emulateMedia({ media: 'print' })
  await expect(reader.getByRole('navigation')).toBeHidden()
})

test('a guide prints without what is only for the screen', async ({ page }) => {
  await page.goto(flagship)
  await page.emulateMedia({ media: 'print' })
  for (const furniture of [page.getByRole('banner'), page.getByRole('contentinfo'), page.locator('#toolkit')]) {
    await expect(furniture).toBeHidden()
  }
  await expect(page.locator('form:visible, nav:visible, button:visible')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('A strong answer').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible()
})
