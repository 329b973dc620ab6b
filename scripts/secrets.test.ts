import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { authSecret } from '#scripts/secrets.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guidepost '))
  vi.stubEnv('AUTH_SECRET', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('a secret is made once, long, and readable by its owner only', () => {
  const data = join(folder, 'data')
  const secret = authSecret(data)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(authSecret(data)).toBe(secret)
  if (process.platform === 'win32') return
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
  expect(statSync(data).mode & 0o777).toBe(0o700)
})

test('two folders have two secrets', () => {
  expect(authSecret(join(folder, 'a'))).not.toBe(authSecret(join(folder, 'b')))
})

test('what the environment says comes first, and is not written down', () => {
  vi.stubEnv('AUTH_SECRET', 'from the environment')
  expect(authSecret(folder)).toBe('from the environment')
  expect(() => readFileSync(join(folder, 'secret'))).toThrow('ENOENT')
})
