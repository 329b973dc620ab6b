import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, test } from 'vitest'
import { bodyLimit, cleanHeaders, clientAddress, refuse } from '#server/guard.ts'

const site = { siteOrigin: 'https://guidepost.example', trustProxy: false }
const good = { host: 'guidepost.example', origin: 'https://guidepost.example', 'sec-fetch-site': 'same-origin' }

function incoming(headers: IncomingHttpHeaders, method = 'POST') {
  return { method, headers: { ...headers }, remoteAddress: '203.0.113.7', localPort: 3000 }
}

describe('who may change something', () => {
  test.each<[string, IncomingHttpHeaders]>([
    ['the site’s own page', good],
    ['an older browser, without Sec-Fetch-Site', { host: 'guidepost.example', origin: 'https://guidepost.example' }],
    ['another name of the host, the right origin', { ...good, host: 'internal:3000' }],
    ['a local trial', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
    ['a local trial by address', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }],
    ['a local trial over IPv6', { host: '[::1]:3000', origin: 'http://[::1]:3000' }],
  ])('%s may', (_, headers) => {
    expect(refuse(incoming(headers), site)).toBeUndefined()
  })

  test.each<[string, IncomingHttpHeaders]>([
    ['another site', { ...good, origin: 'https://evil.example' }],
    ['nobody who says so', { host: 'guidepost.example' }],
    ['a hidden origin', { ...good, origin: 'null' }],
    ['a cross-site request', { ...good, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { ...good, 'sec-fetch-site': 'same-site' }],
    ['a sound-alike', { ...good, origin: 'https://guidepost.example.evil.example' }],
    ['the same name without TLS', { ...good, origin: 'http://guidepost.example' }],
    ['another program on this machine', { host: 'localhost:3000', origin: 'http://localhost:4000' }],
    ['a local name at another port', { host: 'localhost:4000', origin: 'http://localhost:4000' }],
    ['a name that was bent to this machine', { host: 'evil.example:3000', origin: 'http://evil.example:3000' }],
    ['a list', { ...good, origin: 'https://guidepost.example, https://evil.example' }],
  ])('%s may not', (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(refuse(incoming(headers, method), site)).toBe(403)
  })

  test('reading needs no origin', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect(refuse(incoming({ host: 'x', origin: 'https://evil.example' }, method), site)).toBeUndefined()
    }
  })

  test('strange methods, missing hosts and large bodies are refused', () => {
    expect(refuse(incoming(good, 'TRACE'), site)).toBe(405)
    expect(refuse(incoming(good, 'PROPFIND'), site)).toBe(405)
    expect(refuse(incoming({ origin: site.siteOrigin }), site)).toBe(400)
    expect(refuse(incoming({ ...good, 'content-length': String(bodyLimit) }), site)).toBeUndefined()
    expect(refuse(incoming({ ...good, 'content-length': String(bodyLimit + 1) }), site)).toBe(413)
  })
})

describe('the address of a client', () => {
  const forwarded = (value: string) => incoming({ host: 'x', 'x-forwarded-for': value })
  test('is the socket’s when no proxy is trusted', () => {
    expect(clientAddress(forwarded('198.51.100.1'), false)).toBe('203.0.113.7')
  })
  test('is what the nearest proxy saw, not what the client claims', () => {
    expect(clientAddress(forwarded('6.6.6.6, 198.51.100.1'), true)).toBe('198.51.100.1')
    expect(clientAddress(forwarded('2001:db8::1'), true)).toBe('2001:db8::1')
  })
  test('is never a made-up text', () => {
    expect(clientAddress(forwarded('x'.repeat(9000)), true)).toBe('203.0.113.7')
    expect(clientAddress(forwarded(''), true)).toBe('203.0.113.7')
  })
  test('is IPv4 where it is IPv4', () => {
    const request = { ...incoming({ host: 'x' }), remoteAddress: '::ffff:198.51.100.9' }
    expect(clientAddress(request, false)).toBe('198.51.100.9')
  })
})

describe('what Next gets to see', () => {
  const forged = {
    'x-middleware-subrequest': 'proxy',
    'x-nextjs-data': '1',
    'x-invoke-path': '/admin',
    'x-matched-path': '/admin',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '6.6.6.6',
    'x-real-ip': '6.6.6.6',
    'x-client-address': '6.6.6.6',
    'x-request-id': 'mine',
    forwarded: 'for=6.6.6.6',
    'content-security-policy': "script-src 'nonce-evil'",
  }

  test('nothing that only the inside may say', () => {
    for (const trustProxy of [true, false]) {
      const request = incoming({ ...good, ...forged, 'x-forwarded-for': 'junk', accept: 'text/html', rsc: '1' })
      cleanHeaders(request, { ...site, trustProxy }, 'REF')
      expect(request.headers).toEqual({
        ...good,
        accept: 'text/html',
        rsc: '1',
        'x-forwarded-host': 'guidepost.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '203.0.113.7',
        'x-client-address': '203.0.113.7',
        'x-request-id': 'REF',
      })
    }
  })

  test('always the site’s own host, except in a local trial', () => {
    const other = incoming({ host: 'evil.example' }, 'GET')
    cleanHeaders(other, site, 'REF')
    expect(other.headers.host).toBe('guidepost.example')
    const local = incoming({ host: '127.0.0.1:3000', origin: site.siteOrigin })
    cleanHeaders(local, site, 'REF')
    expect(local.headers).toMatchObject({
      host: '127.0.0.1:3000',
      'x-forwarded-proto': 'http',
      origin: 'http://127.0.0.1:3000',
    })
  })
})
