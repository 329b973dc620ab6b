import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { read, write } from '#db/client.ts'
import { site } from '#db/schema/site.ts'
import { testDatabase } from '#db/testing.ts'
import { newSalt, readerKey } from './reader-key.ts'
import { readerToday, sweepReading } from './reader-key-writes.ts'

afterAll(testDatabase())

const anna = { address: '192.0.2.7', userAgent: 'Firefox' }
const at = (moment: string) => new Date(`${moment}Z`)
const keyAt = (moment: string) => write((tx) => readerToday(tx, anna, at(moment)))
const salt = async () => (await read.select({ salt: site.readerSalt }).from(site))[0]?.salt

describe('readerKey', () => {
  const today = newSalt()

  it('tells readers apart, and holds nothing of them', () => {
    const keys = [anna, { ...anna, userAgent: 'Chrome' }, { ...anna, address: '192.0.2.8' }, { personId: 'anna' }].map(
      (trace) => readerKey(today, trace),
    )
    expect(new Set(keys).size).toBe(4)
    expect(keys[0]).toMatch(/^[\w-]{22}$/)
  })

  it('takes the addresses that one customer has for one reader', () => {
    const from = (address: string) => readerKey(today, { ...anna, address })
    expect(from('2001:db8::1')).toBe(from('2001:db8:0:0:ffff::2'))
    expect(from('::ffff:192.0.2.7')).toBe(from('192.0.2.7'))
  })
})

describe('the salt', () => {
  beforeEach(() => write((tx) => tx.update(site).set({ readerSalt: null, readerSaltDay: null })))

  it('is one for a day in UTC', async () => {
    const first = await keyAt('2026-11-22T00:00:00')
    const kept = await salt()
    expect(await keyAt('2026-11-22T23:59:59')).toBe(first)
    expect(await salt()).toBe(kept)
  })

  it('is thrown away at the first use of another day, so that the same reader is somebody else', async () => {
    const first = await keyAt('2026-11-22T23:59:59')
    const kept = await salt()
    const next = await keyAt('2026-11-23T00:00:00')
    expect(next).not.toBe(first)
    expect(await salt()).not.toBe(kept)
    // Nor does it come back with the day.
    expect(await keyAt('2026-11-22T12:00:00')).not.toBe(first)
  })

  it('of an earlier day does not outlive a start of the site; the present one does', async () => {
    await keyAt('2026-11-22T12:00:00')
    await write((tx) => sweepReading(tx, at('2026-11-22T13:00:00')))
    expect(await salt()).toEqual(expect.any(String))
    await write((tx) => sweepReading(tx, at('2026-11-23T00:00:00')))
    expect(await salt()).toBeNull()
  })
})
