/*
 * Only spellings that no Briton uses in any sense: "practice", "program" and "license" are right now and then, and a dialog
 * in an interface is spelt so on both sides of the sea.
 */

/** Words of one kind that American English spells alike. */
interface Family {
  american: RegExp
  british: (found: string) => string
}

const pairs: [american: string, british: string][] = [
  ['center', 'centre'],
  ['centers', 'centres'],
  ['centered', 'centred'],
  ['centering', 'centring'],
  ['theater', 'theatre'],
  ['theaters', 'theatres'],
  ['fiber', 'fibre'],
  ['fibers', 'fibres'],
  ['liter', 'litre'],
  ['liters', 'litres'],
  ['defense', 'defence'],
  ['offense', 'offence'],
  ['pretense', 'pretence'],
  ['catalog', 'catalogue'],
  ['catalogs', 'catalogues'],
  ['gray', 'grey'],
  ['skillful', 'skilful'],
  ['skillfully', 'skilfully'],
  ['willful', 'wilful'],
  ['fulfill', 'fulfil'],
  ['fulfills', 'fulfils'],
  ['fulfillment', 'fulfilment'],
  ['enroll', 'enrol'],
  ['enrollment', 'enrolment'],
  ['installment', 'instalment'],
  ['installments', 'instalments'],
  ['aging', 'ageing'],
  ['gotten', 'got'],
  ['math', 'maths'],
  ['mom', 'mum'],
  ['skeptic', 'sceptic'],
  ['skeptical', 'sceptical'],
  ['maneuver', 'manoeuvre'],
  ['maneuvers', 'manoeuvres'],
  ['aluminum', 'aluminium'],
  ['diarrhea', 'diarrhoea'],
  ['edema', 'oedema'],
  ['mold', 'mould'],
  ['plow', 'plough'],
  ['cellphone', 'mobile phone'],
]
const britishOf = new Map(pairs)

const families: readonly Family[] = [
  {
    american: new RegExp(`\\b(?:${pairs.map(([american]) => american).join('|')})\\b`, 'gi'),
    british: (found) => britishOf.get(found) ?? found,
  },
  {
    american:
      /\b(?:arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rig|rum|sav|val|vap)or(?:s|ed|ing|al|ally|ful|less|able|ably|ites?|hoods?|ly)?\b/gi,
    british: (found) => found.replace(/or/i, 'our'),
  },
  {
    american:
      /\b(?:cancel|channel|counsel|dial|equal|fuel|funnel|initial|label|level|marvel|model|panel|quarrel|shovel|signal|total|travel|tunnel)(?:ed|ing|ers?|ors?)\b/gi,
    british: (found) => found.replace(/l(?=(?:ed|ing|ers?|ors?)$)/i, 'll'),
  },
  {
    american:
      /\b(?!(?:re|over|under|down|out|up|cap|mis)?siz|priz|seiz|assiz)\p{L}{2,20}[iy]z(?:e[sd]?|ing|ers?|ations?)\b/giu,
    british: (found) => found.replace(/z(?=\p{L}+$)/iu, 's'),
  },
  {
    american: /\b(?:an(?:em|esthe)|gynec|hem(?:at|o)|leukem|orthoped|pediatr)\p{L}{1,20}\b/giu,
    british: (found) => found.replace(/e(?=m|sthe|c|d)/i, 'ae'),
  },
]

/** What others wrote: code in backticks, addresses, and a term of a few words in quotation marks. */
const foreign = /`[^`]*`|\S+:\/\/\S+|\S+@\S+|“[^\s”]+(?:\s[^\s”]+){0,3}”|"[^\s"]+(?:\s[^\s"]+){0,3}"/g

/** @returns the American spellings of a text, each with the British one. Names and what others wrote are left out. */
export function americanSpellings(text: string): { found: string; british: string }[] {
  const prose = text.replace(foreign, ' , ')
  return families.flatMap(({ american, british }) =>
    [...prose.matchAll(american)]
      .filter(({ 0: found, index }) => !isName(found, prose.slice(0, index)))
      .map(([found]) => ({ found, british: british(found.toLowerCase()) })),
  )
}

/** In capitals it is a keyword such as EXPLAIN ANALYZE; with one inside a sentence it is of a name: World Health Organization. */
function isName(found: string, before: string): boolean {
  if (found === found.toUpperCase()) return true
  return /^\p{Lu}/u.test(found) && /[\p{L}\p{N},]\s+$/u.test(before)
}
