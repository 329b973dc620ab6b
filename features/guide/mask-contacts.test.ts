import { expect, it } from 'vitest'
import { maskContacts } from './mask-contacts.ts'

it.each([
  ['Write to ada.l+cv@mail.example.org, please.', 'Write to [email address], please.'],
  ['ada (at) example.org', '[email address]'],
  ['<Ada@EXAMPLE.ORG>', '<[email address]>'],
  ['Ring +44 20 7946 0958.', 'Ring [number].'],
  ['(020) 7946-0958 after six', '[number] after six'],
  ['07700900123', '[number]'],
  ['My number is 7700 900 123', 'My number is [number]'],
  ['٠٧٧٠٠٩٠٠١٢٣', '[number]'],
])('masks how to reach somebody: %s', (said, kept) => {
  expect(maskContacts(said)).toBe(kept)
})

it.each([
  'The figures of 2019-2024 are old.',
  'Step 3 took me 12 hours, not 2 to 4.',
  'In 2024, 70 % of 1,500,000 adverts asked for it.',
  'What is @Override for? See section 4.2.1.',
  '',
])('leaves other words and figures alone: %s', (said) => {
  expect(maskContacts(said)).toBe(said)
})
