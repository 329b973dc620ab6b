import { afterAll, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import * as db from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { missedSearches } from './miss-queries.ts'

afterAll(testDatabase())

test('what finds something by now is left out, what finds only some of its words is not', async () => {
  await write(async (tx) => {
    const rows = ['keeping hawks', 'falconry', 'cooking falcons'].flatMap((query, index) =>
      Array.from({ length: 7 - index }, (_, reader) => ({ query, reader: `${reader}`, day: '2026-11-25' })),
    )
    await tx.insert(db.searchMisses).values(rows)
  })
  const told = async (take: number) => (await missedSearches(take)).map(({ query }) => query)
  expect(await told(10)).toEqual(['keeping hawks', 'falconry', 'cooking falcons'])
  expect(await told(2)).toEqual(['keeping hawks', 'falconry'])
  await write(async (tx) => {
    const skill = { ...{ id: 'birds', slug: 'birds', name: 'Birds' }, definition: 'Hunting with falcons.' }
    await tx.insert(db.skills).values({ ...skill, kind: 'technical', unfinished: false, updatedAt: new Date() })
    await tx.insert(db.skillAliases).values({ key: 'falconry', alias: 'falconry', skillId: 'birds', position: 0 })
  })
  expect(await told(2)).toEqual(['keeping hawks', 'cooking falcons'])
})
