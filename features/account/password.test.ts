import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashPassword, passwordProblem, verifyPassword } from './password.ts'

const own = { email: 'ada.lovelace@example.org', name: 'Ada Lovelace' }

describe('passwordProblem', () => {
  it('counts code points, not bytes or halves', async () => {
    expect(await passwordProblem('k7#pQ2x', own)).toMatch(/at least 8/)
    expect(await passwordProblem('k7#pQ2xL', own)).toBeNull()
    expect(await passwordProblem('🐙🦑🐌🦋🐛🐞🦗', own)).toMatch(/at least 8/)
    expect(await passwordProblem('🐙🦑🐌🦋🐛🐞🦗🪲', own)).toBeNull()
    expect(await passwordProblem('🐙'.repeat(256), own)).toBeNull()
    expect(await passwordProblem('🐙'.repeat(257), own)).toMatch(/at most 256/)
  })

  it.each(['password', 'PassWord', 'qwertyuiop', '1234567890', 'iloveyou', 'baseball'])('refuses %j', async (word) => {
    expect(await passwordProblem(word, own)).toMatch(/guessed first/)
  })

  it('refuses every one of the 3,000 most common ones', async () => {
    const words = dictionary['passwords-common'].slice(0, 3000).map(String)
    expect(words).toHaveLength(3000)
    for (const word of words) expect(await passwordProblem(word, own), word).not.toBeNull()
  })

  it.each([
    'ada.lovelace@example.org',
    'ADA.LOVELACE@example.org',
    'ada.lovelace',
    'Ada Lovelace',
    'adalovelace',
    'GuidePost',
  ])('refuses %j for Ada', async (word) => expect(await passwordProblem(word, own)).toMatch(/name or email/))

  it.each(['correct horse battery', '        x', 'пароль не простой', 'لوحة مفاتيح', 'line\tand\0nul!'])(
    'takes %j: any character will do',
    async (word) => expect(await passwordProblem(word, own)).toBeNull(),
  )

  it('refuses half a character', async () => {
    expect(await passwordProblem('abcdefgh\ud83d', own)).toMatch(/broken/)
  })
})

describe('hashPassword and verifyPassword', () => {
  it('writes argon2id with the parameters of OWASP', async () => {
    expect(await hashPassword('k7#pQ2xL')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('takes back any 200 Unicode passwords, and no other', { timeout: 60_000 }, async () => {
    const password = fc.string({ unit: 'binary', minLength: 8, maxLength: 128 })
    await fc.assert(
      fc.asyncProperty(password, async (typed) => {
        const stored = await hashPassword(typed)
        expect(await verifyPassword(stored, typed)).toBe(true)
        expect(await verifyPassword(stored, typed.normalize('NFD'))).toBe(true)
        expect(await verifyPassword(stored, `${typed}x`)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['another case', 'K7#pQ2xL'],
    ['a space before', ' k7#pQ2xL'],
    ['a space after', 'k7#pQ2xL '],
    ['one character less', 'k7#pQ2x'],
    ['a full-width letter', 'ｋ7#pQ2xL'],
    ['nothing', ''],
  ])('refuses %s', async (_, typed) => {
    expect(await verifyPassword(await hashPassword('k7#pQ2xL'), typed)).toBe(false)
  })

  it('cuts nothing off: passwords that differ after 72 bytes differ', async () => {
    const start = 'é'.repeat(128)
    expect(await verifyPassword(await hashPassword(`${start}a`), `${start}b`)).toBe(false)
  })

  it('says no without an account, in about the time it takes with one', async () => {
    const stored = await hashPassword('k7#pQ2xL')
    expect(await verifyPassword(undefined, 'k7#pQ2xL')).toBe(false)
    const time = async (hash: string | undefined) => {
      const times: number[] = []
      for (let round = 0; round < 9; round++) {
        const start = performance.now()
        await verifyPassword(hash, 'something else')
        times.push(performance.now() - start)
      }
      return times.sort((a, b) => a - b)[4] ?? 0
    }
    const [without, withOne] = [await time(undefined), await time(stored)]
    expect(without).toBeGreaterThan(withOne / 2)
    expect(without).toBeLessThan(withOne * 2)
  })
})
