const longest = 254
const longestLocal = 64

/**
 * The one spelling under which an email address is stored, compared and limited.
 * Full-width look-alikes are folded first, so that `a＠b` cannot pass for something without an at sign; the domain
 * becomes ASCII; case is dropped. Quoted names, comments and lists are refused: nobody's account needs them, and mail
 * software disagrees about where they lead.
 * @returns null if it is no address that could be written to
 */
export function normaliseEmail(value: string): string | null {
  if (value.length > 4 * longest || !value.isWellFormed()) return null
  const [local, domain, ...more] = fold(value.trim()).split('@')
  if (local === undefined || domain === undefined || more.length > 0) return null
  const host = asciiDomain(domain)
  if (!isLocalPart(local) || host === null) return null
  const email = `${local}@${host}`
  return email.length <= longest ? email : null
}

/** Compatibility forms and case, until nothing changes: lower-casing can bring a compatibility form back. */
function fold(value: string): string {
  const folded = value.normalize('NFKC').toLowerCase().normalize('NFKC')
  return folded === value ? folded : fold(folded)
}

function isLocalPart(local: string): boolean {
  return (
    new TextEncoder().encode(local).length <= longestLocal &&
    /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local)
  )
}

/** @returns the domain as mail servers look it up, or null: a name with a dot in it, no address in numbers. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return null
  let host: string
  try {
    host = new URL(`http://${domain}`).hostname
  } catch {
    return null
  }
  const labels = host.split('.')
  const valid = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  return valid && labels.length > 1 && /[a-z]/.test(labels.at(-1) ?? '') ? host : null
}
