import { afterEach, describe, expect, test } from 'vitest'
import { staticScripts, versioned } from '#lib/static-scripts.ts'
import { sendNextPage, startSite } from '#server/testing.ts'

let stop = () => {}
afterEach(() => stop())

async function start(...args: Parameters<typeof startSite>) {
  const site = await startSite(...args)
  stop = site.stop
  return site
}

const own = { host: 'guidepost.example', origin: 'https://guidepost.example' }

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': expect.stringContaining('camera=()'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  'x-request-id': expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/),
}

// A stand-in that has one of each.
const everything: Parameters<typeof startSite>[0] = (req, res) => {
  const url = req.url ?? ''
  if (url === '/throws') throw new Error('x')
  if (url.endsWith('boom')) sendNextPage(res, 'stack', 500)
  else if (url.endsWith('gone') || url === '/_not-found') sendNextPage(res, 'Not here', 404)
  else if (url === '/ratings') res.writeHead(303, { Location: '/guides/sql' }).end()
  else if (url.startsWith('/_next')) res.writeHead(200, { 'Content-Type': 'text/javascript' }).end('1')
  else sendNextPage(res, 'Page')
}

describe('every answer carries the common headers', () => {
  const targets: [string, string, Record<string, string>][] = [
    ['GET', '/guides/sql', {}],
    ['GET', '/guides/sql', { cookie: 'guest=x' }],
    ['GET', '/guides/gone', {}],
    ['GET', '/guides/boom', {}],
    ['GET', '/Guides', {}],
    ['GET', '/%00', {}],
    ['GET', '/_next/image?url=/a.png', {}],
    ['GET', '/_next/static/a.js', {}],
    ['GET', '/me', {}],
    ['GET', '/gone', {}],
    ['GET', '/boom', {}],
    ['GET', '/throws', {}],
    ['GET', '/healthz', {}],
    ['GET', '/speculation-rules.json', {}],
    ['POST', '/guides/sql', own],
    ['POST', '/ratings', {}],
    ['POST', '/ratings', own],
    ['OPTIONS', '/guides/sql', {}],
    ['TRACE', '/', {}],
  ]
  test.each(targets)('%s %s %j', async (method, target, headers) => {
    for (const secure of [false, true]) {
      const { get, stop: end } = await startSite(everything, { env: { secure } })
      const reply = await get(target, headers, method)
      end()
      expect(reply.headers).toMatchObject(common)
      expect(reply.headers['x-powered-by']).toBeUndefined()
      expect(reply.headers['access-control-allow-origin']).toBeUndefined()
      expect(reply.headers['strict-transport-security']).toBe(
        secure ? 'max-age=31536000; includeSubDomains' : undefined,
      )
    }
  })
})

