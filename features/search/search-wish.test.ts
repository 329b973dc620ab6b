import { expect, test } from 'vitest'
import { wishOf } from './search-wish.ts'

test.each([
  ['sql interview question', 'sql'],
  ['Interview questions for a nurse', 'for a nurse'],
  ['kubernetes questions', 'kubernetes'],
])('%s is a wish for questions', (query, rest) => {
  expect(wishOf(query)).toEqual({ query: rest, kind: 'question', undecided: false })
})

test.each(['interview questions', 'interview', 'questionnaire design', 'technical interview'])(
  '%s is none',
  (query) => {
    expect(wishOf(query)).toEqual({ query, kind: null, undecided: false })
  },
)

test.each(['which job suits me', 'Job without experience', 'computer job no degree', 'career quiz', 'changing career'])(
  '%s is asked by somebody who does not know yet',
  (query) => {
    expect(wishOf(query).undecided).toBe(true)
  },
)

test.each(['work experience', 'job description', 'nurse', 'without script'])('%s is not', (query) => {
  expect(wishOf(query).undecided).toBe(false)
})
