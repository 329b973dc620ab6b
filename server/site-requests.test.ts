import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { bodyLimit } from '#server/guard.ts'
import { sendNextPage, startSite } from '#server/testing.ts'

let stop = () => {}
afterEach(() => stop())

async function start(...args: Parameters<typeof startSite>) {
  const site = await startSite(...args)
  stop = site.stop
  return site
}

const own = { host: 'guidepost.example', origin: 'https://guidepost.example' }

describe('methods', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s to a document is not allowed', async (method) => {
    const { get, seen } = await start((_, res) => sendNextPage(res, 'Guide'))
    const reply = await get('/guides/sql', own, method)
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(seen).toHaveLength(0)
  })

  test('OPTIONS says what is', async () => {
    const { get } = await start((_, res) => sendNextPage(res, 'Guide'))
    const reply = await get('/guides/sql', {}, 'OPTIONS')
    expect([reply.status, reply.headers.allow, reply.raw.length]).toEqual([204, 'GET, HEAD, OPTIONS', 0])
  })
})

describe('forms', () => {
  const echo: Parameters<typeof startSite>[0] = async (req, res) => {
    let size = 0
    for await (const chunk of req) size += (chunk as Buffer).length
    res.writeHead(200, { 'Content-Type': 'text/plain' }).end(String(size))
  }

  test('from this site reach Next with their body', async () => {
    const { get } = await start(echo)
    expect((await get('/ratings', own, 'POST', 'level=2')).text).toBe('7')
    const chunked = { ...own, 'transfer-encoding': 'chunked' }
    expect((await get('/ratings', chunked, 'POST', Buffer.alloc(bodyLimit, 97))).text).toBe(String(bodyLimit))
  })

  test.each<Record<string, string>>([
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { ...own, 'sec-fetch-site': 'cross-site' },
  ])('from elsewhere (%j) do not', async (headers) => {
    const { get, seen } = await start(echo)
    const reply = await get('/ratings', { host: 'guidepost.example', ...headers }, 'POST', 'level=2')
    expect(reply.status).toBe(403)
    expect(reply.text).toContain('sent from somewhere else')
    expect(seen).toHaveLength(0)
  })

  test('that are too large are refused, announced or not', async () => {
    const { get, seen } = await start(echo)
    const large = Buffer.alloc(bodyLimit + 1, 97)
    const announced = await get('/ratings', own, 'POST', large)
    expect([announced.status, announced.headers.connection]).toEqual([413, 'close'])
    expect(seen).toHaveLength(0)
    const chunked = await get('/ratings', { ...own, 'transfer-encoding': 'chunked' }, 'POST', large)
    expect(chunked.status).toBe(413)
    expect(chunked.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect((await get('/me')).status).toBe(200)
  })

  test('with files may be larger where files are sent, by exactly this path', async () => {
    const { get, seen } = await start(echo)
    const limit = 11 * 1024 * 1024
    const chunked = { ...own, 'transfer-encoding': 'chunked' }
    for (const headers of [own, chunked]) {
      const whole = await get('/admin/pictures/upload?x=1', headers, 'POST', Buffer.alloc(limit, 97))
      expect([whole.status, whole.text]).toEqual([200, String(limit)])
      expect((await get('/admin/pictures/upload', headers, 'POST', Buffer.alloc(limit + 1, 97))).status).toBe(413)
    }
    seen.length = 0
    const large = Buffer.alloc(bodyLimit + 1, 97)
    for (const path of ['/admin/pictures/upload/', '/admin/pictures/uploa%64', '/Admin/pictures/upload', '/ratings']) {
      expect((await get(path, own, 'POST', large)).status, path).toBe(413)
    }
    expect(seen).toHaveLength(0)
  })
})

describe('raw requests', () => {
  function raw(port: number, text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text))
      let answer = ''
      socket.on('data', (chunk) => {
        answer += chunk.toString()
      })
      socket.on('end', () => resolve(answer))
      socket.on('error', reject)
    })
  }

  test.each([
    ['a whole URL as the target', 'GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['no host', 'GET /me HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a star', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['two lengths', 'POST /ratings HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST /ratings HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ])('with %s are refused, once', async (_, text) => {
    const { port, seen } = await start((_req, res) => sendNextPage(res, 'Page'))
    const answer = await raw(port, text)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(seen).toHaveLength(0)
  })
})