describe('an application', () => {
  test('gets a fresh nonce, whatever policy the client asked for', async () => {
    const { get, seen } = await start((_, res) => sendNextPage(res, 'Me'))
    const policies = new Set<string>()
    for (let time = 0; time < 5; time++) {
      const page = await get('/me', { 'content-security-policy': "script-src 'nonce-evil'" })
      const policy = String(page.headers['content-security-policy'])
      expect(policy).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/)
      expect(policy).not.toContain('unsafe')
      expect(policy).toContain("worker-src 'self'; frame-src 'self';")
      expect(seen.at(-1)?.headers['content-security-policy']).toBe(policy)
      expect(page.headers['cache-control']).toBe('private, no-store')
      expect(page.text).toContain('__next_f')
      policies.add(policy)
    }
    expect(policies.size).toBe(5)
  })

  test('is compressed, and its stream is not held back', async () => {
    const { get } = await start(async (_, res) => {
      res.writeHead(200, { 'Content-Type': 'text/x-component' })
      res.write('first'.repeat(500))
      await new Promise((resolve) => setTimeout(resolve, 5))
      res.end('last')
    })
    const page = await get('/me?_rsc=1', { rsc: '1', 'accept-encoding': 'gzip, br' })
    expect(page.headers['content-encoding']).toBe('br')
    expect(page.text).toBe(`${'first'.repeat(500)}last`)
  })

  test('hears the router’s own words', async () => {
    const { get, seen } = await start((_, res) => sendNextPage(res, 'Me'))
    await get('/me?_rsc=1', { rsc: '1', 'next-router-prefetch': '1' })
    expect(seen[0]?.url).toBe('/me?_rsc=1')
    expect(seen[0]?.headers).toMatchObject({ rsc: '1', 'next-router-prefetch': '1' })
  })

  test('that fails shows the error page with the reference of the log', async () => {
    const { get, faults } = await start((_, res) => sendNextPage(res, 'secret stack', 500))
    const page = await get('/me', { cookie: 'session=x' })
    expect(page.status).toBe(500)
    expect(page.text).not.toMatch(/secret|__next_f/)
    expect(page.text).toContain(String(page.headers['x-request-id']))
    expect(faults).toMatchObject([{ reference: page.headers['x-request-id'], path: '/me' }])
  })

  test('whose action fails tells its own client, and the log', async () => {
    const { get, faults } = await start(
      (_, res) => void res.writeHead(500, { 'Content-Type': 'text/x-component' }).end('E'),
    )
    const reply = await get('/me', { ...own, 'next-action': 'x' }, 'POST', 'a')
    expect([reply.status, reply.text]).toEqual([500, 'E'])
    expect(faults).toHaveLength(1)
  })

  test('that leads elsewhere after a form does not have the form sent there again', async () => {
    const { get } = await start((_req, res) => void res.writeHead(307, { Location: '/assess/role' }).end())
    expect((await get('/assess/role/review', own, 'POST', 'a=1')).status).toBe(303)
    expect((await get('/assess/role/review')).status).toBe(307)
  })

  test('whose form is of an older build says so, but leaves the router’s client its own answer', async () => {
    const { get } = await start((_req, res) => {
      res.writeHead(404, { 'Content-Type': 'text/plain', 'x-nextjs-action-not-found': '1' }).end('not found')
    })
    const page = await get('/me', own, 'POST', 'a=1')
    expect(page.status).toBe(409)
    expect(page.text).toContain('from before an update')
    expect((await get('/me', { ...own, 'next-action': 'x' }, 'POST', 'a=1')).status).toBe(404)
  })

  test('that is not there shows the not-found page, and keeps its cookies', async () => {
    const { get, seen } = await start((req, res) => {
      res.setHeader('Set-Cookie', 'a=b')
      sendNextPage(res, req.url === '/_not-found' ? `Not here, ${req.headers.cookie}` : 'empty shell', 404)
    })
    const page = await get('/results/nobodys', { cookie: 'guest=g' })
    expect(page.status).toBe(404)
    expect(page.text).toContain('<h1>Not here, guest=g</h1>')
    expect(page.text).not.toContain('__next_f')
    expect(seen).toHaveLength(2)
  })
})

test('what is asked of a document is answered with its whole query, and never kept', async () => {
  const { get, seen, site } = await start((_, res) => sendNextPage(res, 'Found'))
  const page = await get('/search?q=k8s+%26+more&_rsc=1')
  expect(page.text).not.toContain('__next_f')
  expect(page.headers['cache-control']).toBe('private, no-store')
  expect(seen.map(({ url }) => url)).toEqual(['/search?q=k8s+%26+more'])
  expect(site.documents.size).toBe(0)
  expect((await get('/search?q=a', {}, 'POST')).status).toBe(403)
  expect((await get('/search?q=a', own, 'POST')).status).toBe(405)
})

