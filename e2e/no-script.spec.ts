import { expect, flagship, type Page, test } from './fixtures.ts'
import {
  answerAll,
  assess,
  fillSignUp,
  finish,
  mixedAnswers,
  newAccount,
  recoveryCode,
  signIn,
  signUp,
} from './paths.ts'

test.use({ javaScriptEnabled: false })

/** Sends the form of a skill in the page that is open. */
async function rate(page: Page, skill: string, level: number): Promise<void> {
  const form = page.locator('form[action="/ratings"]').filter({ has: page.locator(`#${skill}-${level}`) })
  await form.locator(`#${skill}-${level}`).check()
  await form.getByRole('button', { name: 'Save my level' }).click()
}

test('without script: a guest reads, rates, assesses, signs up and finds everything again', async ({
  page,
  context,
  visitor,
}) => {
  const account = newAccount()
  await page.goto(flagship)
  await rate(page, 'sql', 2)
  await expect(page).toHaveURL(`${flagship}?saved=sql#skill-sql`)
  await expect(page.locator('#status-sql')).toContainText('Saved.')
  await expect(page.locator('#sql-2')).toBeChecked()
  // Back at the very place, not at the top.
  await expect(page.getByRole('heading', { name: 'Databases', exact: true })).toBeInViewport()
  await expect(page.locator('#toolkit')).toContainText(/\d+%/)

  await answerAll(page, 'backend-developer', 'unsure')
  await expect(page.getByRole('note')).toContainText('You answered “Not sure” 11 times.')
  await page.getByRole('link', { name: 'Change Databases and SQL' }).click()
  await page.getByRole('link', { name: 'Leave it as it was' }).click()
  await expect(page).toHaveURL('/assess/backend-developer/review')
  await page.goto('/assess/backend-developer')
  await page.getByRole('button', { name: 'Start again without these answers' }).click()
  await expect(page).toHaveURL('/assess/backend-developer?q=1')
  await answerAll(page, 'backend-developer', mixedAnswers)
  const result = await finish(page)
  await expect(page.getByText('70%', { exact: true })).toBeVisible()
  await expect(page.getByRole('figure').locator('svg')).toHaveCount(11)
  await expect(page.getByRole('region', { name: 'What to learn, in this order' }).locator('ol > li')).toHaveCount(7)
  await recoveryCode(page)

  await page.getByRole('link', { name: 'Make an account' }).click()
  await fillSignUp(page, account)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await expect(page).toHaveURL('/me')
  await expect(page.getByRole('region', { name: 'Where am I' })).toContainText('70%')

  const kept = await context.cookies()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  const thief = await visitor()
  await thief.context().addCookies(kept)
  await thief.goto('/account')
  await expect(thief).toHaveURL('/sign-in?next=%2Faccount')

  await signIn(page, account)
  await expect(page.locator(`a[href="${result}"]`)).toBeVisible()
  await assess(page, 'backend-developer', [3, 2, 1, 2, 3, 1, 1, 3, 2, 2, 0])
  await page.goto('/me')
  await page.getByRole('button', { name: 'Compare the two' }).click()
  await expect(page.getByText('From 70% to 76%, 6 points up.')).toBeVisible()
  await page.goto('/me/roles/backend-developer')
  await expect(page.getByRole('img', { name: 'Your fit to Backend developer over time' })).toBeVisible()
})

test('without script: a question that is not answered says so', async ({ page }) => {
  await page.goto('/assess/backend-developer?q=1')
  await page.getByRole('button', { name: 'Next skill' }).click()
  await expect(page.getByRole('group', { name: 'Which is the highest level' })).toHaveAccessibleDescription(
    'Choose a level, or “Not sure”.',
  )
  // The review of nothing leads to the beginning.
  await page.goto('/assess/backend-developer/review')
  await expect(page).toHaveURL('/assess/backend-developer')
})

