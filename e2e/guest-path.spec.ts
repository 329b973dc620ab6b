import { expect, flagship, type Page, test } from './fixtures.ts'
import {
  answerAll,
  assess,
  fillSignUp,
  finish,
  formMessage,
  mixedAnswers,
  newAccount,
  recoveryCode,
  signIn,
  signUp,
} from './paths.ts'

/** Everything that the result of `mixedAnswers` has to say. */
async function readsResult(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Backend developer' })).toBeVisible()
  await expect(page.getByText('70%', { exact: true })).toBeVisible()
  await expect(page.getByText('Four must-haves are still below target.')).toBeVisible()
  await expect(page.getByText('You were not sure about one skill')).toBeVisible()

  const chart = page.getByRole('figure')
  await expect(chart.locator('svg')).toHaveCount(11)
  const described = await chart.getAttribute('aria-describedby')
  const working = page.locator(`table#${described}`)
  await expect(working.getByRole('row')).toHaveCount(1 + 11 + 1)
  await expect(working.getByRole('row', { name: 'Databases and SQL' })).toContainText('Must have')
  await expect(working.getByRole('row', { name: 'Together' })).toContainText('17.5 of 25')

  await expect(page.getByRole('region', { name: 'What you bring' }).getByRole('listitem')).toHaveCount(4)
  const gaps = page.getByRole('region', { name: 'What to learn, in this order' }).locator('ol > li')
  await expect(gaps).toHaveCount(7)
  // Four must-haves first, then what is nice to have.
  for (let at = 0; at < 7; at++) await expect(gaps.nth(at)).toContainText(at < 4 ? 'A must-have' : 'Nice to have')
  for (const gap of await gaps.all()) {
    await expect(gap).toContainText(/At (?:Awareness|Working|Practitioner):/)
    await expect(gap.locator('ul li').first()).toContainText('You can')
    await expect(gap).toContainText('Done means:')
  }
  const sql = gaps.filter({ has: page.getByRole('heading', { name: 'Databases and SQL' }) })
  await expect(sql.getByRole('link', { name: 'Databases', exact: true }).first()).toHaveAttribute(
    'href',
    `${flagship}#skill-sql`,
  )
}

/** A rating inside the guide: it is kept, and the reader stays at that very place. */
async function ratesInPlace(page: Page): Promise<void> {
  const choice = page.locator('#sql-2')
  await choice.check()
  const before = await choice.boundingBox()
  await expect(page.locator('#status-sql')).toContainText('Saved.')
  await expect(page.locator('#rung-sql')).toContainText('You: Working')
  await expect(page.locator('#toolkit')).toContainText(/\d+%/)
  const after = await choice.boundingBox()
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3)
  await expect(page).toHaveURL(flagship)
  await expect(choice).toBeChecked()
}

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('a rating in a guide is kept and the page stays where it is', async ({ page }) => {
    await page.goto(flagship)
    await ratesInPlace(page)
    await page.reload()
    await expect(page.locator('#sql-2')).toBeChecked()
    await expect(page.locator('#rung-sql')).toContainText('You: Working')
  })
})

