import { expect, test } from 'vitest'
import { parseBody } from './guide-body.ts'
import { countReading, countSyllables, readingEase } from './reading-ease.ts'
import { syllablesIn } from './syllables.ts'

/** Counted by hand, and in doubt by the dictionary: what is hard to count, not what is common. */
const byHand: Record<number, string> = {
  1: 'made rule strength asked guard played role',
  2: 'table houses wanted language client react quiet something evening centre pages colleagues notebooks',
  3: 'idea safeguarding employer supplier radio timetable handwriting',
  4: 'experienced everybody’s material application priority January',
  5: 'creativity opportunities organisation curiosity vocabulary',
  6: 'responsibility responsibilities',
}

test.each(
  Object.entries(byHand).flatMap(([count, words]) => words.split(' ').map((word): [string, number] => [word, +count])),
)('the syllables of %s: %i', (word, count) => {
  expect(syllablesIn(word)).toBe(count)
})

test.each([
  // Both stand, with these results, in Wikipedia's article on Flesch's formula.
  ['The cat sat on the mat.', 116],
  ['The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', 37.5],
])('"%s" reads as is said of it: %d', (text, ease) => {
  const read = countReading(parseBody(text))
  expect(readingEase(read ?? never())).toBeCloseTo(ease, 0)
})

test('the formula, worked out by hand: 100 words, 5 sentences, 150 syllables', () => {
  // 206.835 - 1.015 * 20 - 84.6 * 1.5
  expect(readingEase({ words: 100, sentences: 5, syllables: 150 })).toBeCloseTo(59.635, 3)
})

test('a figure, a symbol and initials have one syllable, a word with hyphens those of its parts', () => {
  expect(countSyllables('17,350 £40 API HTTP/2 a I')).toBe(6)
  expect(countSyllables('a full-stack developer’s to-do list – isn’t it?')).toBe(13)
})

test('what is no running text is not counted', () => {
  const text = `## A heading of five words

Two short words. And a second
sentence.

- An item without a stop

| A cell | Another cell |
|---|---|
| of a | table |

\`\`\`
code of three
\`\`\`

Related: :related[some-guide]

:::step[A heading]{id="a" skills="sql" hours="1" done="it is done"}
Text of a block.
:::

:::cv-lines{id="b" skills="sql"}
- Cut the time of a query from nine seconds to 40 ms
:::
`
  expect(countReading(parseBody(text))).toMatchObject({ words: 16, sentences: 4, longest: 5 })
  expect(countReading(parseBody('## Only a heading'))).toBeNull()
})

const never = (): never => {
  throw new Error('There is no sentence')
}
