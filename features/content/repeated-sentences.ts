import type { ContentProblem } from './content-yaml.ts'
import type { LibrarySentence } from './library-texts.ts'

/** Shorter ones are said twice by chance. */
const wordsAtLeast = 6
/** Interviewers have their turns, "What do you check, and in which order?"; what comes before them is to be new. */
const asked = { field: /^questions\.\d+\.question$/, wordsAtLeast: 10 }
/** Two words of fewer than these make another sentence. */
const nearAtLeast = 12
const changesAtMost = 2

/** Sentences that stand in two files, word for word. Each is named where it stands the second time. */
export function repeatedSentences(sentences: LibrarySentence[]): ContentProblem[] {
  const first = new Map<string, LibrarySentence>()
  return sentences.flatMap((sentence) => {
    if (sentence.words.length < (asked.field.test(sentence.field) ? asked.wordsAtLeast : wordsAtLeast)) return []
    const key = sentence.words.join(' ')
    const before = first.get(key)
    if (!before) first.set(key, sentence)
    if (!before || before.file === sentence.file) return []
    return [problemOf(sentence, `This sentence stands in ${placeOf(before)} as well`, 'error')]
  })
}

/** Sentences of which another file has nearly the same: one or two words were changed, added or left out. */
export function nearRepeats(sentences: LibrarySentence[]): ContentProblem[] {
  const byThird = new Map<string, LibrarySentence[]>()
  return sentences.flatMap((sentence) => {
    if (sentence.words.length < nearAtLeast) return []
    const near = candidates(sentence, byThird).find((before) => isNear(before, sentence))
    for (const third of thirdsOf(sentence.words)) {
      const holders = byThird.get(third)
      if (holders) holders.push(sentence)
      else byThird.set(third, [sentence])
    }
    return near ? [problemOf(sentence, `${placeOf(near)} has nearly the same sentence`, 'warning')] : []
  })
}

/** Two changes leave one of three parts whole, so who is near holds a third of the other. */
function thirdsOf(words: readonly string[]): string[] {
  const [one, two] = [Math.floor(words.length / 3), Math.floor((words.length * 2) / 3)]
  return [words.slice(0, one), words.slice(one, two), words.slice(two)].map((part) => part.join(' '))
}

function candidates({ words }: LibrarySentence, byThird: ReadonlyMap<string, LibrarySentence[]>): LibrarySentence[] {
  const least = Math.floor((words.length - changesAtMost) / 3)
  const most = Math.ceil((words.length + changesAtMost) / 3)
  const found = new Set<LibrarySentence>()
  for (let size = least; size <= most; size++) {
    for (let start = 0; start + size <= words.length; start++) {
      for (const each of byThird.get(words.slice(start, start + size).join(' ')) ?? []) found.add(each)
    }
  }
  return [...found]
}

/** The same words are a repeat, which is named as such. */
function isNear(one: LibrarySentence, other: LibrarySentence): boolean {
  if (one.file === other.file || one.words.join(' ') === other.words.join(' ')) return false
  return areWithin(changesAtMost, one.words, other.words)
}

/** @returns whether so many words changed, added or left out make one of the other. */
function areWithin(changes: number, one: readonly string[], other: readonly string[], at = 0, there = 0): boolean {
  let [here, across] = [at, there]
  while (here < one.length && one[here] === other[across]) {
    here++
    across++
  }
  if (here === one.length && across === other.length) return true
  if (changes === 0) return false
  return (
    areWithin(changes - 1, one, other, here + 1, across + 1) ||
    areWithin(changes - 1, one, other, here + 1, across) ||
    areWithin(changes - 1, one, other, here, across + 1)
  )
}

const placeOf = ({ file, line }: LibrarySentence): string => `${file}:${line}`

function problemOf(
  { file, line, field, text }: LibrarySentence,
  what: string,
  severity: 'error' | 'warning',
): ContentProblem {
  return { file, line, field, message: `${what}: "${text}"`, severity }
}
