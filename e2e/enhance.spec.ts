import { expect, flagship, type Page, test } from './fixtures.ts'

// What public/enhance.js adds to documents, where it could go wrong without anybody noticing.

const level = (page: Page, skill: string, value: number) => page.locator(`#${skill}-${value}`)

test('two ratings of a stranger on a slow line belong to one profile', async ({ page, context }) => {
  await page.goto(flagship)
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  const slow = { offline: false, latency: 1500, downloadThroughput: -1, uploadThroughput: -1 }
  await line.send('Network.emulateNetworkConditions', slow)
  await level(page, 'sql', 2).check()
  await page.waitForTimeout(700)
  await level(page, 'http-apis', 3).check()
  await expect(page.locator('#status-http-apis')).toContainText('Saved', { timeout: 10_000 })
  await expect(page.locator('#rung-sql')).toContainText('You: Working')
  await line.detach()
  await page.goto('/me')
  await expect(page.getByRole('link', { name: 'Databases and SQL' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'HTTP and APIs' })).toBeVisible()
})

test('a rating chosen on the way out is kept', async ({ page }) => {
  await page.goto(flagship)
  await level(page, 'sql', 3).check()
  await page.goto('/about')
  await expect(async () => {
    await page.goto('/skills/sql')
    await expect(level(page, 'sql', 3)).toBeChecked({ timeout: 500 })
  }).toPass()
})

test('a rating that cannot be sent says so, keeps the choice, and goes through later', async ({ page, watch }) => {
  watch.expect(/ratings/)
  await page.goto(flagship)
  await page.route('**/ratings', (route) => route.abort('internetdisconnected'))
  await level(page, 'sql', 1).check()
  await expect(page.locator('#status-sql')).toContainText('Not saved: there is no connection')
  await expect(level(page, 'sql', 1)).toBeChecked()
  await page.unroute('**/ratings')
  await page.locator('#skill-sql').getByRole('button', { name: 'Save my level' }).click()
  await expect(page.locator('#status-sql')).toContainText('Saved')
})

test('the contents mark the section that is read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(flagship)
  const contents = page.locator('[data-contents]')
  await page.locator('#skill-testing').evaluate((section) => section.scrollIntoView())
  await expect(contents.locator('[aria-current]')).toHaveText('Testing')
})

test('the colours change in place and stay', async ({ page }) => {
  await page.goto('/guides')
  const choose = async (name: string) => {
    const kept = page.waitForResponse('**/theme')
    await page.getByRole('button', { name }).click()
    await kept
  }
  await choose('Dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page).toHaveURL('/guides')
  await page.goto('/roles')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await choose('Auto')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await page.reload()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('a line for the CV is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(flagship)
  await page.getByRole('button', { name: 'Copy this line' }).first().click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const line = await page.locator('#cv-skills-1').innerText()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line)
})
