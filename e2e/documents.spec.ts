import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { write } from '#db/client.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { readContent } from '#features/content/content-files.ts'
import { contentOf, readDraft } from '#features/draft/draft-content.ts'
import { publishDraft, saveDraft } from '#features/draft/draft-writes.ts'
import { publishGuideFile } from '#features/draft/guide-file-writes.ts'
import { parseBody } from '#features/guide/guide-body.ts'
import type { GuideInput } from '#features/guide/guide-input.ts'
import { expect, flagship, origin, test } from './fixtures.ts'
import { type Answer, ask, newGuest, scriptsOf } from './http.ts'

// In their order, in one process: two of them change what the documents say.
test.describe.configure({ mode: 'default' })

const edited = 'problem-solving-skills'

/** A guide of the starting content, as its file has it. */
function guideFile(slug: string): GuideInput {
  const { content } = readContent(join(import.meta.dirname, '../db/content'))
  const guide = content.guides.find((each) => each.slug === slug)
  if (!guide) throw new Error(`There is no guide ${slug}`)
  return guide
}

/** Publishes a guide of the starting content at another address than it has. */
async function publishAt(slug: string, from: string): Promise<void> {
  const draft = readDraft(contentOf({ ...guideFile(edited), slug }))
  await write(async (tx) => {
    const [row] = await tx.select().from(guideDrafts).where(eq(guideDrafts.slug, from))
    if (!row) throw new Error(`There is no guide ${from}`)
    await saveDraft(tx, row.id, row.version, draft, { errors: 0, warnings: 0 }, null)
    await publishDraft(tx, row.id, draft, { note: 'A test of the browser', byId: null })
  })
}

/** Everything a document may never be for a stranger or for a shared cache. */
function expectPrivate({ headers }: Answer): void {
  expect(headers['cache-control']).toBe('private, no-store')
  expect(headers.etag).toBeUndefined()
}

test('a stranger’s guide has one script, and it is small', async () => {
  const { status, headers, text } = await ask(flagship)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  const scripts = scriptsOf(text)
  expect(scripts).toHaveLength(1)
  const source = /src="(\/enhance\.js\?v=[^"]+)"/.exec(scripts[0] ?? '')?.[1] ?? ''
  expect(text).not.toMatch(/\son[a-z]+="|javascript:/i)
  expect(text).not.toMatch(/rel="(?:modulepreload|preload)"[^>]*\bas="script"/)

  const script = await ask(source, { headers: { 'Accept-Encoding': 'identity' } })
  expect(script.status).toBe(200)
  expect(script.bytes.length).toBeLessThanOrEqual(5 * 1024)
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('every document is one without the framework', async () => {
  const documents = [
    '/',
    '/guides',
    '/guides?kind=how-to',
    '/skills',
    '/skills/sql',
    '/roles',
    '/roles/backend-developer',
  ]
  documents.push('/assess', '/about', '/privacy', '/accessibility', '/authors/guidepost-editors')
  for (const path of documents) {
    const { status, headers, text } = await ask(path)
    expect(status, path).toBe(200)
    expect(scriptsOf(text), path).toHaveLength(1)
    expect(headers['content-security-policy'], path).toContain("script-src 'self';")
    expect(headers.etag, path).toBeTruthy()
  }
})

test('a copy is asked for again with its ETag', async () => {
  const first = await ask(flagship)
  const etag = first.headers.etag ?? ''
  expect(etag).toMatch(/^"[^"]+"$/)
  for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await ask(flagship, { headers: { 'If-None-Match': header } })
    expect(again.status, header).toBe(304)
    expect(again.bytes.length).toBe(0)
    expect(again.headers.etag).toBe(etag)
    expect(again.headers['cache-control']).toBe(first.headers['cache-control'])
    expect(again.headers.vary).toBe(first.headers.vary)
  }
  expect((await ask(flagship, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
})

test('brotli, gzip and plain bytes are the same page', async () => {
  const plain = await ask(flagship)
  expect(plain.headers['content-encoding']).toBeUndefined()
  const tags = new Set([plain.headers.etag])
  for (const [accept, expected] of [
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const) {
    const { headers, text, bytes } = await ask(flagship, { headers: { 'Accept-Encoding': accept } })
    expect(headers['content-encoding'], accept).toBe(expected)
    expect(headers.vary).toContain('Accept-Encoding')
    expect(Number(headers['content-length'])).toBe(bytes.length)
    expect(text).toBe(plain.text)
    tags.add(headers.etag)
  }
  expect(tags.size).toBe(3)
  for (const accept of ['zstd', '', 'identity;q=0, *;q=0', 'br;q=nonsense']) {
    const { text } = await ask(flagship, { headers: { 'Accept-Encoding': accept } })
    expect(text, accept).toBe(plain.text)
  }
})

test('HEAD answers as GET does, without the page', async () => {
  for (const path of [flagship, '/guides', '/nothing-here', '/guides/nothing-here', '/healthz', '//guides']) {
    const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)]
    expect(head.bytes.length, path).toBe(0)
    expect(head.status, path).toBe(get.status)
    for (const name of [
      'content-type',
      'content-length',
      'etag',
      'cache-control',
      'location',
      'content-security-policy',
    ])
      expect(head.headers[name], `${name} of ${path}`).toBe(get.headers[name])
  }
})

test('what only can be read refuses everything else', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const { status, headers, text } = await ask(flagship, { method, headers: { Origin: origin }, body: 'a=b' })
    expect(status, method).toBe(405)
    expect(headers.allow).toBe('GET, HEAD, OPTIONS')
    expect(text).toContain('Reference')
  }
  const options = await ask(flagship, { method: 'OPTIONS' })
  expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
  expect(options.bytes.length).toBe(0)
  const trace = await ask(flagship, { method: 'PROPFIND' })
  expect(trace.status).toBe(405)
  expect(trace.headers.allow).toBeTruthy()
})

