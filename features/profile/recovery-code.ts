import { createHmac } from 'node:crypto'
import { hashToken } from '#lib/ids.ts'

// Crockford's base 32: no I, L, O or U, so that nothing read aloud or copied by hand is ambiguous.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

/**
 * The code that finds a guest again: 80 bits in four groups. It follows from the secret and the id, so that it can be
 * shown again without being kept; what is kept is its hash.
 */
export function recoveryCode(personId: string, secret: string): string {
  const bytes = createHmac('sha256', secret).update(`recovery:${personId}`).digest()
  // 32 divides 256, so five bits of a byte are as even as eight.
  const characters = [...bytes.subarray(0, length)].map((byte) => alphabet[byte % 32])
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-')
}

/**
 * Reads a code as people type it: in any case, with spaces or hyphens, with O for 0 and I or L for 1.
 * @returns the code as recoveryCode writes it, or null if it cannot be one
 */
export function parseRecoveryCode(typed: string): string | null {
  if (typed.length > 100) return null
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}

/** @returns what is kept of a code */
export function recoveryHash(code: string): string {
  return hashToken(`recovery ${code}`)
}
