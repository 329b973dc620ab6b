import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { capture } from '#server/capture.ts'

test('the handler sees a plain request and nothing else', async () => {
  let seen: IncomingMessage | undefined
  const answer = await capture(
    async (req, res) => {
      seen = req
      for await (const _ of req) throw new Error('there is no body')
      res.end(`${req.method} ${req.url}`)
    },
    '/guides/sql',
    { host: 'a.example' },
  )
  expect([answer.status, answer.body.toString()]).toEqual([200, 'GET /guides/sql'])
  expect(seen?.headers).toEqual({ host: 'a.example' })
  expect(seen?.socket.remoteAddress).toBeUndefined()
})

test('pieces of every kind are put together in order, copied', async () => {
  const view = new Uint8Array([97, 98])
  const answer = await capture(
    async (_, res) => {
      expect(res.write(view)).toBe(true)
      view[0] = 120
      res.write('ç', 'utf8')
      res.write('YQ==', 'base64', () => {})
      res.end(Buffer.from('z'))
    },
    '/',
    {},
  )
  expect(answer.body.toString()).toBe('abçaz')
})

test.each<[string, (res: ServerResponse) => void]>([
  ['set one by one', (res) => void res.setHeader('X-A', '1').setHeader('Set-Cookie', ['a=1', 'b=2'])],
  ['given at once', (res) => void res.writeHead(404, 'Gone', { 'X-A': 1, 'Set-Cookie': ['a=1', 'b=2'] })],
  ['given as a list', (res) => void res.writeHead(404, ['x-a', '1', 'set-cookie', ['a=1', 'b=2']] as string[])],
  [
    'sent before the body',
    (res) => void res.setHeader('x-a', '1').setHeader('set-cookie', ['a=1', 'b=2']).flushHeaders(),
  ],
])('headers %s are found', async (_, set) => {
  const answer = await capture(
    async (_req, res) => {
      res.statusCode = 404
      set(res)
      res.end('x')
    },
    '/',
    {},
  )
  expect([answer.status, answer.header('x-a'), answer.cookies]).toEqual([404, '1', ['a=1', 'b=2']])
  expect(answer.header('x-b')).toBeUndefined()
})

test('the response tells that it ended', async () => {
  const events: string[] = []
  await capture(
    async (_, res) => {
      res.on('finish', () => events.push('finish')).on('close', () => events.push('close'))
      res.end(() => events.push('callback'))
      expect([res.headersSent, res.writableEnded, res.writableFinished]).toEqual([true, true, true])
      res.end('again')
    },
    '/',
    {},
  )
  await new Promise((resolve) => setImmediate(resolve))
  expect(events).toEqual(['callback', 'finish', 'close'])
})

test('what goes wrong is an error', async () => {
  await expect(capture(() => Promise.reject(new Error('no')), '/', {})).rejects.toThrow('no')
  await expect(capture(async (_, res) => void res.destroy(), '/', {})).rejects.toThrow('broke off')
  await expect(capture(async (_, res) => void res.destroy(new Error('torn')), '/', {})).rejects.toThrow('torn')
  await expect(capture(async () => {}, '/', {}, 20)).rejects.toThrow('no answer within 20 ms')
})
