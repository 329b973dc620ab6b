import type { RequestListener } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { commonHeaders } from '#server/headers.ts'
import { type Listening, listen } from '#server/listen.ts'
import { ask } from '#server/testing.ts'

let listening: Listening | undefined
afterEach(() => listening?.close(0))

function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

test('localhost answers at both of its addresses', async () => {
  listening = await listen((_, res) => res.end('ok'), 'localhost', 0, [])
  expect((await fetch(`http://127.0.0.1:${listening.port}/`)).status).toBe(200)
  expect((await fetch(`http://localhost:${listening.port}/`)).status).toBe(200)
})

test('a port that is taken is an error', async () => {
  listening = await listen((_, res) => res.end('ok'), '127.0.0.1', 0, [])
  await expect(listen(() => {}, '127.0.0.1', listening.port, [])).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test.each([
  ['nonsense', 'HELO x\r\n\r\n', 400],
  ['an upgrade', 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', 400],
  [
    'an upgrade with a whole URL',
    'GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
    400,
  ],
  ['too many headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is answered with a page and the common headers, and hung up on', async (_, text, status) => {
  let asked = 0
  listening = await listen(() => asked++, '127.0.0.1', 0, commonHeaders(true))
  const answer = await raw(listening.port, text)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  for (const name of [
    'X-Content-Type-Options',
    'Strict-Transport-Security',
    'Content-Security-Policy',
    'X-Request-Id',
  ]) {
    expect(answer).toContain(`\r\n${name}: `)
  }
  expect(answer).toContain(`Error ${status}`)
  expect(asked).toBe(0)
})

test('what runs may finish when the server stops', async () => {
  let finish = () => {}
  const slow: RequestListener = (_, res) => {
    finish = () => res.end('done')
  }
  listening = await listen(slow, '127.0.0.1', 0, [])
  const { port } = listening
  const reply = ask(port, '/')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const closed = listening.close(5000)
  await expect(ask(port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  finish()
  expect((await reply).text).toBe('done')
  await closed
})

test('what does not finish is cut off', async () => {
  listening = await listen(() => {}, '127.0.0.1', 0, [])
  const reply = ask(listening.port, '/').catch((error: Error) => error.message)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await listening.close(50)
  expect(await reply).toBe('socket hang up')
})
