import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseEmail } from './email.ts'

describe('normaliseEmail', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada@Example.ORG ', 'ada@example.org'],
    ['ada＠example.org', 'ada@example.org'],
    ['ＡＤＡ@ｅｘａｍｐｌｅ.org', 'ada@example.org'],
    ["o'hara+jobs@mail.example.co.uk", "o'hara+jobs@mail.example.co.uk"],
    ['jürgen@bücher.example', 'jürgen@xn--bcher-kva.example'],
    ['用户@例子.广告', '用户@xn--fsqu00a.xn--4rr70v'],
    ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
  ])('keeps %j as %j', (typed, kept) => expect(normaliseEmail(typed)).toBe(kept))

  it.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@localhost',
    'ada@example',
    'ada@@example.org',
    'ada@b@example.org',
    'ada＠b@example.org',
    'ada@example.org@evil.example',
    '"ada"@example.org',
    '"ada@evil.example"@example.org',
    'ada@evil.example,eve@example.org',
    'ada;eve@example.org',
    'Ada <ada@example.org>',
    'ada(comment)@example.org',
    'ada@example.org(comment)',
    'a da@example.org',
    'ada@exa mple.org',
    'ada\n@example.org',
    'ada@example.org\r\nBcc: eve@evil.example',
    'ada\0@example.org',
    'ada\u200b@example.org',
    'ada\u202e@example.org',
    '\ud800@example.org',
    '.ada@example.org',
    'ada.@example.org',
    'a..da@example.org',
    'ada@.example.org',
    'ada@example.org.',
    'ada@example..org',
    'ada@-example.org',
    'ada@example-.org',
    'ada@example.org:25',
    'ada@example.org/path',
    'ada@example.org?x',
    'ada@example.org#x',
    'ada@exam%70le.org',
    'ada@127.0.0.1',
    'ada@0x7f.1',
    'ada@2130706433',
    'ada@[127.0.0.1]',
    'ada@[::1]',
    'ada\\@example.org',
    `${'a'.repeat(65)}@example.org`,
    `${'é'.repeat(33)}@example.org`,
    `a@${'a'.repeat(64)}.org`,
    `a@${'abcdefgh.'.repeat(30)}org`,
    `${'a'.repeat(100_000)}@example.org`,
  ])('refuses %j', (typed) => expect(normaliseEmail(typed)).toBeNull())

  it('has one spelling for an address, whatever is thrown at it', () => {
    const part = fc.string({ unit: 'binary', maxLength: 20 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.tuple(part, part).map(([a, b]) => `${a}@${b}.org`),
        ),
        (typed) => {
          const kept = normaliseEmail(typed)
          if (kept === null) return
          expect(normaliseEmail(kept)).toBe(kept)
          expect(kept.split('@')).toHaveLength(2)
          expect(kept).toMatch(/^[^\s"(),:;<>@[\]\\\p{C}]+@[a-z0-9.-]+$/u)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
