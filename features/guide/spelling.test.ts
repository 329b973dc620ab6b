import { expect, test } from 'vitest'
import { americanSpellings } from './spelling.ts'

const britishFor = (text: string) => americanSpellings(text).map(({ british }) => british)

test.each([
  ['the color', 'colour'],
  ['Behaviorally speaking', 'behaviourally'],
  ['her favorites', 'favourites'],
  ['we modeled it', 'modelled'],
  ['two counselors', 'counsellors'],
  ['it prioritizes', 'prioritises'],
  ['a reorganization', 'reorganisation'],
  ['an analyzer', 'analyser'],
  ['to utilize', 'utilise'],
  ['a pediatrician', 'paediatrician'],
  ['hematology', 'haematology'],
  ['anemia', 'anaemia'],
  ['anesthetics', 'anaesthetics'],
  ['math', 'maths'],
])('%s: %s', (text, british) => {
  expect(britishFor(text)).toEqual([british])
})

test.each([
  'a size, resized and sizing; a prize seized; downsizing; a citizen on the horizon',
  'a humorous and laborious honorary member, excelling in rigorous work',
  'the theme, then a hem, a schema and a schematic',
  'a dialog with two buttons, a licence to practise',
  'the `color` attribute at https://a.b/color, mail to color@a.b',
  'adverts write “behavioral interview” and "data modeling"',
  'ask the World Health Organization',
  'ANALYZE tells more than EXPLAIN',
])('%s is as a Briton writes it', (text) => {
  expect(britishFor(text)).toEqual([])
})

test('what somebody says at length is ours, and so is the first word of a sentence', () => {
  expect(britishFor('She says: “I had to organize the whole of it.” Organizing it took days.')).toEqual([
    'organise',
    'organising',
  ])
})
