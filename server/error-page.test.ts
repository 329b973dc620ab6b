import { expect, test } from 'vitest'
import { errorPage } from '#server/error-page.ts'
import { newReference } from '#server/reference.ts'

test.each([400, 403, 404, 405, 408, 413, 429, 431, 500] as const)(
  'the page for %i is whole, and loads nothing but its styles',
  (status) => {
    const html = errorPage(status, 'REF0123456')
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/)
    expect(html).toContain('<h1>')
    expect(html).toContain('<a href="/">Go to the front page</a>')
    expect(html).toContain('<header><a href="/">Guidepost</a></header>')
    expect(html).toContain('REF0123456')
    expect(html).not.toMatch(/<script|style=|https?:/)
    // Sent at once only below this size (server/send.ts).
    expect(Buffer.byteLength(html)).toBeLessThan(2048)
  },
)

test('references are short, readable and do not repeat', () => {
  const references = Array.from({ length: 20_000 }, newReference)
  expect(new Set(references).size).toBe(20_000)
  for (const reference of references) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
})
