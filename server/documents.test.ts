import { afterEach, describe, expect, test } from 'vitest'
import { nextPage, sendNextPage, startSite } from '#server/testing.ts'

let stop = () => {}
afterEach(() => stop())

async function start(...args: Parameters<typeof startSite>) {
  const site = await startSite(...args)
  stop = site.stop
  return site
}

describe('a stranger', () => {
  test('shares one copy, rendered from nothing that a client sent', async () => {
    const { get, seen } = await start((_, res) => sendNextPage(res, 'Guide'))
    const headers = {
      'user-agent': 'x',
      rsc: '1',
      'accept-language': 'de',
      'x-forwarded-host': 'evil.example',
      cookie: 'a=b',
    }
    const first = await get('/guides/sql?utm_source=x&_rsc=1', headers)
    const second = await get('/guides/sql')
    expect(first.text).toBe(second.text)
    expect(first.text).toContain('<h1>Guide</h1>')
    expect(first.text).not.toMatch(/_next\/a\.js|__next_f|<!--/)
    expect(first.text).toContain('/enhance.js?v=1')
    expect(seen).toEqual([
      {
        url: '/guides/sql',
        headers: {
          accept: 'text/html',
          host: 'guidepost.example',
          'x-forwarded-host': 'guidepost.example',
          'x-forwarded-proto': 'https',
          'x-request-id': expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/),
        },
      },
    ])
  })

  test('gets it in the form asked for, with a tag that saves the next transfer', async () => {
    const { get } = await start((_, res) => sendNextPage(res, 'Guide'))
    for (const encoding of ['br', 'gzip', 'identity']) {
      const ask = { 'accept-encoding': encoding }
      const page = await get('/guides/sql', ask)
      expect(page.status).toBe(200)
      expect(page.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding)
      expect(page.headers['content-length']).toBe(String(page.raw.length))
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        vary: 'Accept-Encoding, Cookie',
        'cache-control': 'public, max-age=0, must-revalidate',
        'speculation-rules': '"/speculation-rules.json"',
        link: '</f.woff2>; rel=preload; as="font"',
      })
      expect(page.headers['x-powered-by']).toBeUndefined()
      const etag = String(page.headers.etag)
      expect(etag).toMatch(/^"[\w-]{20}-(br|gzip|identity)"$/)

      const again = await get('/guides/sql', { ...ask, 'if-none-match': `"other", W/${etag}` })
      expect([again.status, again.raw.length, again.headers.etag]).toEqual([304, 0, etag])
      expect(again.headers.vary).toBe('Accept-Encoding, Cookie')
      expect((await get('/guides/sql', { ...ask, 'if-none-match': '"other"' })).status).toBe(200)

      const head = await get('/guides/sql', ask, 'HEAD')
      expect(head.raw).toHaveLength(0)
      const { date: _date, 'x-request-id': _id, ...same } = head.headers
      expect(page.headers).toMatchObject(same)
    }
  })

  test('gets the whole for a part, and every request its own reference', async () => {
    const { get } = await start((_, res) => sendNextPage(res, 'Guide'))
    const [a, b] = [await get('/guides/sql', { range: 'bytes=0-9' }), await get('/guides/sql')]
    expect([a.status, a.text]).toEqual([200, b.text])
    expect(a.headers['x-request-id']).not.toBe(b.headers['x-request-id'])
  })

  test('sees the theme of the cookie, one copy for each', async () => {
    const { get, seen } = await start((req, res) => sendNextPage(res, req.headers.cookie ?? 'system'))
    expect((await get('/', { cookie: 'theme=dark' })).text).toContain('<h1>theme=dark</h1>')
    expect((await get('/', { cookie: 'theme=light' })).text).toContain('<h1>theme=light</h1>')
    expect((await get('/', { cookie: 'theme=%3Cscript%3E' })).text).toContain('<h1>system</h1>')
    await get('/', { cookie: 'x=1; theme=dark' })
    expect(seen).toHaveLength(3)
  })

  test('sees a change of the content at the next request', async () => {
    let version = 1
    const { get, seen } = await start((_, res) => sendNextPage(res, `version ${version}`), {
      contentVersion: () => version,
    })
    const before = await get('/guides/sql')
    await get('/guides/sql')
    version = 2
    const after = await get('/guides/sql', { 'if-none-match': String(before.headers.etag) })
    expect(after.status).toBe(200)
    expect(after.text).toContain('version 2')
    expect(seen).toHaveLength(2)
  })

  test('never sees what a publish overtook while it was rendered', async () => {
    let version = 1
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { get, seen } = await start(
      async (_, res) => {
        const title = `version ${version}`
        if (seen.length === 1) await held
        sendNextPage(res, title)
      },
      { contentVersion: () => version },
    )
    const slow = get('/guides/sql')
    await expect.poll(() => seen.length).toBe(1)
    version = 2
    expect((await get('/guides/sql')).text).toContain('version 2')
    release()
    expect((await slow).text).toContain('version 1')
    expect((await get('/guides/sql')).text).toContain('version 2')
    expect(seen).toHaveLength(2)
  })

  test('waits together with everybody else for one rendering', async () => {
    const { get, seen } = await start(async (_, res) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      sendNextPage(res, 'Guide')
    })
    const pages = await Promise.all(Array.from({ length: 20 }, () => get('/guides/sql')))
    expect(new Set(pages.map((page) => page.text)).size).toBe(1)
    expect(seen).toHaveLength(1)
  })
})

