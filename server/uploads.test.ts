import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { startSite } from '#server/testing.ts'

const path = '/admin/pictures/upload'
const megabytes = 1024 * 1024
const own = { host: 'guidepost.example', origin: 'https://guidepost.example', 'sec-fetch-site': 'same-origin' }

let stop: () => unknown = () => undefined
afterEach(() => stop())

async function start(...given: Parameters<typeof startSite>) {
  const site = await startSite(...given)
  stop = site.stop
  return site
}

/** A form with a file of this size, as a browser sends it. */
async function form(size: number): Promise<{ type: string; body: Buffer }> {
  const data = new FormData()
  data.set('file', new File([Buffer.alloc(size, 7)], 'a.png'))
  const request = new Request('http://x', { method: 'POST', body: data })
  return { type: request.headers.get('content-type') ?? '', body: Buffer.from(await request.arrayBuffer()) }
}

/** As Next hands a request on to a handler. */
const asRequest = (req: IncomingMessage) =>
  new Request('http://x', {
    method: 'POST',
    headers: { 'content-type': req.headers['content-type'] ?? '' },
    body: Readable.toWeb(req) as ReadableStream,
    duplex: 'half',
  } as RequestInit)

test.each<Record<string, string>>([{}, { 'transfer-encoding': 'chunked' }])(
  'a file of 10 MB arrives whole (%j)',
  async (extra) => {
    const { get } = await start(async (req, res) => {
      const file = (await asRequest(req).formData()).get('file')
      res.end(file instanceof File ? String(file.size) : 'no file')
    })
    const { type, body } = await form(10 * megabytes)
    const reply = await get(path, { ...own, ...extra, 'content-type': type }, 'POST', body)
    expect([reply.status, reply.text]).toEqual([200, String(10 * megabytes)])
  },
)

test('whoever is refused before the file was read hears of it, and nothing is kept', async () => {
  let sent: IncomingMessage | undefined
  const { get } = await start((req, res) => {
    sent = req
    res.writeHead(401, { 'Content-Type': 'application/json' }).end('{"message":"no"}')
  })
  const { type, body } = await form(10 * megabytes)
  const reply = await get(path, { ...own, 'content-type': type }, 'POST', body)
  expect([reply.status, reply.text]).toEqual([401, '{"message":"no"}'])
  expect(sent?.readableLength ?? 0).toBeLessThan(megabytes)
})
