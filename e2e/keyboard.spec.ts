import { expectVisibleFocus, focused, tabTo } from './by-keyboard.ts'
import { expect, flagship, type Page, test } from './fixtures.ts'
import { newAccount } from './paths.ts'

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

test('the skip link leads to the text', async ({ page }) => {
  await page.goto(flagship)
  await page.keyboard.press('Tab')
  const link = page.getByRole('link', { name: 'Skip to the text' })
  await expect(link).toBeFocused()
  await expect(link).toBeInViewport({ ratio: 1 })
  await expectVisibleFocus(page)
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('#main').getByRole('link').first()).toBeFocused()
})

test('a guest reads, rates, assesses and signs up by keyboard alone', async ({ page }) => {
  test.slow()
  await test.step('from the front page to the guide', async () => {
    await page.goto('/')
    await tabTo(page, `main a[href="${flagship}"]`)
    await page.keyboard.press('Enter')
    await page.waitForURL(flagship)
  })

  await test.step('rate a skill with the arrow keys', async () => {
    await tabTo(page, '[name=level][id^="sql-"]')
    // From the top of the ladder down: expert, practitioner, working.
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('#sql-2')).toBeFocused()
    await expect(page.locator('#sql-2')).toBeChecked()
    await expectVisibleFocus(page)
    await expect(page.locator('#status-sql')).toContainText('Saved.')
    await expect(page.locator('#rung-sql')).toContainText('You: Working')
    await expect(page.locator('#sql-2')).toBeFocused()
    await expectVisibleFocus(page)
    // The button of the form without script is still there for the keyboard.
    await page.keyboard.press('Tab')
    await expect(page.locator('form:has(#sql-2)').getByRole('button', { name: 'Save my level' })).toBeFocused()
    await expectVisibleFocus(page)
    await page.keyboard.press('Shift+Tab')
    await expect(page.locator('#sql-2')).toBeFocused()
  })

  await test.step('answer by the keys 0 to 4 and N, and by arrows', async () => {
    await tabTo(page, '#toolkit a[href="/assess/backend-developer"]', 'Tab', 200)
    await page.keyboard.press('Enter')
    await page.waitForURL('/assess/backend-developer')
    await tabTo(page, 'main a[href="/assess/backend-developer?q=1"]')
    await page.keyboard.press('Enter')
    for (const [index, key] of ['3', '2', '1', '0', 'n', '4', 'arrows', 'arrows', '2', '2', '1'].entries()) {
      const number = index + 1
      await page.waitForURL(`/assess/backend-developer?q=${number}`)
      const heading = page.getByRole('heading', { level: 1, name: `Skill ${number} of 11:` })
      // The new question is read out, because its heading has the focus; a fresh page starts at its top.
      if (number > 1) await expect(heading).toBeFocused()
      else await heading.waitFor()
      if (key === 'arrows') {
        await tabTo(page, '[name=level]')
        await page.keyboard.press('Space')
        await page.keyboard.press('ArrowDown')
        await expect(page.locator('#level-3')).toBeChecked()
      } else {
        const level = key === 'n' ? 'unsure' : key
        // Until the page listens, a key does nothing.
        await expect(async () => {
          await page.keyboard.press(key)
          await expect(page.locator(`#level-${level}`)).toBeChecked({ timeout: 200 })
        }).toPass()
        await expect(page.locator(`#level-${level}`)).toBeFocused()
      }
      await expectVisibleFocus(page)
      await page.keyboard.press('Enter')
    }
    await page.waitForURL('/assess/backend-developer/review')
  })

  await test.step('change an answer, go back to the review, see the result', async () => {
    await tabTo(page, 'a[href="/assess/backend-developer?q=4&then=review"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('/assess/backend-developer?q=4&then=review')
    await tabTo(page, '[name=level]')
    await page.keyboard.press('ArrowUp')
    await tabTo(page, 'main button[type=submit]')
    await page.keyboard.press('Space')
    await page.waitForURL('/assess/backend-developer/review')
    await expect(page.getByRole('listitem').filter({ hasText: 'Automated testing' })).toContainText('Awareness')
    await tabTo(page, 'main button[type=submit]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/results\//)
  })

  await test.step('sign up, with a mistake first', async () => {
    const { name, email, password } = newAccount()
    await tabTo(page, 'main a[href="/sign-up"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('/sign-up')
    await type(page, '#name', name)
    await type(page, '#email', email)
    await type(page, '#password', 'short')
    await page.keyboard.press('Enter')
    // What is wrong has the focus, and leads to its field.
    await expect(page.locator('form').getByRole('alert')).toBeFocused()
    await tabTo(page, '[role=alert] a[href="#password"]')
    await page.keyboard.press('Enter')
    await expect(page.locator('#password')).toBeFocused()
    await expectVisibleFocus(page)
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/me(?:#.*)?$/)
  })

  await test.step('sign out', async () => {
    await tabTo(page, 'header a[href="/account"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('/account')
    await tabTo(page, 'main button[type=submit]')
    await page.keyboard.press('Enter')
    await page.waitForURL('/')
  })
})

for (const direction of ['Tab', 'Shift+Tab'] as const) {
  test(`on a small screen the bar never covers what has the focus: ${direction}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(flagship)
    await expect(page.locator('.toolkit-bar')).toBeVisible()
    let stops = 0
    for (; stops < 250; stops++) {
      await page.keyboard.press(direction)
      if ((await focused(page)) === null) break
      await expectVisibleFocus(page)
    }
    // The walk went through the whole page: ladders, links and all.
    expect(stops).toBeGreaterThan(60)
    expect(stops).toBeLessThan(250)
  })
}