test('a guest reads, rates, assesses, signs up and finds everything again', async ({ page, context, visitor }) => {
  test.slow()
  const account = newAccount()
  let result = ''

  await test.step('read the flagship as a stranger', async () => {
    await page.goto(flagship)
    await expect(page.getByRole('heading', { level: 1, name: 'Backend developer skills' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
    await expect(page.locator('#toolkit')).not.toContainText('%')
    expect(await context.cookies()).toEqual([])
  })

  await test.step('rate a skill where it is read', () => ratesInPlace(page))

  await test.step('a careless pattern is pointed out, and an answer can be changed', async () => {
    await page.locator('#toolkit').getByRole('link', { name: 'Assess yourself' }).click()
    await page.waitForURL('/assess/backend-developer')
    await expect(page.getByText('What you have rated before is filled in already')).toBeVisible()
    await page.goto('/assess/backend-developer?q=2')
    await expect(page.locator('#level-2')).toBeChecked()
    await answerAll(page, 'backend-developer', 2)
    await expect(page.getByRole('note')).toContainText('You chose “Working” for all 11 skills')
    await page.getByRole('link', { name: 'Change Databases and SQL' }).click()
    await page.locator('#level-4').check()
    await page.getByRole('button', { name: 'Back to the review' }).click()
    await page.waitForURL('/assess/backend-developer/review')
    await expect(page.getByRole('note')).toBeHidden()
    await expect(page.getByRole('listitem').filter({ hasText: 'Databases and SQL' })).toContainText('Expert')
  })

  await test.step('go back, start again, leave and go on', async () => {
    await page.goto('/assess/backend-developer')
    await page.getByRole('button', { name: 'Start again without these answers' }).click()
    await page.waitForURL('/assess/backend-developer?q=1')
    await page.locator('#level-3').check()
    // Kept as it is given, without a step further.
    await expect(page.getByRole('status')).toHaveText('Kept.')
    await page.goto('/me')
    await page.getByRole('link', { name: 'Go on with it' }).click()
    await page.getByRole('link', { name: 'Continue: 1 of 11 answered' }).click()
    await page.waitForURL('/assess/backend-developer?q=2')
    await page.getByRole('link', { name: 'Back', exact: true }).click()
    await expect(page.locator('#level-3')).toBeChecked()
    await page.goto('/assess/backend-developer')
    await page.getByRole('button', { name: 'Start again without these answers' }).click()
    await page.waitForURL('/assess/backend-developer?q=1')
  })

  await test.step('the result', async () => {
    await answerAll(page, 'backend-developer', mixedAnswers)
    await expect(page.getByRole('note')).toBeHidden()
    result = await finish(page)
    await readsResult(page)
    await recoveryCode(page)
  })

  await test.step('sign up: everything comes along', async () => {
    await page.getByRole('link', { name: 'Make an account' }).click()
    await expect(page.getByText('Everything you have done here as a guest comes along')).toBeVisible()
    await fillSignUp(page, account)
    await page.getByRole('button', { name: 'Make an account' }).click()
    await page.waitForURL('/me')
    await findsEverything(page, result)
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['session'])
  })

  await test.step('sign out ends the session on the server', async () => {
    const kept = await context.cookies()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('/')
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
    expect(await context.cookies()).toEqual([])

    const thief = await visitor()
    await thief.context().addCookies(kept)
    await thief.goto('/account')
    await thief.waitForURL('/sign-in?next=%2Faccount')
    await thief.goto('/me')
    await expect(thief.getByRole('heading', { level: 1, name: 'Your profile' })).toBeVisible()
    expect((await thief.request.get(result)).status()).toBe(404)
  })

  await test.step('sign in: it is all there', async () => {
    await signIn(page, account)
    await findsEverything(page, result)
  })
})

async function findsEverything(page: Page, result: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Where you are' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Where am I' })).toContainText('70%')
  await expect(page.getByRole('link', { name: 'Account' })).toBeVisible()
  const skills = page.getByRole('region', { name: 'Your skills' }).getByRole('listitem')
  // Ten: the eleventh answer was "not sure".
  await expect(skills).toHaveCount(10)
  await expect(page.getByRole('region', { name: 'Your assessments' }).locator(`a[href="${result}"]`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Roles that this profile fits' })).toContainText('Full-stack developer')
  await page.getByRole('region', { name: 'Your skills' }).getByRole('link', { name: 'Databases and SQL' }).click()
  await expect(page.getByText('in a guide')).toBeVisible()
  await expect(page.getByText('in an assessment')).toBeVisible()
  await page.goto(result)
  await readsResult(page)
  await page.goto('/me')
}

test('a second assessment shows what changed', async ({ page }) => {
  test.slow()
  await signUp(page)
  const first = await assess(page, 'backend-developer', mixedAnswers)
  const second = await assess(page, 'backend-developer', [3, 2, 1, 2, 3, 1, 1, 3, 2, 2, 0])
  await page.getByRole('link', { name: 'Compare with last time' }).click()
  await expect(page.getByText('From 70% to 76%, 6 points up.')).toBeVisible()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(12)
  await expect(rows.filter({ hasText: 'Server-side programming' })).toContainText('WorkingPractitionerUp one level')
  await expect(rows.filter({ hasText: 'Not sure' })).toContainText('–')

  await page.goto('/me')
  await expect(page.getByText('Six points up since the assessment before your last.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What changed' })).toContainText('Working → Practitioner')
  await page.getByRole('button', { name: 'Compare the two' }).click()
  const compared = new URL(page.url())
  expect(compared.pathname).toBe('/me/compare')
  expect([compared.searchParams.get('from'), compared.searchParams.get('to')]).toEqual(
    [first, second].map((path) => path.split('/').at(-1)),
  )

  await page.goto('/me/roles/backend-developer')
  await expect(page.getByRole('img', { name: 'Your fit to Backend developer over time' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Over time' }).getByRole('row')).toHaveCount(3)
})

test('a recovery code opens the profile in another browser', async ({ page, visitor }) => {
  await page.goto('/skills/sql')
  await page.locator('#sql-3').check()
  await expect(page.locator('#status-sql')).toContainText('Saved.')
  await page.goto('/me')
  const code = await recoveryCode(page)

  const other = await visitor()
  await other.goto('/recover')
  await other.getByLabel('Recovery code').fill('0000-0000-0000-0000')
  await other.getByRole('button', { name: 'Find my profile' }).click()
  await expect(formMessage(other)).toContainText('No profile has this code')
  // As somebody would type it from paper.
  await other.getByLabel('Recovery code').fill(code.toLowerCase().replaceAll('-', ' '))
  await other.getByRole('button', { name: 'Find my profile' }).click()
  await other.waitForURL('/me')
  await expect(other.getByRole('region', { name: 'Your skills' })).toContainText('Practitioner')

  // The profile has moved: the first browser needs the code as well.
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Your profile' })).toBeVisible()
})

test('a guest who signs in to an account brings along what they did, or not', async ({ page, visitor }) => {
  const account = await signUp(page)
  for (const { bring, level } of [
    { bring: false, level: 1 },
    { bring: true, level: 4 },
  ]) {
    const guest = await visitor()
    await guest.goto('/skills/testing')
    await guest.locator(`#testing-${level}`).check()
    await expect(guest.locator('#status-testing')).toContainText('Saved.')
    await guest.goto('/sign-in')
    const offer = guest.getByLabel('Add what I did here as a guest to my account')
    await expect(offer).toBeChecked()
    await offer.setChecked(bring)
    await guest.getByLabel('Email address').fill(account.email)
    await guest.getByLabel('Password').fill(account.password)
    await guest.getByRole('button', { name: 'Sign in' }).click()
    await guest.waitForURL('/me')
    await page.goto('/me')
    if (bring) await expect(page.getByRole('region', { name: 'Your skills' })).toContainText('Automated testing')
    else await expect(page.getByRole('heading', { level: 1, name: 'Your profile' })).toBeVisible()
  }
})
