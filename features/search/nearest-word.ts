/** A word that the site uses, and in how many of its texts. */
export interface KnownWord {
  term: string
  texts: number
}

interface Packed {
  terms: string[]
  texts: number[]
  /** Which letters a word has, a bit for each of a to z and one for all others. */
  letters: Int32Array
}

/** How many slips are forgiven in a word of some length: none where another word is as likely. */
export function slipsAllowed(length: number): number {
  if (length < 3) return 0
  return length < 8 ? 1 : 2
}

/** The words that the site uses, ready to be searched for the one that somebody meant. */
export class WordBook {
  readonly #byLength = new Map<number, Packed>()

  constructor(words: Iterable<KnownWord>) {
    const lists = new Map<number, KnownWord[]>()
    for (const word of words) {
      const list = lists.get(word.term.length)
      if (list) list.push(word)
      else lists.set(word.term.length, [word])
    }
    for (const [length, list] of lists) {
      this.#byLength.set(length, {
        terms: list.map(({ term }) => term),
        texts: list.map(({ texts }) => texts),
        letters: Int32Array.from(list, ({ term }) => lettersOf(term)),
      })
    }
  }

  /**
   * The words that are fewest slips away (a letter too many, too few, another one, or two swapped), the nearest first;
   * among equals those with the same first letter, and then those that more texts use.
   * @param begun whether it may be the beginning of a word only, whose first letter is right then
   */
  nearest(word: string, { take = 1, begun = false } = {}): string[] {
    const allowed = slipsAllowed(word.length)
    if (allowed === 0) return []
    const near: { term: string; score: number; texts: number }[] = []
    for (const { term, texts } of begun ? this.#begunAlike(word, allowed) : this.#alike(word, allowed)) {
      const slips = begun ? slipsToBeginning(word, term, allowed) : slipsBetween(word, term, allowed)
      // Of three letters, another first one makes another word.
      if (word.length === 3 && term[0] !== word[0]) continue
      if (slips <= allowed) near.push({ term, texts, score: slips + (term[0] === word[0] ? 0 : 0.5) })
    }
    return near
      .sort((a, b) => a.score - b.score || b.texts - a.texts)
      .slice(0, take)
      .map(({ term }) => term)
  }

  /** The words of about that length with about those letters: each slip changes two letters of the set at most. */
  *#alike(word: string, allowed: number): Generator<KnownWord> {
    const letters = lettersOf(word)
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      const list = this.#byLength.get(length)
      for (let at = 0; list && at < list.terms.length; at++) {
        if (bits((list.letters[at] ?? 0) ^ letters) > 2 * allowed) continue
        yield { term: list.terms[at] ?? '', texts: list.texts[at] ?? 0 }
      }
    }
  }

  /** The words of that length or longer with the same first letter and about those letters. */
  *#begunAlike(word: string, allowed: number): Generator<KnownWord> {
    const letters = lettersOf(word)
    for (const [length, list] of this.#byLength) {
      if (length < word.length - allowed) continue
      for (let at = 0; at < list.terms.length; at++) {
        const term = list.terms[at] ?? ''
        if (term[0] !== word[0] || bits(letters & ~(list.letters[at] ?? 0)) > allowed) continue
        yield { term, texts: list.texts[at] ?? 0 }
      }
    }
  }
}

function lettersOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26)
  }
  return mask
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/**
 * Slips between two words: the optimal string alignment distance (Damerau 1964, without edits inside of a swap).
 * @returns the number, or `most + 1` for anything above `most`
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  return Math.min(lastRow(a, b, most)?.[b.length] ?? most + 1, most + 1)
}

/** The same between a word and that beginning of another one which is nearest to it. */
export function slipsToBeginning(word: string, whole: string, most: number): number {
  const row = lastRow(word, whole.slice(0, word.length + most), most)
  return row ? Math.min(...row, most + 1) : most + 1
}

/** The slips between a word and each beginning of another one, by length; null where all are above `most`. */
function lastRow(a: string, b: string, most: number): number[] | null {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, last, before)
    if (Math.min(...row) > most) return null
    before = last
    last = row
  }
  return last
}

function nextRow(a: string, b: string, i: number, last: readonly number[], before: readonly number[]): number[] {
  const row = [i]
  for (let j = 1; j <= b.length; j++) {
    const another = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const swap = swapped ? (before[j - 2] ?? 0) + 1 : another
    row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, another, swap))
  }
  return row
}
