/** The chunks that hold a still picture. Everything else in a WebP is metadata, colour profiles, animation or stowaways. */
const ofPicture = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L'])
/** In the first byte of VP8X: that some of it is transparent. All the other bits speak of what is left out. */
const transparent = 0x10

/**
 * Takes out of a WebP file whatever is not its pixels: metadata, and anything after its end. A file that the site made
 * itself comes back byte by byte.
 * @returns null for what is no still WebP picture, or is cut off
 */
export function bareWebp(bytes: Buffer): Buffer | null {
  if (bytes.length < 20 || latin(bytes, 0) !== 'RIFF' || latin(bytes, 8) !== 'WEBP') return null
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return null
  const kept: Buffer[] = []
  const names: string[] = []
  for (let at = 12; at < end; ) {
    if (at + 8 > end) return null
    const size = bytes.readUInt32LE(at + 4)
    // A chunk of an odd length is followed by one byte of nothing.
    const next = at + 8 + size + (size % 2)
    if (next > end) return null
    const name = latin(bytes, at)
    if (ofPicture.has(name)) {
      const chunk = Buffer.from(bytes.subarray(at, next))
      if (size % 2 === 1) chunk[chunk.length - 1] = 0
      if (name === 'VP8X') chunk.writeUInt32LE((chunk[8] ?? 0) & transparent, 8)
      kept.push(chunk)
      names.push(name)
    }
    at = next
  }
  if (!/^(?:VP8 |VP8L|VP8X(?:ALPH)?VP8 |VP8XVP8L)$/.test(names.join(''))) return null
  const body = Buffer.concat(kept)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}

const latin = (bytes: Buffer, at: number): string => bytes.subarray(at, at + 4).toString('latin1')
