import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDocument, isSlug, route } from '#server/routes.ts'

describe('documents', () => {
  test.each([
    '/',
    '/guides',
    '/guides/backend-developer-skills',
    '/skills',
    '/skills/sql',
    '/roles',
    '/roles/c-3po',
    '/roles/compare',
    '/which-role',
    '/which-role/questions',
    '/authors/guidepost-editors',
    '/assess',
    '/search',
    '/about',
    '/privacy',
    '/accessibility',
  ])('%s is one, at its own address', (path) => {
    expect(route(path)).toEqual({ kind: 'document', url: path })
  })

  test.each([
    '/assess/backend-developer',
    '/me',
    '/authors',
    '/guides/a/b',
    '/guides/a.md',
    '/guides/a/offline',
    '/guides/a/picture.png',
    '/guides/a_b',
    '/guides/-a',
    '/guides/a--b',
  ])('%s is none', (path) => {
    expect(route(path)).toEqual({ kind: 'other', path })
  })

  test('a slug ends at 80 characters', () => {
    expect(isSlug('a'.repeat(80))).toBe(true)
    expect(isSlug('a'.repeat(81))).toBe(false)
    expect(isDocument(`/guides/${'a'.repeat(81)}`)).toBe(false)
  })
})

describe('queries', () => {
  test.each([
    ['/guides?kind=skills', '/guides?kind=skills'],
    ['/guides?role=backend-developer&kind=skills', '/guides?kind=skills&role=backend-developer'],
    ['/guides?kind=skills&utm_source=x&kind=second', '/guides?kind=skills'],
    ['/guides?kind=&role=', '/guides'],
    ['/roles/compare?gone=yes&a=x', '/roles/compare?a=x&gone=yes'],
    ['/roles/compare?gone=x1', '/roles/compare'],
    ['/guides?kind=%3Cscript%3E', '/guides'],
    ['/guides?KIND=skills', '/guides'],
    ['/guides/sql?kind=skills', '/guides/sql'],
    ['/?utm_campaign=spring', '/'],
    ['/guides/sql?_rsc=abc', '/guides/sql'],
    ['/guides?', '/guides'],
    ['/guides?%zz', '/guides'],
    ['/roles/compare?b=c-3po&x=1&a=r2-d2', '/roles/compare?a=r2-d2&b=c-3po'],
    ['/roles/compare?a=&b=sql', '/roles/compare?b=sql'],
    ['/roles/c-3po?a=b', '/roles/c-3po'],
  ])('%s is rendered as %s', (target, url) => {
    expect(route(target)).toEqual({ kind: 'document', url })
  })
})

test('what is asked is answered, and not kept', () => {
  expect(route('/search?q=k8s')).toEqual({ kind: 'answer', url: '/search' })
  expect(route('/search?')).toEqual({ kind: 'document', url: '/search' })
  expect(route('/which-role/questions?coding=y')).toEqual({ kind: 'answer', url: '/which-role/questions' })
})

describe('previews', () => {
  const id = 'abcdefghij_klmnop-qrs1'
  const token = `${id}${id.slice(0, 21)}`

  test.each([
    [`/preview/guide/${id}`, `/preview/guide/${id}`],
    [`/preview/guide/${id}?theme=dark`, `/preview/guide/${id}?theme=dark`],
    [`/preview/shared/${token}?utm=1&theme=light`, `/preview/shared/${token}?theme=light`],
    [`/preview/shared/${token}?theme=%3Cscript%3E`, `/preview/shared/${token}`],
  ])('%s is rendered as %s', (target, url) => {
    expect(route(target)).toEqual({ kind: 'preview', url })
  })

  test.each([
    `/preview/guide/${token}`,
    `/preview/shared/${id}`,
    `/preview/guide/${id}/x`,
    '/preview/guide',
    `/preview/other/${id}`,
  ])('%s is none', (path) => {
    expect(route(path)).toEqual({ kind: 'other', path })
  })
})

describe('other spellings', () => {
  test.each([
    ['/guides/', '/guides'],
    ['/Guides/SQL', '/guides/sql'],
    ['/guides/sql/', '/guides/sql'],
    ['/guides//sql', '/guides/sql'],
    ['//guides/sql', '/guides/sql'],
    ['/%67uides/s%71l?kind=a&utm=b', '/guides/sql?kind=a&utm=b'],
    ['//', '/'],
    ['///', '/'],
    ['//evil.com', '/evil.com'],
    ['///evil.com//a?b=//c', '/evil.com/a?b=//c'],
    ['//evil.com/%2f..', undefined],
    ['/me//x', '/me/x'],
  ])('%s goes to %s', (target, location) => {
    expect(route(target)).toEqual(location === undefined ? { kind: 'bad' } : { kind: 'redirect', location })
  })

  test('an encoded slash makes no document', () => {
    expect(route('/guides%2Fsql').kind).toBe('other')
    expect(route('/guides/a%2Fb').kind).toBe('other')
  })

  test('a redirect never leaves the site and never repeats itself', () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '\\',
      '%2f',
      '%5c',
      '%09',
      '%0d',
      'evil.com',
      '@',
      '.',
      '..',
      'guides',
      'A',
      '?',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const to = route(`/${pieces.join('')}`)
        if (to.kind !== 'redirect') return
        expect(to.location).toMatch(/^\/(?![/\\])/)
        expect(new URL(to.location, 'https://site.example').origin).toBe('https://site.example')
        expect(route(to.location).kind).not.toBe('redirect')
      }),
      { numRuns: 5000 },
    )
  })
})

describe('refused', () => {
  test.each([
    '/guides/%',
    '/a%zz',
    '/%00',
    '/guides/%00',
    '/%0a',
    '/a\\b',
    '/%5cevil.com',
    '/a/../b',
    '/%2e%2e/x',
    '*',
    '',
    'http://evil.com/',
    '/a#b',
  ])('%j is bad', (target) => {
    expect(route(target)).toEqual({ kind: 'bad' })
  })

  test.each(['/_next/image?url=x', '/_next/data/x.json', '/_next', '/_nextstatic'])('%s is not here', (target) => {
    expect(route(target)).toEqual({ kind: 'absent' })
  })

  test('built files are Next’s to serve', () => {
    expect(route('/_next/static/chunks/a.js')).toEqual({ kind: 'other', path: '/_next/static/chunks/a.js' })
  })

  test('nothing throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(route(`/${text}`).kind).toBeTypeOf('string')
      }),
    )
  })
})
