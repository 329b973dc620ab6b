import { randomFillSync } from 'node:crypto'

// Crockford's base 32 without its look-alikes: easy to read out on the telephone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10
const pool = Buffer.alloc(length * 512)
let used = pool.length

/** A fresh request reference, such as `7K2MZ0QX4B`: it stands on error pages and in the log. */
export function newReference(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let text = ''
  for (const end = used + length; used < end; used++) text += alphabet[(pool[used] ?? 0) & 31]
  return text
}
