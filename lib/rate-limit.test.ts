import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  admit,
  closeLimits,
  forgive,
  isKnownAddress,
  type Limiter,
  limits,
  rememberAddress,
  sweepLimits,
} from './rate-limit.ts'

const folder = mkdtempSync(join(tmpdir(), 'limits-'))
const names = Object.keys(limits) as Limiter[]

beforeAll(() => {
  process.env.DATA_DIR = folder
  process.env.AUTH_SECRET = 'a secret for tests that is long enough'
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => {
  closeLimits()
  rmSync(folder, { recursive: true })
})

const burst = async (limiter: Limiter, key: string, times: number) =>
  (await Promise.all(Array.from({ length: times }, () => admit(limiter, key)))).filter(({ ok }) => ok).length

describe('limits', () => {
  it.each(names)('%s lets through exactly as many as the table says, also all at once', async (name) => {
    expect(await burst(name, 'burst', limits[name].points + 50)).toBe(limits[name].points)
  })

  it('says when to come back', async () => {
    await burst('signUpByEmail', 'later', 5)
    const refused = await admit('signUpByEmail', 'later')
    expect(refused).toMatchObject({ ok: false })
    if (refused.ok) return
    expect(refused.retryAfterSeconds).toBeGreaterThan(3590)
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(3600)
  })

  it('says so too when another module graph of the process opened the file', async () => {
    await burst('signUpByEmail', 'graph', 5)
    vi.resetModules()
    // As a bundle has it: classes of the same names that are not the same.
    vi.doMock('rate-limiter-flexible', () => ({ RateLimiterRes: class {}, RateLimiterSQLite: class {} }))
    const other = await import('./rate-limit.ts')
    expect(await other.admit('signUpByEmail', 'graph')).toMatchObject({ ok: false })
  })

  it('opens again when the window has passed, however often it was tried in between', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await burst('signInByAccount', 'window', 500)
    vi.setSystemTime(Date.now() + 15 * 60 * 1000 + 1)
    expect(await admit('signInByAccount', 'window')).toEqual({ ok: true })
  })

  it('counts failures only where what went well is forgiven', async () => {
    for (let round = 0; round < 30; round++) {
      expect(await admit('signInByAccount', 'well')).toEqual({ ok: true })
      await forgive('signInByAccount', 'well')
    }
    expect(await burst('signInByAccount', 'well', 30)).toBe(10)
  })

  it('keeps limiters and keys apart', async () => {
    await burst('recoveryByAddress', '198.51.100.1', 20)
    expect((await admit('recoveryByAddress', '198.51.100.2')).ok).toBe(true)
    expect((await admit('setUpByAddress', '198.51.100.1')).ok).toBe(true)
  })

  it('takes an IPv6 network for one address', async () => {
    const admitted = await Promise.all(
      Array.from({ length: 50 }, (_, index) => admit('recoveryByAddress', `2001:db8:9:9::${index.toString(16)}`)),
    )
    expect(admitted.filter(({ ok }) => ok)).toHaveLength(10)
  })

  it('remembers the addresses of an account for thirty days', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    expect(await isKnownAddress('ada', '198.51.100.9')).toBe(false)
    await rememberAddress('ada', '198.51.100.9')
    expect(await isKnownAddress('ada', '198.51.100.9')).toBe(true)
    expect(await isKnownAddress('bob', '198.51.100.9')).toBe(false)
    vi.setSystemTime(Date.now() + 31 * 24 * 3600 * 1000)
    expect(await isKnownAddress('ada', '198.51.100.9')).toBe(false)
  })

  it('writes no address into its file', async () => {
    await admit('signUpByEmail', 'canary@example.org')
    await admit('signInByAddress', '203.0.113.199')
    const bytes =
      readFileSync(join(folder, 'limits.db'), 'latin1') + readFileSync(join(folder, 'limits.db-wal'), 'latin1')
    expect(bytes).not.toContain('canary@example.org')
    expect(bytes).not.toContain('203.0.113.199')
    expect(bytes).toContain('signUpByEmail')
  })

  it('forgets on a sweep only what has run out', async () => {
    await burst('signUpByEmail', 'sweep', 6)
    sweepLimits()
    expect((await admit('signUpByEmail', 'sweep')).ok).toBe(false)
    sweepLimits(Date.now() + 2 * 3600 * 1000)
    expect((await admit('signUpByEmail', 'sweep')).ok).toBe(true)
  })

  it('keeps its counters over a restart, and starts anew when the file is damaged', async () => {
    await burst('signUpByEmail', 'restart', 6)
    closeLimits()
    expect((await admit('signUpByEmail', 'restart')).ok).toBe(false)
    closeLimits()
    writeFileSync(join(folder, 'limits.db'), 'this is no database'.repeat(100))
    expect((await admit('signUpByEmail', 'restart')).ok).toBe(true)
  })
})
