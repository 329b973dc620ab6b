import { expect, test } from 'vitest'
import { changedFields } from './field-difference.ts'
import type { DraftContent } from './same-content.ts'

const content: DraftContent = {
  ...{ slug: 'a', kind: 'how-to', title: 'A title', standfirst: 's', description: 'd', author: 'ann', body: 'b' },
  ...{ reviewedOn: '2026-11-12', roles: ['cook'], skill: null, explore: [], sources: [] },
}

test('fields that differ are named, each with what became of it', () => {
  expect(changedFields(content, { ...content, body: 'other' })).toEqual([])
  const sources = [{ title: 'T', publisher: 'P', url: 'https://a.b', date: '' }]
  const changed = changedFields(content, { ...content, title: 'A new title', roles: ['cook', 'baker'], sources })
  expect(changed.map(({ label }) => label)).toEqual(['Title', 'Roles', 'Sources'])
  expect(changed[0]?.difference).toEqual([
    {
      kind: 'changed',
      pieces: [
        { kind: 'same', text: 'A ' },
        { kind: 'added', text: 'new ' },
        { kind: 'same', text: 'title' },
      ],
    },
  ])
  expect(changed[2]?.difference).toEqual([{ kind: 'changed', pieces: [{ kind: 'added', text: 'T, P, https://a.b' }] }])
})
