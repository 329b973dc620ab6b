import { write } from '#db/client.ts'
import { createUser } from '#features/account/account-writes.ts'
import { invite } from '#features/account/invitation-writes.ts'
import { accessible } from './accessible.ts'
import { expect, flagship, origin, test } from './fixtures.ts'
import { type Answer, answerAll, assess, finish, formMessage, mixedAnswers, newAccount, signUp } from './paths.ts'

const documents = [
  '/',
  '/guides',
  '/guides?kind=how-to&role=full-stack-developer',
  '/guides/frontend-vs-backend-development',
  '/guides/problem-solving-skills',
  '/skills',
  '/skills/sql',
  '/roles',
  '/roles/full-stack-developer',
  '/authors/guidepost-editors',
  '/assess',
  '/about',
  '/privacy',
  '/accessibility',
]

for (const path of [...documents, '/sign-in', '/sign-up', '/recover', '/me', '/assess/backend-developer']) {
  test(`axe: ${path}`, async ({ page }) => {
    await page.goto(path)
    await accessible(page)
  })
}

test('axe: the flagship with everything opened', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(flagship)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await accessible(page)
})

test('axe: nothing here, for a stranger and for a guest', async ({ page, watch }) => {
  watch.expect(/status of 404/)
  await page.goto('/guides/nothing')
  await accessible(page)
  await page.goto('/results/nothing')
  await accessible(page)
})

test('axe: pages made without the framework', async ({ page, watch }) => {
  watch.expect(/status of 40\d/)
  const send = (action: string) =>
    page.evaluate((to) => {
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action: to })
      document.body.append(form)
      form.submit()
    }, action)

  await page.goto('/%ff')
  await expect(page.getByText('Reference')).toBeVisible()
  await accessible(page)
  await page.goto('/guides')
  await send('/ratings')
  await expect(page.getByRole('link', { name: 'Go back' })).toBeVisible()
  await accessible(page)
  await page.goto('/guides')
  await send('/skills')
  await expect(page.getByText('Error 405')).toBeVisible()
  await page.goto('about:blank')
  await send(`${origin}/ratings`)
  await expect(page.getByText('Error 403')).toBeVisible()
  await accessible(page)
})

test('axe: what a guest’s documents show', async ({ page }) => {
  test.slow()
  await page.goto(flagship)
  await page.locator('#sql-2').check()
  await expect(page.locator('#status-sql')).toContainText('Saved.')
  await accessible(page)
  for (const path of ['/', '/skills/sql?saved=sql', '/roles/backend-developer', '/me']) {
    await page.goto(path)
    await accessible(page)
  }
})

test('axe: forms with mistakes', async ({ page }) => {
  for (const [path, button] of [
    ['/sign-up', 'Make an account'],
    ['/sign-in', 'Sign in'],
    ['/recover', 'Find my profile'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('button', { name: button }).click()
    await expect(formMessage(page)).toContainText('Please look at this again')
    await accessible(page)
  }
})

test('axe: an assessment from the first question to the result', async ({ page }) => {
  test.slow()
  await page.goto('/assess/backend-developer?q=1')
  await page.getByRole('button', { name: 'Next skill' }).click()
  await expect(page.getByText('Choose a level, or “Not sure”.')).toBeVisible()
  await accessible(page)
  await page.locator('#level-3').check()
  await page.getByRole('button', { name: 'Next skill' }).click()
  await page.waitForURL('/assess/backend-developer?q=2')
  await page.goto('/assess/backend-developer/review')
  await expect(page.getByText('Not answered yet:')).toBeVisible()
  await accessible(page)
  await page.goto('/assess/backend-developer')
  await accessible(page)
  await page.getByRole('button', { name: 'Start again without these answers' }).click()
  await page.waitForURL('/assess/backend-developer?q=1')
  await answerAll(page, 'backend-developer', 2)
  await expect(page.getByRole('note')).toBeVisible()
  await accessible(page)
  await finish(page)
  await accessible(page)
})

test('axe: what a member sees', async ({ page }) => {
  test.slow()
  await signUp(page)
  await accessible(page)
  await assess(page, 'backend-developer', mixedAnswers)
  const better: Answer[] = [3, 3, 3, 2, 3, 2, 2, 3, 3, 2, 2]
  await assess(page, 'backend-developer', better)
  await accessible(page)
  await page.goto('/me')
  await accessible(page)
  await page.getByRole('button', { name: 'Compare the two' }).click()
  await page.waitForURL(/\/me\/compare\?/)
  await accessible(page)
  for (const path of ['/me/skills/sql', '/me/skills/teamwork', '/me/roles/backend-developer']) {
    await page.goto(path)
    await accessible(page)
  }
})

test('axe: the account, and its forms with mistakes', async ({ page }) => {
  await signUp(page)
  await page.goto('/account')
  await accessible(page)
  await page.getByLabel('Your name').fill('')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('Enter your name.')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/Choose a new password/)
  await accessible(page)
})

test('axe: joining by an invitation, and a link that opens nothing', async ({ page }) => {
  const token = await write(async (tx) => {
    const now = new Date()
    const admin = { email: newAccount().email, name: 'Grace', passwordHash: 'x', role: 'admin' } as const
    const inviter = (await createUser(tx, admin, now)) ?? ''
    return (await invite(tx, inviter, { role: 'editor', label: 'Ada' }, now))?.token ?? ''
  })
  await page.goto(`/join/${token}`)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(formMessage(page)).toContainText('Please look at this again')
  await accessible(page)
  await page.goto('/join/nothing')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing')
  await accessible(page)
})