test('without script: a sign-up with mistakes keeps what was typed and names each field', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Zoë O’Hara')
  await page.getByLabel('Email address').fill('zoe@nowhere')
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Make an account' }).click()
  await expect(page.getByLabel('Your name')).toHaveValue('Zoë O’Hara')
  await expect(page.getByLabel('Email address')).toHaveValue('zoe@nowhere')
  // A password never comes back in a page.
  await expect(page.getByLabel('Password')).toHaveValue('')
  await expect(page.getByLabel('Email address')).toHaveAccessibleDescription(/Enter an email address/)
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Use at least 8 characters/)
  await expect(page.getByLabel('Your name')).not.toHaveAttribute('aria-invalid')
  await page.getByRole('alert').getByRole('link', { name: 'Enter an email address' }).click()
  await expect(page.getByLabel('Email address')).toBeInViewport()

  await page.getByLabel('Email address').fill(newAccount().email)
  await page.getByLabel('Password').fill('password123')
  await page.getByRole('button', { name: 'Make an account' }).click()
  await expect(page.getByRole('alert')).toContainText('one of the passwords that are guessed first')
  await page.getByLabel('Password').fill('seven grey herons wade')
  await page.getByRole('button', { name: 'Make an account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your profile' })).toBeVisible()
})

test('without script: an address that has an account, and a wrong password', async ({ page, visitor }) => {
  const account = await signUp(page)
  const other = await visitor()
  await other.goto('/sign-up')
  await fillSignUp(other, account)
  await other.getByRole('button', { name: 'Make an account' }).click()
  await expect(other.getByRole('alert')).toContainText('There is an account with this address already')
  await other.goto('/sign-in')
  await other.getByLabel('Email address').fill(account.email)
  await other.getByLabel('Password').fill('not the password')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('alert')).toContainText('do not go together')
  await expect(other.getByLabel('Email address')).toHaveValue(account.email)
})

test('without script: the colours are chosen and stay', async ({ page, context }) => {
  await page.goto('/guides?kind=how-to')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page).toHaveURL(/\/guides/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true')
  expect(await background()).not.toBe(light)
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Auto' }).click()
  await expect(page).toHaveURL('/sign-in')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  expect(await context.cookies()).toEqual([])
})

test('without script: a password is changed, and a session elsewhere is ended', async ({ page, visitor }) => {
  const account = await signUp(page)
  const other = await visitor()
  await signIn(other, account)

  await page.goto('/account')
  const sessions = page.getByRole('region', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await sessions.getByRole('button', { name: 'End the session of' }).click()
  await expect(sessions.getByRole('status')).toHaveText('That session has ended.')
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await other.goto('/account')
  await expect(other).toHaveURL('/sign-in?next=%2Faccount')

  await signIn(other, account)
  await page.goto('/account')
  const changed = { ...account, password: 'eight brown owls sleep' }
  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill(changed.password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription('This is not your current password.')
  await page.getByLabel('Current password').fill(account.password)
  await page.getByLabel('New password').fill(changed.password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByRole('region', { name: 'Password' }).getByRole('status')).toContainText(
    'Your password is changed.',
  )
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  // Every other session ended with the old password, which opens nothing any more.
  await other.goto('/account')
  await expect(other).toHaveURL('/sign-in?next=%2Faccount')
  await other.getByLabel('Email address').fill(account.email)
  await other.getByLabel('Password').fill(account.password)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('alert')).toContainText('do not go together')
  await signIn(other, changed)
})

test('without script: a name is changed', async ({ page }) => {
  await signUp(page)
  await page.goto('/account')
  await page.getByLabel('Your name').fill('   ')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('Enter your name.')
  await page.getByLabel('Your name').fill('Grace')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByRole('region', { name: 'Name' }).getByRole('status')).toHaveText('Your name is changed.')
  await page.goto('/account')
  await expect(page.getByLabel('Your name')).toHaveValue('Grace')
})
