import { expect, test } from 'vitest'
import { cookieNames } from '#lib/cookies.ts'
import { readerOf } from '#server/reader.ts'

const plain = cookieNames(false)
const secure = cookieNames(true)

test.each([
  [undefined, 'system'],
  ['', 'system'],
  ['theme=dark', 'dark'],
  ['a=b; theme=light; c', 'light'],
  ['theme=neon', 'system'],
  ['xsession=1; guestbook=2; theme=dark', 'dark'],
  ['a=session=1', 'system'],
  ['session', 'system'],
])('%j is a stranger who sees %s', (cookie, theme) => {
  expect(readerOf(cookie, plain)).toEqual({ stranger: true, theme })
})

test.each(['session=x', 'theme=dark; guest=y', ' guest=', 'a=b;session.0=part;session.1=part', 'guest = y'])(
  '%j is somebody',
  (cookie) => {
    expect(readerOf(cookie, plain)).toEqual({ stranger: false })
  },
)

test('over TLS only the guarded names count', () => {
  expect(readerOf('session=x; guest=y', secure).stranger).toBe(true)
  expect(readerOf('__Host-guest=y', secure).stranger).toBe(false)
  expect(readerOf('__Host-session.0=y', secure).stranger).toBe(false)
})