describe('a preview', () => {
  const path = `/preview/shared/${'t'.repeat(43)}`

  test('is made for each reader and never kept', async () => {
    const { get, seen, site } = await start((req, res) => sendNextPage(res, `For ${req.headers.cookie}`))
    expect((await get(`${path}?theme=dark&_rsc=1`, { cookie: 'session=x' })).text).toContain('For session=x')
    const page = await get(path)
    expect(page.text).not.toContain('__next_f')
    expect(page.text).toContain('src="/enhance.js?v=1"')
    expect(page.headers['cache-control']).toBe('private, no-store')
    expect(seen.map(({ url }) => url)).toEqual([`${path}?theme=dark`, path])
    expect(site.documents.size).toBe(0)
  })

  test('may be framed by this site alone, and its address goes nowhere', async () => {
    const { get } = await start(everything)
    const page = await get(path)
    expect(page.headers).toMatchObject({
      ...common,
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringMatching(/script-src 'self';.* frame-ancestors 'self'/),
    })
    expect(page.headers['content-security-policy']).not.toContain("frame-ancestors 'none'")
    expect(page.headers['speculation-rules']).toBeUndefined()
  })

  test('that fails or is not there says so in the same frame, and the log has no secret', async () => {
    const { get, faults } = await start((req, res) => {
      if (req.url === '/_not-found') sendNextPage(res, 'Not here', 404)
      else sendNextPage(res, 'x', req.url?.endsWith('dark') ? 500 : 404)
    })
    for (const [target, status] of [
      [path, 404],
      [`${path}?theme=dark`, 500],
    ] as const) {
      const page = await get(target)
      expect([page.status, page.headers['x-frame-options']]).toEqual([status, 'SAMEORIGIN'])
      expect(page.headers['content-security-policy']).not.toContain("frame-ancestors 'none'")
    }
    expect(faults).toMatchObject([{ path: '/preview/...' }])
  })

  test('takes no forms', async () => {
    const { get, seen } = await start(everything)
    expect((await get(path, own, 'POST', 'a=1')).status).toBe(405)
    expect(seen).toHaveLength(0)
  })
})

describe('files', () => {
  test('keep the caching that Next gives them', async () => {
    const { get } = await start((_, res) => {
      res
        .writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'public, max-age=31536000, immutable' })
        .end('1')
    })
    const reply = await get('/_next/static/a.js')
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('that are built scripts may load each other, as a worker does', async () => {
    const { get } = await start(everything)
    expect((await get('/_next/static/a.js')).headers['content-security-policy']).toMatch(/; script-src 'self'$/)
    expect((await get('/ratings', own, 'POST')).headers['content-security-policy']).not.toContain('script-src')
  })

  test('that are pages to keep have their own policy, or none that lets anything run', async () => {
    const { get } = await start((req, res) => {
      const own = req.url === '/a/offline' ? { 'Content-Security-Policy': 'sandbox' } : {}
      const kept = { 'Content-Disposition': 'attachment; filename="a.html"', 'Cache-Control': 'public, max-age=0' }
      res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...kept, ...own }).end('<h1>A</h1>')
    })
    const [bringing, without] = [await get('/a/offline'), await get('/b/offline')]
    expect([bringing.headers['content-security-policy'], bringing.headers['cache-control']]).toEqual([
      'sandbox',
      'public, max-age=0',
    ])
    expect(without.headers['content-security-policy']).toMatch(/^default-src 'none'/)
    expect(without.headers['content-security-policy']).not.toContain('script-src')
  })

  test('our script may be kept for ever under its version', async () => {
    const { get } = await start((_, res) => void res.writeHead(200, { 'Cache-Control': 'public, max-age=0' }).end('1'))
    for (const name of staticScripts)
      expect((await get(versioned(name))).headers['cache-control']).toContain('immutable')
    expect((await get('/enhance.js?v=abc')).headers['cache-control']).toBe('public, max-age=0')
    expect((await get('/enhance.js')).headers['cache-control']).toBe('public, max-age=0')
    expect((await get('/enhance.js?v=')).headers['cache-control']).toBe('public, max-age=0')
  })

  test('a part of a file is not compressed', async () => {
    const { get } = await start((_, res) => {
      res.writeHead(206, { 'Content-Type': 'text/css', 'Content-Range': 'bytes 0-1999/4000' }).end('x'.repeat(2000))
    })
    const reply = await get('/a.css', { range: 'bytes=0-1999', 'accept-encoding': 'gzip' })
    expect([reply.status, reply.headers['content-encoding'], reply.raw.length]).toEqual([206, undefined, 2000])
  })
})
