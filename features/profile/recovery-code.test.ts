import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '#lib/ids.ts'
import { parseRecoveryCode, recoveryCode, recoveryHash } from './recovery-code.ts'

const secret = 'a secret for tests that is long enough'

describe('recoveryCode', () => {
  it('is four groups of four, the same every time', () => {
    const id = newId()
    expect(recoveryCode(id, secret)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect(recoveryCode(id, secret)).toBe(recoveryCode(id, secret))
  })

  it('differs for every person and every secret', () => {
    const codes = new Set(Array.from({ length: 10_000 }, () => recoveryCode(newId(), secret)))
    expect(codes.size).toBe(10_000)
    expect(recoveryCode('a', secret)).not.toBe(recoveryCode('a', `${secret}!`))
  })

  it('uses every character of the alphabet about equally', () => {
    const counts = new Map<string, number>()
    for (let round = 0; round < 4000; round++) {
      for (const character of recoveryCode(newId(), secret).replaceAll('-', '')) {
        counts.set(character, (counts.get(character) ?? 0) + 1)
      }
    }
    expect(counts.size).toBe(32)
    for (const count of counts.values()) {
      expect(count).toBeGreaterThan(1700)
      expect(count).toBeLessThan(2300)
    }
  })

  it('is kept only as a hash', () => {
    const code = recoveryCode('a', secret)
    expect(recoveryHash(code)).toMatch(/^[\w-]{43}$/)
    expect(recoveryHash(code)).not.toContain(code)
  })
})

describe('parseRecoveryCode', () => {
  const sloppy = fc.record({
    id: fc.string({ minLength: 1 }),
    lower: fc.boolean(),
    separator: fc.constantFrom('', ' ', '-', ' - ', '–', '\u00a0', '.'),
    zero: fc.constantFrom('0', 'O', 'o'),
    one: fc.constantFrom('1', 'I', 'i', 'L', 'l'),
  })

  it('reads whatever a person makes of a code', () => {
    fc.assert(
      fc.property(sloppy, ({ id, lower, separator, zero, one }) => {
        const code = recoveryCode(id, secret)
        const cased = lower ? code.toLowerCase() : code
        const typed = ` ${cased.replaceAll('-', separator).replaceAll('0', zero).replaceAll('1', one)} `
        expect(parseRecoveryCode(typed)).toBe(code)
      }),
    )
  })

  it.each([
    '',
    'ABCD',
    '0123-4567-89AB-CDE',
    '0123-4567-89AB-CDEFG',
    '0123-4567-89AB-CDEU',
    '0123-4567-89AB-CDE!',
    'x'.repeat(101),
  ])('refuses %j', (typed) => expect(parseRecoveryCode(typed)).toBeNull())
})
