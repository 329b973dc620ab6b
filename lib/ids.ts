import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** @returns 128 random bits as 22 URL-safe characters: an id that may stand in an address. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}

/** @returns 256 random bits as 43 URL-safe characters: a secret that a cookie or a link carries. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. Tokens are random, so one round of SHA-256 is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Compares two strings in a time that does not depend on where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
