import { maskContacts } from '#features/guide/mask-contacts.ts'
import { wordsOf } from './search-words.ts'

const longest = 60

/**
 * A search as it is kept when it found nothing: so that the same wish is one row, and nobody's address or number stays.
 * @returns null for what says nothing to an editor: no word, or something too long to be a search
 */
export function missText(query: string): string | null {
  // Wide letters are letters, and an address written with them is an address.
  const plain = query.normalize('NFKC')
  const masked = maskContacts(plain)
  if (masked !== plain) return null
  const text = wordsOf(masked).join(' ')
  return text.length < 2 || text.length > longest || !/\p{L}/u.test(text) ? null : text
}
