import type { GuideBody, Prose } from './guide-body.ts'
import { type LintIssue, warning } from './lint-issue.ts'

/** In these the numbers are a sample's, an answer's or an exercise's, and nobody takes them for facts. */
const samples = new Set(['cv-lines', 'summary', 'question'])

const numberWords = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred'
const words = numberWords.split('|')
const valueOfWord = new Map(words.map((word, at) => [word, [13, 20, 30, 40, 50, 100].at(at - 12) ?? at + 1]))
// No number is longer; without a limit a long run of digits and commas takes quadratic time.
const digits = String.raw`\d[\d,.]{0,20}`
const number = `(?:${digits}|${numberWords})`
const people =
  'adults|adverts|ads|applicants|applications|candidates|companies|developers|employees|employers|engineers|firms|graduates|jobs|managers|nurses|openings|people|postings|posts|recruiters|respondents|roles|teachers|teams|vacancies|women|men|workers'

const percentage = /\d\s?(?:%|per\s?cent\b)/
const money = new RegExp(
  String.raw`[£$€¥₹]\s?(${digits})(\s?(?:k|m|bn|thousand|million|billion)\b)?|\b(${digits})(\s?k)?\s(?:pounds|euros?|dollars|gbp|eur|usd)\b`,
  'g',
)
const pay =
  /\b(?:pay|pays|paid|earn\w*|salar\w+|wages?|income|median|mean|averag\w*|typical\w*|usual\w*|rates?|per|an?\s(?:hour|day|week|month|year)|annum|up to|between|starts? at|costs?)\b/
/** "in" and "out of" make a share; "two pages in three days" is a pace. */
const share = new RegExp(
  String.raw`\b(${number})\s(?:(\p{L}+)\s)?(?:in|out of)(?:\severy)?\s(${number})\b(?!,\d)(?!\s(?:more\s)?(?:seconds?|minutes?|hours?|days?|evenings?|nights?|weeks?|weekends?|months?|years?|steps?|sentences?|lines?|words?|rows?|places?|parts?|comparisons?|goes|tries)\b)`,
  'gu',
)
const fraction = new RegExp(
  String.raw`\b(?:half|(?:a|one|two)[\s-](?:thirds?|fifths?)|(?:a|one|three)[\s-]quarters?)\sof\s(?:all\s|the\s|uk\s)?(?:\p{L}+\s)?(?:${people})\b`,
  'u',
)
const times = new RegExp(
  String.raw`\b(?:(?:${number})\stimes\s(?:as|more|less|fewer|higher|lower|faster|likelier|larger|better)|(?:twice|half)\sas\s(?:likely|many|much|often))\b`,
)
const count = new RegExp(
  String.raw`\b(${digits})\s?(thousand|million|billion|k)?\s(?:\p{L}+\s){0,2}?(?:${people})\b`,
  'gu',
)
const year = /\b(?:19|20)\d\d\b/
const counted = 'surveys?|polls?|study|studies|reports?|census|statistics|research|researchers'
const survey = new RegExp(
  String.raw`\b(?:${counted})\b[^.:;]{0,40}?\b(?:f(?:i|ou)nds?|says?|said|shows?|showed|suggests?|estimates?|puts?)\b|\baccording to\b.*\b(?:${counted})\b|\b(?:surveyed|polled)\b`,
)
const average = /\b(?:on average|the (?:average|median|typical))\b/
const anyNumber = new RegExp(String.raw`\b${number}\b`)
/** What a site says of its own reckoning: nobody can look that up elsewhere. */
const own = /\b(?:we|our|by our|you|your)\b/

/** A publisher and a year in brackets stand for the source that the guide lists: (RFC 9110, 2022), (W3C, 2023). */
const named = /\([^()]*\p{Lu}[^()]*\b(?:19|20)\d\d\)/u

/** Claims with a number in paragraphs that give the reader nowhere to look it up. */
export function claimIssues({ prose }: GuideBody): LintIssue[] {
  return prose.filter(needsSource).flatMap(({ line, text }) =>
    claimsIn(text).map(({ claim, index }) => {
      const at = line + text.slice(0, index).split('\n').length - 1
      const message = `"${claim}" is a claim with a number. Link its source, add a note, or leave the number out.`
      return warning('claim', at, message)
    }),
  )
}

const needsSource = ({ text, sourced, within }: Prose): boolean =>
  !sourced && !samples.has(within ?? '') && !named.test(text)

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** @returns the sentences of a text that state a figure of the world, each by the words that it begins with. */
export function claimsIn(text: string): { claim: string; index: number }[] {
  return [...sentences.segment(text.replaceAll('\n', ' '))].flatMap(({ segment, index }) => {
    if (!isClaim(spoken(segment))) return []
    const start = segment.trim().split(/\s+/)
    return [{ claim: start.slice(0, 8).join(' ') + (start.length > 8 ? ' …' : ''), index }]
  })
}

/** Without code, and without what somebody in an example says. */
function spoken(sentence: string): string {
  return sentence
    .replace(/`[^`]*`/g, ' ')
    .replace(/“[^”]*”?|"[^"]*"?/g, ' ')
    .toLowerCase()
}

function isClaim(sentence: string): boolean {
  if (percentage.test(sentence) || times.test(sentence) || fraction.test(sentence)) return true
  if (isShare(sentence) || isPay(sentence) || isCount(sentence)) return true
  if (!anyNumber.test(sentence) || own.test(sentence)) return false
  return survey.test(sentence) || average.test(sentence)
}

function isShare(sentence: string): boolean {
  return [...sentence.matchAll(share)].some(([, part = '', noun, whole = '']) => {
    // "three tests in 2024": a year is no whole, and what is counted in it is a matter for `isCount`.
    if (year.test(whole)) return false
    return amountOf(part) < amountOf(whole) && (noun === undefined || !/^(?:or|and|to|of|at|once|times)$/.test(noun))
  })
}

/** A sum by itself may be an example's, such as an order of £40; what is large or is paid by the year is a fact. */
function isPay(sentence: string): boolean {
  return [...sentence.matchAll(money)].some(
    ([, symbol, unit, spelt, thousands]) =>
      unit !== undefined || thousands !== undefined || amountOf(symbol ?? spelt ?? '') >= 1000 || pay.test(sentence),
  )
}

function isCount(sentence: string): boolean {
  return [...sentence.matchAll(count)].some(([whole, amount = '', unit]) => {
    const value = amountOf(amount)
    if (unit !== undefined || (value >= 1000 && !year.test(amount))) return true
    return !year.test(amount) && year.test(sentence.replace(whole, ' '))
  })
}

function amountOf(amount: string): number {
  return valueOfWord.get(amount) ?? Number(amount.replaceAll(',', '').replace(/\.$/, ''))
}