test('an address is spelled in one way', async () => {
  for (const [spelled, canonical] of [
    ['/guides/', '/guides'],
    ['/Guides', '/guides'],
    ['//guides', '/guides'],
    ['/guides//backend-developer-skills', flagship],
    [`${flagship}/`, flagship],
    ['/guides/Backend-Developer-Skills', flagship],
    ['/guides/%62ackend-developer-skills', flagship],
    ['/guides/?kind=how-to', '/guides?kind=how-to'],
    ['/ROLES/backend-developer/', '/roles/backend-developer'],
    ['//evil.example', '/evil.example'],
    ['///evil.example//guides', '/evil.example/guides'],
  ] as const) {
    const { status, headers, bytes } = await ask(spelled)
    expect([status, headers.location], spelled).toEqual([308, canonical])
    expect(bytes.length).toBe(0)
    // Not a chain: where it leads is where it is.
    expect((await ask(canonical)).status, canonical).not.toBe(308)
  }
})

test('what cannot be read is a bad request', async () => {
  for (const target of [
    '/%',
    '/%ff',
    '/guides/%E0%A4%A',
    '/guides/%00',
    '/guides/a\\b',
    '/guides/..%2f',
    '/a/%2e%2e/b',
  ]) {
    const { status, headers, text } = await ask(target)
    expect(status, target).toBe(400)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('Reference')
  }
})

test('a parameter that changes nothing shares the copy', async () => {
  const { etag } = (await ask(flagship)).headers
  for (const query of [
    '?utm_source=news&utm_medium=mail',
    '?',
    '?fbclid=1',
    '?saved=sql',
    '?_rsc=abc',
    '?%ff',
    '?a=%',
  ]) {
    const { status, headers } = await ask(flagship + query)
    expect([status, headers.etag], query).toEqual([200, etag])
  }
  const all = (await ask('/guides')).headers.etag
  const some = (await ask('/guides?kind=how-to')).headers.etag
  expect(some).not.toBe(all)
  expect((await ask('/guides?utm_source=x&kind=how-to')).headers.etag).toBe(some)
  expect((await ask('/guides?kind=NO%20SUCH')).headers.etag).toBe(all)
})

