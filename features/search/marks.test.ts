import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestSection } from './best-section.ts'
import { markText, passageOf } from './marks.ts'

const sought = (...words: string[]) => ({ words: new Set(words), prefixes: [] as string[] })
const marked = (text: string, ...words: string[]) =>
  markText(text, sought(...words)).flatMap((piece) => (piece.marked ? piece.text : []))

describe('marks', () => {
  test('whole words as they were written, with signs and accents', () => {
    expect(marked('Write C++, C# and c; no Csharp.', 'c++', 'c')).toEqual(['C++', 'c'])
    expect(marked('Café, cafés', 'cafe')).toEqual(['Café'])
    expect(markText('Kubernetes', { words: new Set(), prefixes: ['kube'] })).toEqual([
      { text: 'Kubernetes', marked: true },
    ])
  })

  test('are the same by either way of looking for them', () => {
    const word = fc.constantFrom('c', 'c++', 'query', 'plan', 'plans', 'ab', 'node', '#', '1')
    fc.assert(
      fc.property(fc.array(word), fc.array(word), fc.constantFrom(' ', ', ', '-', ''), (text, words, between) => {
        const plain = markText(text.join(between), sought(...words))
        // An accent at the end sends it the slow way.
        expect(markText(`${text.join(between)} é`, sought(...words))).toEqual(
          plain.at(-1)?.marked === false
            ? [...plain.slice(0, -1), { text: `${plain.at(-1)?.text} é`, marked: false }]
            : [...plain, { text: ' é', marked: false }],
        )
      }),
    )
  })

  test('leave the text as it is, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
        expect(
          markText(text, sought(...words))
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('a passage', () => {
  const text = `${'Something else stands here first. '.repeat(20)}Then the query plan shows the cost. ${'And so on. '.repeat(30)}`

  test('shows what was searched for, from the start of its sentence, and where it was cut', () => {
    expect(passageOf(text, sought('query', 'plan'), 100)).toMatch(/^… Then the query plan shows the cost\. .* …$/)
    expect(passageOf('Short.', sought('x'))).toBe('Short.')
    expect(passageOf(text, sought('nowhere'), 50)).toBe('Something else stands here first. Something else …')
  })

  test('cuts no word and stays about as long as it may', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-e]{1,9}\.?$/), { minLength: 1, maxLength: 200 }), (words) => {
        const all = words.join(' ')
        const passage = passageOf(all, sought(words.at(-1)?.replace('.', '') ?? ''), 80)
        expect(passage.length).toBeLessThanOrEqual(84)
        const known = new Set(words)
        for (const word of passage.replace(/…/g, ' ').split(/\s+/).filter(Boolean)) expect(known).toContain(word)
      }),
    )
  })
})

test('the best section has the most of what was asked, then has it in its heading', () => {
  const section = (anchor: string, heading: string, text: string) => ({ anchor, heading, text })
  const sections = [
    section('a', 'Plans', 'plan plan plan plan'),
    section('b', 'Databases', 'Read the plan of a query.'),
    section('c', 'Query plans', 'The plan of a query, again.'),
    section('d', 'Else', 'Nothing.'),
  ]
  expect(bestSection(sections, sought('query', 'plan', 'plans'))?.anchor).toBe('c')
  expect(bestSection(sections, sought('databases'))?.anchor).toBe('b')
  expect(bestSection(sections, sought('zebra'))).toBeNull()
})