describe('errors', () => {
  const failures: [string, Parameters<typeof startSite>[0]][] = [
    ['a page that answers 500', (_, res) => sendNextPage(res, 'secret stack', 500)],
    ['a handler that throws', () => Promise.reject(new Error('secret stack'))],
    [
      'a page whose part failed',
      (_, res) => void res.setHeader('content-type', 'text/html').end('<!--$!-->secret stack'),
    ],
    [
      'a page that comes late',
      (_, res) => void res.setHeader('content-type', 'text/html').end('<!--$?-->secret stack'),
    ],
    ['a page that breaks off', (_, res) => void res.destroy(new Error('secret stack'))],
    ['an answer that is no page', (_, res) => void res.setHeader('content-type', 'text/plain').end('secret stack')],
  ]
  test.each(failures)('%s becomes the error page, is logged and is not kept', async (_, failing) => {
    let broken = true
    const { get, faults } = await start((req, res) => (broken ? failing(req, res) : sendNextPage(res, 'Well again')))
    const page = await get('/guides/sql')
    const reference = String(page.headers['x-request-id'])
    expect(page.status).toBe(500)
    expect(page.text).toContain('Something went wrong on our side')
    expect(page.text).toContain(`<code>${reference}</code>`)
    expect(page.text).not.toContain('secret')
    expect(page.headers['cache-control']).toBe('private, no-store')
    expect(faults).toEqual([{ reference, method: 'GET', path: '/guides/sql', reason: expect.any(String) }])
    broken = false
    expect((await get('/guides/sql')).text).toContain('Well again')
  })

  test('after a publish an old copy is not served, not even in need', async () => {
    let version = 1
    let broken = false
    const { get } = await start((_, res) => sendNextPage(res, 'Guide', broken ? 500 : 200), {
      contentVersion: () => version,
    })
    expect((await get('/guides/sql')).status).toBe(200)
    broken = true
    expect((await get('/guides/sql')).status).toBe(200)
    version = 2
    expect((await get('/guides/sql')).status).toBe(500)
    version = 1
    expect((await get('/guides/sql')).status).toBe(500)
  })

  test('a database that cannot be read is an error, not a reason to guess', async () => {
    let down = false
    const { get } = await start((_, res) => sendNextPage(res, 'Guide'), {
      contentVersion: () => {
        if (down) throw new Error('disk I/O error')
        return 1
      },
    })
    expect((await get('/healthz')).text).toBe('{"status":"ok"}')
    await get('/guides/sql')
    down = true
    expect((await get('/guides/sql')).status).toBe(500)
    expect((await get('/guides/other')).status).toBe(500)
    const health = await get('/healthz')
    expect([health.status, health.headers['cache-control']]).toEqual([503, 'no-store'])
  })
})

