/** @returns the size that the header of a WebP file tells, in pixels; null for any other file. */
export function webpSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 30 || latin(bytes, 0) !== 'RIFF' || latin(bytes, 8) !== 'WEBP') return null
  switch (latin(bytes, 12)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}

const latin = (bytes: Buffer, at: number): string => bytes.subarray(at, at + 4).toString('latin1')
