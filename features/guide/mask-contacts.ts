// Also as people write an address to keep it from machines: name (at) example.org.
const email = /[^\s@<>()[\],;:]+\s?(?:@|[([]\s?at\s?[)\]])\s?[^\s@<>()[\],;:]+\.\p{L}{2,}/giu
const digits = /(?:\+|\(\+?)?\p{Nd}(?:[\s().\-‐-–/]*\p{Nd}){6,}/gu
const years = /^(?:19|20)\d\d\s?[-‐-–/]\s?(?:19|20)\d\d$/

/**
 * Takes email addresses and telephone numbers out of what a reader wrote to nobody in particular. Rather one number too
 * many than one too few: a comment says what it says without them.
 */
export function maskContacts(text: string): string {
  return text.replace(email, '[email address]').replace(digits, (found) => {
    const count = found.match(/\p{Nd}/gu)?.length ?? 0
    const dialled = /^[(+0]/.test(found) ? 7 : 9
    return count >= dialled && !years.test(found) ? '[number]' : found
  })
}
