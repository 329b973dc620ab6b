import { describe, expect, test } from 'vitest'
import { chooseEncoding, isFresh } from '#server/accept.ts'

describe('the encoding', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', 'identity'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['br;q=0.5, gzip;q=0.5', 'br'],
    ['gzip;q=0.5, identity;q=0.9', 'identity'],
    ['identity;q=0', 'identity'],
    ['br ; q=1.0', 'br'],
    ['br;q=x', 'br'],
    ['gzip;q=0.0001', 'gzip'],
    [',,;', 'identity'],
  ])('%j gets %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding)
    expect(chooseEncoding(header)).toBe(encoding)
  })
})

describe('freshness', () => {
  const etag = '"abc-br"'
  test.each(['"abc-br"', 'W/"abc-br"', '"x", "abc-br"', '"a,b" , W/"abc-br"', '*', ' * '])('%s is fresh', (header) => {
    expect(isFresh(header, etag)).toBe(true)
  })
  test.each([undefined, '', '"abc-gzip"', 'abc-br', '"abc-br', '"ABC-BR"', '**'])('%s is not', (header) => {
    expect(isFresh(header, etag)).toBe(false)
  })
})
