import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseBody } from './guide-body.ts'
import { claimIssues, claimsIn } from './lint-claims.ts'

describe('a claim with a number', () => {
  test.each([
    'Backend developers earn £52,000 on average.',
    'The median salary is $78k.',
    'Juniors are paid €35 an hour.',
    'A bootcamp costs £9,500.',
    'Pay starts at 28,000 pounds.',
    'Freelancers charge £450 a day.',
    '64% of adverts name Python.',
    'Some 12 per cent of teachers leave in their first year.',
    'One in five nurses works part-time.',
    'Seven out of ten recruiters read the summary first.',
    'About 3 in 10 applications are read.',
    'One advert in four asks for a degree.',
    'Referred candidates are four times more likely to be hired.',
    'Applicants with a portfolio are twice as likely to hear back.',
    'Half of all employers use such a system.',
    'Two thirds of graduates find work within the year.',
    'There were 40,000 vacancies last spring.',
    'The trade needs 1.2 million workers.',
    'In 2024 the site listed 850 open jobs.',
    'A survey found that recruiters look for seven seconds.',
    'According to one study, it takes 66 tries to form a habit.',
    'On average, a search lasts 14 weeks.',
    'The average team has nine members.',
  ])('%s', (sentence) => {
    expect(claimsIn(sentence)).toHaveLength(1)
  })

  test.each([
    'These six steps take about 50 hours together.',
    'At half past nine you read that 14 bookings failed.',
    'The meeting is at 10:30, or at 14.00 on Fridays.',
    'Learn Python 3.14 and PostgreSQL 18.',
    'WCAG 2.2 asks for a contrast of 4.5 to 1.',
    'You answer with 404, and with 500 when it is your fault.',
    'You test the edges, such as an order of exactly £40, or the 29th of February.',
    'The cash book and the bank statement differ by £270.',
    '“Since 9.10, one booking in five takes over ten seconds.”',
    'Set `max-width: 100%` on images.',
    'Read twenty adverts that you could answer, and take the language named most often.',
    'Ask two developers about their last Tuesday.',
    'Build two pages in three days.',
    'You found the changed price in six comparisons or fewer.',
    'Two people who tap in the same second do not get the same appointment.',
    'Change one thing in step 4 and measure it three times.',
    'Fill the loans table with a million invented rows.',
    'The standard was published in 2022.',
    'It has been in use since May, with 220 bookings so far.',
    'You read the first 30 of 90 pages.',
    'Say what you did in two or three sentences.',
    'Write the report: it may say 41 when there were 40.',
    'On average, by our estimate, a step takes you ten hours.',
    'Six of them came from one version of the app in 2025.',
  ])('and none: %s', (sentence) => {
    expect(claimsIn(sentence)).toEqual([])
  })
})

describe('where a claim stands', () => {
  const lines = (body: string) => claimIssues(parseBody(body)).map(({ line }) => line)
  const claim = 'Python stands in 64% of adverts.'

  test('it is found at its line', () => {
    expect(lines(`## A\n\nFirst.\n${claim}\n\n- ${claim}`)).toEqual([4, 6])
  })

  test.each([
    ['a link', `${claim} See [the count](https://a.b).`],
    ['a note', `${claim}[^1]\n\n[^1]: ${claim}`],
    ['a publisher and a year', `${claim.slice(0, -1)} (Office for Counting, 2026).`],
    ['a link in its table', '| Language | Share |\n|---|---|\n| Python | 64% |\n| [Source](https://a.b) | |'],
  ])('%s is its source', (_, body) => {
    expect(lines(body)).toEqual([])
  })

  test.each([
    `:::cv-lines{id="a" skills="sql"}\n- Cut errors by 40%\n:::`,
    `:::summary[S]{id="a" skills="sql"}\nI cut errors by 40%.\n:::`,
    `:::question{ref="sql/a"}\nA strong answer: errors fell by 40%.\n:::`,
  ])('a sample states nothing: %j', (body) => {
    expect(lines(body)).toEqual([])
  })

  test('a link in another paragraph is no source of it', () => {
    expect(lines(`${claim}\n\n[There](https://a.b)`)).toEqual([1])
  })
})

const library = new URL('../../db/content/guides/', import.meta.url)
test.each(readdirSync(library))('no false alarm in %s', (name) => {
  const [, , markdown = ''] = readFileSync(new URL(name, library), 'utf8').split(/^---$/m)
  expect(claimIssues(parseBody(markdown))).toEqual([])
})

test('takes no time for a run of digits and commas, however long', () => {
  const began = performance.now()
  claimsIn('1,'.repeat(15_000))
  expect(performance.now() - began).toBeLessThan(1500)
})
