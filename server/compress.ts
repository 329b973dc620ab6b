import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from '#server/accept.ts'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/**
 * A copy that takes just its own length. What zlib returns, and what Buffer makes of short texts, are views of larger
 * memory, which would be held for as long as the view is.
 */
export function exact(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

/** Compresses off the main thread: `kept` for copies that many will read, otherwise for one reader who waits. */
export async function compress(body: Buffer, encoding: Encoding, kept: boolean): Promise<Buffer> {
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return deflate(body, { level: kept ? 9 : 6 })
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: kept ? 9 : 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}
