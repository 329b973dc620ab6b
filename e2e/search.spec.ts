import { AxeBuilder } from '@axe-core/playwright'
import { accessible } from './accessible.ts'
import { signInEditor } from './editors.ts'
import { expect, flagship, type Page, test } from './fixtures.ts'

// Finding things: by what adverts call them, in spite of slips, with and without script, by keyboard.

const wide = { width: 1440, height: 900 }
const results = (page: Page) => page.getByRole('main').getByRole('heading', { level: 3 })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an alias leads to the skill, and to the section of a guide that teaches it', async ({ page }) => {
    await page.setViewportSize(wide)
    await page.goto('/')
    const box = page.locator('#search-wide')
    await box.fill('k8s')
    await box.press('Enter')
    await expect(page).toHaveURL(/\/search\?q=k8s$/)
    await expect(results(page).first()).toHaveText('Kubernetes')
    await expect(page.getByRole('main').locator('mark').first()).toHaveText('Kubernetes')
    await page.getByRole('navigation', { name: 'What to show' }).getByRole('link', { name: 'Guides' }).click()
    await expect(page).toHaveURL(/type=guide/)
    const section = page.getByRole('main').locator('p', { hasText: 'In the section' }).getByRole('link').first()
    await section.click()
    await expect(page).toHaveURL(/\/guides\/[a-z-]+#.+/)
  })

  test('a slip is forgiven, and said', async ({ page }) => {
    await page.goto('/search?q=backend+develper+skils')
    await expect(page.getByRole('status')).toContainText('backend developer skills')
    await results(page).filter({ hasText: 'Backend developer skills' }).getByRole('link').click()
    await expect(page).toHaveURL(new RegExp(`${flagship}$`))
  })

  test('the search is behind a sign on a phone, and works there', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/skills')
    await page.locator('header summary').click()
    await page.locator('#search-narrow').fill('golang')
    await page.locator('#search-narrow').press('Enter')
    await expect(results(page).first()).toHaveText('Go')
  })

  test('what has nothing says so and offers ways on', async ({ page }) => {
    await page.goto('/search?q=xqzxqzx')
    await expect(page.getByRole('status')).toContainText('Nothing here fits “xqzxqzx”')
    await page.getByRole('main').getByRole('link', { name: 'nurse' }).click()
    await expect(page.getByRole('heading', { name: 'Registered nurse', exact: true })).toBeVisible()
  })

  test('who does not know which job is led to the questions', async ({ page }) => {
    await page.goto('/search?q=which+job+suits+me')
    await page.getByRole('main').getByRole('link', { name: 'Ten minutes of questions' }).click()
    await expect(page).toHaveURL('/which-role')
  })

  test('what is typed is text, whatever it is', async ({ page }) => {
    const typed = '"><script>alert(1)</script> NEAR( * "'
    await page.goto(`/search?${new URLSearchParams({ q: typed })}`)
    await expect(page.locator('#search')).toHaveValue(typed)
    await expect(page.locator('main script')).toHaveCount(0)
  })
})

test('while somebody types, the list follows, by keyboard as well', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto(flagship)
  const box = page.getByRole('combobox', { name: /Search/ })
  await page.locator('#search-wide').focus()
  await expect(box).toHaveAttribute('aria-expanded', 'false')
  await box.pressSequentially('kubren')
  const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
  await expect(options.first()).toContainText('Kubernetes')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await box.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '')
  const axe = await new AxeBuilder({ page }).setLegacyMode().include('header').analyze()
  expect(axe.violations.map(({ id }) => id)).toEqual([])
  await box.press('Escape')
  await expect(options.first()).toBeHidden()
  await expect(box).toHaveValue('kubren')
  await box.press('ArrowDown')
  // What is typed after a choice is a new search, and not the choice.
  await box.pressSequentially('n')
  await expect(box).not.toHaveAttribute('aria-activedescendant')
  await box.press('Backspace')
  await expect(options.first()).toContainText('Kubernetes')
  await box.press('ArrowDown')
  await box.press('Enter')
  await expect(page).toHaveURL('/skills/kubernetes')
})

test('on a phone, Escape closes the search and leads back to its sign', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/roles')
  const sign = page.locator('header summary')
  await sign.click()
  await page.locator('#search-narrow').focus()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('#search-narrow')).toBeHidden()
  await expect(sign).toBeFocused()
})

test('the list also follows in an application, and goes when the focus does', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto('/sign-in')
  const box = page.locator('#search-wide')
  await box.click()
  await box.pressSequentially('nurs')
  const list = page.getByRole('listbox', { name: 'Suggestions' })
  await expect(list).toContainText('Registered nurse')
  await page.getByLabel('Email address').focus()
  await expect(list).toBeHidden()
})

test('what five people did not find stands on the overview of the editors', async ({ page, visitor }) => {
  for (let person = 0; person < 5; person++) {
    const reader = await visitor()
    await reader.goto('/search?q=xqfalconry+Xqzx')
    await expect(reader.getByRole('status')).toContainText('editors')
  }
  await signInEditor(page)
  await page.goto('/admin')
  await expect(page.getByRole('row', { name: /xqfalconry xqzx/ })).toContainText('5')
})

test('axe: a search, and one without result', async ({ page }) => {
  for (const path of ['/search', '/search?q=sql', '/search?q=sql&type=question', '/search?q=xqzxqzx']) {
    await page.goto(path)
    await accessible(page)
  }
})
