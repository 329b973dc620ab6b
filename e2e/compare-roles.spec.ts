import { write } from '#db/client.ts'
import { changeAddress } from '#features/taxonomy/address-writes.ts'
import { accessible } from './accessible.ts'
import { expect, type Page, test } from './fixtures.ts'
import { ask } from './http.ts'

const pair = '/roles/compare?a=frontend-developer&b=backend-developer'

async function choosesTwo(page: Page): Promise<void> {
  await page.goto('/roles')
  await page.getByRole('link', { name: 'Compare them' }).click()
  await page.getByLabel('One role', { exact: true }).selectOption('Frontend developer')
  await page.getByLabel('Another role').selectOption('Backend developer')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(pair)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Frontend developer and Backend developer')
  await expect(page.getByText(/of their \d+ skills are shared/)).toBeVisible()
  const row = page.getByRole('region', { name: 'What both ask for' }).getByRole('row', { name: /HTTP and APIs/ })
  await expect(row.getByRole('cell')).toHaveText(['WorkingMust have', 'PractitionerMust have'])
  await expect(page.getByRole('region', { name: 'Only Backend developer' })).toContainText('Databases and SQL')
  await expect(page.getByRole('link', { name: 'Frontend vs backend development' })).toBeVisible()
}

test('two roles are compared, and the reader’s own levels stand in the rows', async ({ page }) => {
  await choosesTwo(page)
  await expect(page.getByText(/of which you have rated none yet/)).toHaveCount(2)
  await page.goto('/skills/http-apis')
  await page.locator('#http-apis-3').check()
  await expect(page.locator('#status-http-apis')).toContainText('Saved.')
  await page.goto(pair)
  const row = page.getByRole('row', { name: /HTTP and APIs/ })
  await expect(row.getByRole('rowheader')).toContainText('You: Practitioner')
  await expect(page.getByRole('region', { name: 'Backend developer', exact: true })).toContainText(
    /You: \d+% of what it asks/,
  )
  await accessible(page)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('two roles are compared', async ({ page }) => {
    await choosesTwo(page)
    await page
      .getByRole('region', { name: 'Backend developer', exact: true })
      .getByRole('link', { name: 'Assess yourself' })
      .click()
    await expect(page).toHaveURL('/assess/backend-developer')
    await page.goto('/roles/backend-developer')
    await page.getByRole('link', { name: 'Compare with another role' }).click()
    await expect(page.getByText('Choose the role to compare Backend developer with.')).toBeVisible()
    await expect(page.getByLabel('One role', { exact: true })).toHaveValue('backend-developer')
    await expect(page.getByRole('region', { name: 'Roles that share most with Backend developer' })).toContainText(
      'Backend developer and',
    )
  })

  test('a role that there is not is said, and the other one kept; the same one twice is said as well', async ({
    page,
  }) => {
    await page.goto('/roles/compare?a=poet&b=backend-developer')
    await expect(page).toHaveURL('/roles/compare?b=backend-developer&gone=yes')
    await expect(page.getByRole('alert')).toContainText('Backend developer is kept')
    await expect(page.getByLabel('Another role')).toHaveValue('backend-developer')
    await page.goto('/roles/compare?a=poet')
    await expect(page.getByRole('alert')).toContainText('There are no such roles')
    await page.goto('/roles/compare?a=backend-developer&b=backend-developer')
    await expect(page.getByRole('alert')).toContainText('You chose Backend developer twice.')
    await expect(page.getByLabel('One role', { exact: true })).toHaveValue('backend-developer')
  })
})

test('a renamed role is followed, and an address of the same two has one canonical spelling', async () => {
  await write((tx) => changeAddress(tx, 'role', 'full-stack-developer', 'whole-stack-developer'))
  try {
    const moved = await ask('/roles/compare?a=full-stack-developer&b=backend-developer')
    expect(moved.status).toBe(308)
    expect(moved.headers.location).toBe('/roles/compare?a=whole-stack-developer&b=backend-developer')
  } finally {
    await write((tx) => changeAddress(tx, 'role', 'whole-stack-developer', 'full-stack-developer'))
  }
  const canonical = /<link rel="canonical" href="[^"]*\/roles\/compare\?a=backend-developer&amp;b=frontend-developer"/
  expect((await ask(pair)).text).toMatch(canonical)
  expect((await ask('/roles/compare?b=frontend-developer&a=backend-developer')).text).toMatch(canonical)
})

test('axe: the choice of two roles, and two compared', async ({ page }) => {
  for (const path of ['/roles/compare', '/roles/compare?a=backend-developer&gone=yes', pair]) {
    await page.goto(path)
    await accessible(page)
  }
})
