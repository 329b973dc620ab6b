import { expect, test } from 'vitest'
import { skillsByField } from './skill-fields.ts'

const skill = (id: string, kind: 'technical' | 'soft' = 'technical') => ({ id, kind })
const trade = { slug: 'trade', name: 'Trade', position: 1 }
const data = { slug: 'data', name: 'Data', position: 0 }
const asked = (skillId: string, ...fields: (typeof trade)[]) => fields.map((field) => ({ skillId, field }))

test('a technical skill stands where most roles ask for it, a soft one with its like', () => {
  const fields = skillsByField(
    [skill('listening', 'soft'), skill('sql'), skill('wiring'), skill('sums'), skill('rare')],
    [
      ...asked('wiring', trade),
      ...asked('sql', trade, data, data),
      ...asked('sums', trade, data),
      ...asked('listening', trade),
    ],
  )
  expect(fields.map(({ slug, skills }) => [slug, skills.map(({ id }) => id)])).toEqual([
    ['soft-skills', ['listening']],
    ['data', ['sql', 'sums']],
    ['trade', ['wiring']],
    ['other-skills', ['rare']],
  ])
})
