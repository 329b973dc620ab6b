import { describe, expect, it } from 'vitest'
import { parseBody } from './guide-body.ts'
import { readingOutline, usefulness } from './reading-outline.ts'

const body = parseBody(
  [
    ':::skill[SQL]{ref="sql"}\nText.\n:::',
    '## Show it',
    ':::cv-lines{id="cv"}\n- Wrote the queries\n:::',
    'See :related[other].',
    '## Talk',
    ':::question{ref="sql/slow-query"}\nAdvice.\n:::',
  ].join('\n\n'),
)

describe('readingOutline', () => {
  it('is the guide in its order, with what was done where and said of it', () => {
    const copied = { block: 'cv', action: 'copied' as const, people: 7 }
    const said = { section: 'talk', people: 6, answers: 6, yes: 3 }
    const gone = { block: 'gone', action: 'rated' as const, people: 9 }
    const asked = new Map([['sql/slow-query', { question: 'A query is slow. What now?' }]])
    expect(readingOutline(body, [copied, gone], [said], asked)).toEqual({
      sections: [
        {
          id: null,
          heading: 'Before the first section',
          answers: null,
          blocks: [{ key: 'skill-sql', kind: 'skill', heading: 'SQL', uses: [] }],
        },
        {
          id: 'show-it',
          heading: 'Show it',
          answers: null,
          blocks: [{ key: 'cv', kind: 'cvLines', heading: 'Wrote the queries', uses: [copied] }],
        },
        {
          id: 'talk',
          heading: 'Talk',
          answers: said,
          blocks: [
            {
              key: 'question-sql-slow-query',
              kind: 'question',
              heading: 'A query is slow. What now?',
              uses: [],
            },
          ],
        },
      ],
      gone: 1,
    })
  })

  it('of a guide that is not public is empty', () => {
    expect(readingOutline(null, [], [], new Map())).toEqual({ sections: [], gone: 0 })
  })
})

describe('usefulness', () => {
  it('is a share of the answers, from five people up', () => {
    expect(usefulness({ people: 5, answers: 6, yes: 4 })).toBe('useful in 67% of the answers of 5 people')
    expect(usefulness({ people: 4, answers: 9, yes: 9 })).toBe('answers of fewer than five people')
  })
})
