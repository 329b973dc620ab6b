import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Stretch, textDifference, wordsChanged } from './text-difference.ts'

const text = (difference: Stretch[], left: 'added' | 'removed') =>
  difference
    .flatMap((stretch) =>
      stretch.kind === 'same'
        ? [stretch.text]
        : stretch.pieces.filter(({ kind }) => kind !== left).map((piece) => piece.text),
    )
    .join('')

const marked = (before: string, after: string) =>
  textDifference(before, after)
    .flatMap((stretch) =>
      stretch.kind === 'same'
        ? [stretch.text]
        : stretch.pieces.map(
            ({ kind, text: part }) => ({ same: part, added: `+${part}+`, removed: `-${part}-` })[kind],
          ),
    )
    .join('')

describe('textDifference', () => {
  test('gives back both texts, whatever they are', () => {
    const words = fc.array(
      fc.constantFrom('a', 'word', 'Ödipus', ' ', '\n', '\n\n', '\n \n', '\r\n', '.', '\t', '**', '🙂'),
      { maxLength: 60 },
    )
    const any = fc.oneof(
      words.map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    fc.assert(
      fc.property(any, any, (before, after) => {
        const difference = textDifference(before, after)
        expect(text(difference, 'added')).toBe(before)
        expect(text(difference, 'removed')).toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  test('is told by the word, and only where something changed', () => {
    expect(marked('One.\n\nTwo words.\n\nThree.', 'One.\n\nTwo other words.\n\nThree.')).toBe(
      'One.\n\nTwo +other +words.\n\nThree.',
    )
    expect(marked('One.\n\nGone.\n\nThree.', 'One.\n\nThree.')).toBe('One.\n\n-Gone.\n\n-Three.')
    expect(textDifference('The same.\n\nText.', 'The same.\n\nText.')).toEqual([
      { kind: 'same', text: 'The same.\n\nText.' },
    ])
    expect(textDifference('', '')).toEqual([])
  })

  test('of long texts is quick, a little changed or altogether', () => {
    const passage = (number: number) => `Passage ${number} ${'has some words in it '.repeat(12)}\n\n`
    const long = Array.from({ length: 400 }, (_, number) => passage(number))
    const edited = long.with(200, 'Another one.\n\n').join('')
    const other = Array.from({ length: 400 }, (_, number) =>
      passage(number).split(' ').toReversed().join(` ${number} `),
    ).join('')
    const started = performance.now()
    expect(wordsChanged(textDifference(long.join(''), edited)).added).toBe(2)
    expect(text(textDifference(long.join(''), other), 'removed')).toBe(other)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

test('words that came and went are counted, and not what stands between them', () => {
  expect(wordsChanged(textDifference('Two words, here.', 'Two other words: here!'))).toEqual({ added: 1, removed: 0 })
  expect(wordsChanged(textDifference('Gone.', 'Come and stayed.'))).toEqual({ added: 3, removed: 1 })
})