describe('what is not kept', () => {
  test('a page that is not there shows the whole not-found page each time', async () => {
    const { get, seen } = await start((req, res) => {
      if (req.url === '/_not-found') sendNextPage(res, 'Not here', 404)
      else res.writeHead(404, { 'Content-Type': 'text/html' }).end('<html id="__next_error__"></html>')
    })
    for (const headers of [undefined, { cookie: 'guest=g' }]) {
      const page = await get('/guides/gone', headers)
      expect(page.status).toBe(404)
      expect(page.text).toContain('<h1>Not here</h1>')
      expect(page.text).not.toContain('__next_f')
      expect(page.headers['cache-control']).toBe('private, no-store')
    }
    await get('/guides/gone')
    expect(seen.map(({ url }) => url)).toEqual(Array.from({ length: 3 }, () => ['/guides/gone', '/_not-found']).flat())
  })

  test('a renamed page leads to its new address', async () => {
    const { get, seen } = await start((_, res) => void res.writeHead(308, { Location: '/guides/new' }).end('x'))
    for (let time = 0; time < 2; time++) {
      const page = await get('/guides/old')
      expect([page.status, page.headers.location, page.raw.length]).toEqual([308, '/guides/new', 0])
    }
    expect(seen).toHaveLength(2)
  })

  test('a page that sets a cookie', async () => {
    const { get, seen } = await start((_, res) => {
      res.setHeader('Set-Cookie', 'a=b')
      sendNextPage(res, 'Guide')
    })
    expect((await get('/')).headers['set-cookie']).toBeUndefined()
    await get('/')
    expect(seen).toHaveLength(2)
  })

  test('more than the bound', async () => {
    const { get, site } = await start((req, res) => sendNextPage(res, String(req.url)), {
      env: { documentCacheBytes: 150_000 },
    })
    for (let i = 0; i < 60; i++) await get(`/guides/number-${i}`)
    expect(site.documents.size).toBeGreaterThan(100_000)
    expect(site.documents.size).toBeLessThanOrEqual(150_000)
  })

  test('a page that alone would fill the store', async () => {
    const { get, site } = await start((_, res) => sendNextPage(res, 'Guide'), { env: { documentCacheBytes: 9000 } })
    expect((await get('/guides/sql')).text).toContain('<h1>Guide</h1>')
    expect(site.documents.size).toBe(0)
  })
})

describe('a reader with a cookie', () => {
  test('gets a page of their own, without scripts', async () => {
    const { get, seen } = await start((req, res) => sendNextPage(res, String(req.headers.cookie)))
    const headers = {
      host: 'guidepost.example',
      cookie: 'guest=ada',
      'accept-encoding': 'br',
      rsc: '1',
      'user-agent': 'x',
    }
    const page = await get('/guides/sql?saved=joins&_rsc=1', headers)
    expect(page.text).toContain('<h1>guest=ada</h1>')
    expect(page.text).not.toMatch(/__next_f|_next\/a\.js/)
    expect(page.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'private, no-store',
      link: '</f.woff2>; rel=preload; as="font"',
    })
    expect(page.headers.etag).toBeUndefined()
    expect(seen[0]?.url).toBe('/guides/sql?saved=joins')
    expect(seen[0]?.headers).not.toHaveProperty('rsc')
    expect(seen[0]?.headers).toMatchObject({ 'x-client-address': '127.0.0.1', host: 'guidepost.example' })
    expect((await get('/guides/sql')).text).not.toContain('ada')
    expect((await get('/guides/sql', { cookie: 'session=bob' })).text).toContain('<h1>session=bob</h1>')
  })

  test('may be given a cookie', async () => {
    const { get } = await start((_, res) => {
      res.setHeader('Set-Cookie', ['a=1', 'b=2'])
      sendNextPage(res, 'Guide')
    })
    expect((await get('/', { cookie: 'guest=x' })).headers['set-cookie']).toEqual(['a=1', 'b=2'])
  })
})

test('the stand-in page is what the tests think it is', () => {
  expect(nextPage('x')).toContain('__next_f')
})
