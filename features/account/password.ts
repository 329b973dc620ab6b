import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

export const shortestPassword = 8
export const longestPassword = 256

// OWASP's floor for argon2id, about 35 ms here. The library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/**
 * What is hashed of a password: Unicode's NFC, because one keyboard writes é as one code point and another as two.
 * NFC and nothing else: no trimming, no cutting, no change of case, and no two different characters made one.
 */
const canonical = (password: string) => password.normalize('NFC')

/** Says what is wrong with a new password at first sight, or null. Lengths are in code points. */
export function passwordLengthProblem(password: string): string | null {
  const plain = canonical(password)
  // UTF-8 has no half characters: all of them would be hashed as the same replacement.
  if (!plain.isWellFormed()) return 'This holds a broken character. Type the password again.'
  const length = [...plain].length
  if (length < shortestPassword) return `Use at least ${shortestPassword} characters.`
  if (length > longestPassword) return `Use at most ${longestPassword} characters.`
  return null
}

/**
 * Says what is wrong with a new password, or null.
 * @param own what the person is called here: none of it may be the password
 */
export async function passwordProblem(password: string, own: { email: string; name: string }): Promise<string | null> {
  const problem = passwordLengthProblem(password)
  if (problem) return problem
  const folded = canonical(password).toLowerCase()
  if (ownWords(own).has(folded)) return 'Do not use your name or email address as the password.'
  if ((await commonPasswords()).has(folded)) {
    return 'This is one of the passwords that are guessed first. Choose one that is your own.'
  }
  return null
}

function ownWords({ email, name }: { email: string; name: string }): Set<string> {
  const lower = canonical(name).toLowerCase()
  return new Set([email, email.split('@')[0] ?? '', lower, lower.replace(/\s+/g, ''), 'guidepost'])
}

let common: Promise<Set<string>> | undefined

/** 48,000 passwords from breaches, in lower case. Loaded when the first one is checked. */
function commonPasswords(): Promise<Set<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase())),
  )
  return common
}

/** @returns the hash as a PHC string, which names its own parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), cost)
}

let dummy: Promise<string> | undefined

/**
 * Compares a password with the hash of an account. Without an account it takes the same time and says no.
 * @param stored undefined if there is no such account
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  // Of random bytes that nobody knows, so that even a match would say nothing.
  dummy ??= hash(randomBytes(32), cost)
  const right = await verify(stored ?? (await dummy), canonical(password))
  return right && stored !== undefined
}
