import { AxeBuilder } from '@axe-core/playwright'
import { write } from '#db/client.ts'
import { invitations } from '#db/schema/account.ts'
import { hashToken, newToken } from '#lib/ids.ts'
import { expect, flagship, origin, type Page, test } from './fixtures.ts'
import { type Answer, answerAll, assess, finish, formMessage, mixedAnswers, signUp } from './paths.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// What the dark theme can do wrong that the light one does right.
const ofColours = ['color-contrast', 'link-in-text-block']

/** No violation in light and dark, wide and narrow, and nothing that has to be scrolled sideways. */
async function accessible(page: Page): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // A button on its way from one colour to the other has neither's contrast.
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
      // Legacy mode needs no second page to gather the results of frames, and there are no frames here.
      const axe = new AxeBuilder({ page }).setLegacyMode()
      const rules = colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(ofColours)
      const { violations } = await rules.analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)
      expect.soft(found, `${page.url()} in ${colorScheme} at ${width}`).toEqual([])
    }
  }
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect.soft(over, `${page.url()} is too wide for ${width}`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
}

const documents = [
  '/',
  '/guides',
  '/guides?kind=how-to&role=full-stack-developer',
  '/guides/frontend-vs-backend-development',
  '/guides/how-to-become-a-full-stack-developer',
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
  await answerAll(page, 'backend-developer', Array(11).fill(2))
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

test('axe: setting up the site', async ({ page }) => {
  // An invitation of another kind than the first admin's, whose test must not take it away.
  const token = newToken()
  const createdAt = new Date()
  const expiresAt = new Date(createdAt.getTime() + 60_000)
  await write(async (tx) => {
    await tx.insert(invitations).values({ tokenHash: hashToken(token), role: 'editor', createdAt, expiresAt })
  })
  await page.goto(`/setup/${token}`)
  await expect(page.getByRole('button', { name: 'Make the first admin' })).toBeVisible()
  await accessible(page)
})