test('the router’s own headers change nothing', async () => {
  const { etag } = (await ask(flagship)).headers
  const known = await ask(flagship, { headers: { Cookie: await newGuest() } })
  for (const headers of [
    { RSC: '1' },
    { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-State-Tree': '%5B%22%22%5D' },
    { 'Next-Router-Segment-Prefetch': '/_tree' },
    { 'x-nextjs-data': '1' },
    { 'x-middleware-prefetch': '1' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  ] as Record<string, string>[]) {
    const answer = await ask(flagship, { headers })
    expect([answer.headers.etag, answer.headers['content-type']]).toEqual([etag, 'text/html; charset=utf-8'])
    const own = await ask(flagship, { headers: { ...headers, Cookie: await newGuest() } })
    expect(own.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(own.text.length).toBe(known.text.length)
    expect(own.text).not.toContain('evil.example')
  }
})

test('a reader with a profile gets a page of their own', async () => {
  const cookie = await newGuest('sql', '2')
  expect(cookie).toMatch(/^guest=[\w-]{43}$/)
  for (const path of [flagship, '/skills', '/', '/roles/backend-developer']) {
    const own = await ask(path, { headers: { Cookie: cookie } })
    expect(own.status).toBe(200)
    expectPrivate(own)
    expect(scriptsOf(own.text)).toHaveLength(1)
    expect(own.text, path).toContain('My profile')
    // What one reader has never comes to the next.
    expect((await ask(path)).text, path).not.toContain('My profile')
  }
  expect((await ask(flagship, { headers: { Cookie: cookie } })).text).toContain('You: Working')
  // A made-up cookie is nobody's, and gets no shared copy either.
  const invented = await ask(flagship, { headers: { Cookie: `guest=${'x'.repeat(43)}` } })
  expectPrivate(invented)
  expect(invented.text).not.toContain('My profile')
})

test('what is not there is a 404, and nothing is kept of it', async () => {
  for (const path of [
    '/guides/no-such-guide',
    '/skills/none',
    '/roles/none',
    '/authors/none',
    '/nothing',
    '/a/b/c',
    '/guides/a/b',
  ]) {
    for (const _ of [1, 2]) {
      const answer = await ask(path)
      expect(answer.status, path).toBe(404)
      expectPrivate(answer)
      expect(answer.text).toContain('There is nothing at this address')
    }
  }
})

test('a guide that is edited through the write door shows at the next request', async () => {
  const guide = guideFile(edited)
  const before = await ask(`/guides/${edited}`)
  const own = await newGuest()
  const sentence = 'This sentence was published a moment ago.'
  const markdown = guide.markdown.replace(/\n## /, `\n${sentence}\n\n## `)
  expect(markdown).toContain(sentence)
  try {
    await write((tx) =>
      publishGuideFile(tx, { ...guide, markdown, body: parseBody(markdown) }, { note: 'A test of the browser' }),
    )
    const after = await ask(`/guides/${edited}`, { headers: { 'If-None-Match': before.headers.etag ?? '' } })
    expect(after.status).toBe(200)
    expect(after.text).toContain(sentence)
    expect((await ask(`/guides/${edited}`, { headers: { Cookie: own } })).text).toContain(sentence)
    expect((await ask(`/guides/${edited}`, { headers: { 'Accept-Encoding': 'br' } })).text).toContain(sentence)
  } finally {
    await write((tx) => publishGuideFile(tx, guide, { note: 'As it was' }))
  }
  const back = await ask(`/guides/${edited}`)
  expect(back.text).not.toContain(sentence)
  expect(back.headers.etag).toBe(before.headers.etag)
})

test('a guide that is renamed leads to its new address', async () => {
  const renamed = 'problem-solving-at-work'
  expect((await ask(`/guides/${renamed}`)).status).toBe(404)
  await publishAt(renamed, edited)
  try {
    const old = await ask(`/guides/${edited}`)
    expect([old.status, old.headers.location]).toEqual([308, `/guides/${renamed}`])
    // The 404 from above was not kept.
    expect((await ask(`/guides/${renamed}`)).status).toBe(200)
    const own = await ask(`/guides/${edited}`, { headers: { Cookie: await newGuest() } })
    expect([own.status, own.headers.location]).toEqual([308, `/guides/${renamed}`])
    expect((await ask('/guides')).text).toContain(`/guides/${renamed}`)
  } finally {
    await publishAt(edited, renamed)
  }
  expect((await ask(`/guides/${edited}`)).status).toBe(200)
  expect((await ask(`/guides/${renamed}`)).headers.location).toBe(`/guides/${edited}`)
})
