import { describe, expect, it } from 'vitest'
import { safeReturnPath } from './return-path.ts'

const tab = '\t'
const payloads = [
  '',
  ' ',
  'me',
  '?a=b',
  '#a',
  '.',
  '..',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '//evil.example/%2f..',
  '//evil.example@localhost',
  '/\\evil.example',
  '/\\/evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/me\\@evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  '/%2e//evil.example',
  `/${tab}/evil.example`,
  `${tab}//evil.example`,
  '/\n/evil.example',
  '/\r/evil.example',
  '/\r\nSet-Cookie: a=b',
  '/\0/evil.example',
  '/\u00a0\u0085/evil.example',
  '/\u200b/evil.example',
  '/\u202e/elpmaxe.live',
  '/\ufeff/evil.example',
  ' //evil.example',
  ' /me',
  '\u00a0/me',
  '/%09/evil.example',
  '%09//evil.example',
  '/%0a/evil.example',
  '/%0d%0aLocation:%20//evil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%2fevil.example',
  '/%2Fevil.example',
  '/%00/evil.example',
  '/%7f/evil.example',
  '/%zz',
  '/%',
  'http://evil.example',
  'https://evil.example',
  'HTTPS://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'http:///evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ftp://evil.example',
  'mailto:a@evil.example',
  'evil.example',
  '@evil.example',
  'localhost@evil.example',
  'http://localhost@evil.example',
  'http://[::1]',
  '〱evil.example',
  '／／evil.example',
  `/${'a'.repeat(500)}`,
]

describe('safeReturnPath', () => {
  it('has been tried with at least sixty payloads', () => expect(payloads.length).toBeGreaterThanOrEqual(60))

  it.each(payloads)('sends %j home', (payload) => expect(safeReturnPath(payload)).toBe('/me'))

  it.each([undefined, null, 1, {}, ['/guides']])('sends %j, which is no string, home', (payload) => {
    expect(safeReturnPath(payload)).toBe('/me')
  })

  it.each([
    '/',
    '/me',
    '/guides/backend-developer-skills',
    '/guides/backend-developer-skills?saved=1#skill-sql',
    '/results/AAECAwQFBgcICQoLDA0ODw',
    '/me?from=//evil.example',
    '/skills/c%20sharp',
    '/@evil.example',
    '/http://evil.example',
    '/me#//evil.example',
  ])('keeps %j', (path) => expect(safeReturnPath(path)).toBe(path))

  it('never answers with another origin, as a browser would read it', () => {
    for (const payload of payloads) {
      expect(new URL(safeReturnPath(payload), 'http://localhost:3000').origin).toBe('http://localhost:3000')
    }
  })
})
