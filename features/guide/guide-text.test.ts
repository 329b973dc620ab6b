import { expect, test } from 'vitest'
import { parseBody } from './guide-body.ts'
import { sectionTexts } from './guide-text.ts'

test('a guide is read in its sections, skill blocks among them', () => {
  const body = parseBody(
    [
      'Before **all**.',
      '## First & `foremost`',
      'One.\n\n- two\n- three\n',
      ':::skill[Tables]{ref="sql"}\nA *join*.\n:::',
      'After it.',
      ':::step[Do it]{id="do-it" skills="sql" hours="1" done="seen"}\nSlowly.\n:::',
      '### Part',
      '| a | b |\n|---|---|\n| c | d |',
    ].join('\n\n'),
  )
  expect(body.problems).toEqual([])
  expect(sectionTexts(body)).toEqual([
    { anchor: '', heading: '', text: 'Before all.' },
    { anchor: 'first--foremost', heading: 'First & foremost', text: 'One. two three After it. Do it Slowly.' },
    { anchor: 'skill-sql', heading: 'Tables', text: 'A join.' },
    { anchor: 'part', heading: 'Part', text: 'a · b · c · d' },
  ])
})
