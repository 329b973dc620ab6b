import { expect, test } from 'vitest'
import { lintDraftApart } from '#features/draft/draft-apart.ts'
import { lintDraft } from '#features/draft/draft-content.ts'
import { fromWire, nothingKnown } from '#features/draft/known-wire.ts'
import { readAhead } from './incoming.ts'
import { startingContent } from './starting-content.ts'

test('every guide of the library reads the same in a thread as it does here', async () => {
  const [ahead, here] = [startingContent(), startingContent()]
  await readAhead(ahead)
  expect(here.guides.length).toBeGreaterThan(20)
  for (const [index, { public: guide }] of here.guides.entries()) {
    const read = guide?.read()
    const apart = ahead.guides[index]?.public?.read()
    expect(apart).toEqual(read)
    if (!read || !apart) throw new Error('There is no text')
    const known = fromWire(nothingKnown, read.references.slice(1))
    expect(await lintDraftApart(apart, known)).toEqual(lintDraft(read, known))
  }
}, 60_000)
