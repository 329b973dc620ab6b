const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A small whole number as running text has it: "three", "14". */
export const inWords = (count: number): string => words[count] ?? String(count)

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "one skill", "three skills". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${inWords(count)} ${count === 1 ? one : many}`

/** "an hour", "6 hours". */
export const hoursInWords = (hours: number): string => (hours === 1 ? 'an hour' : `${hours} hours`)

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A calendar day (or month, or year) as readers write it: "12 November 2026". @param value YYYY[-MM[-DD]] */
export function formatDay(value: string): string {
  if (/^\d{4}$/.test(value)) return value
  if (/^\d{4}-\d{2}$/.test(value)) return monthFormat.format(new Date(`${value}-01T00:00:00Z`))
  return dayFormat.format(new Date(`${value}T00:00:00Z`))
}

/** A moment as a day in UTC, for pages that cannot know the reader's zone. */
export const formatUtcDay = (moment: Date): string => dayFormat.format(moment)

/** "a, b and c". */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items)
