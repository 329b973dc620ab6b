import { accessible } from './accessible.ts'
import { expectVisibleFocus, tabTo } from './by-keyboard.ts'
import { expect, type Page, test } from './fixtures.ts'
import { ask, cookieOf, newGuest, post } from './http.ts'

const questions = '/which-role/questions'
const suggestions = (page: Page) => page.getByRole('region', { name: 'Roles to look at first' })

/** Likes code, not looking for faults, and has called an API. */
async function answers(page: Page): Promise<void> {
  await page.goto('/which-role')
  await page.getByRole('link', { name: 'Answer the questions' }).click()
  await page.getByRole('group', { name: 'Telling a computer exactly what to do' }).getByLabel('Yes').check()
  await page.getByRole('group', { name: 'Making things that other people then use' }).getByLabel('A bit').check()
  await page.getByRole('group', { name: 'Finding out why something does not work' }).getByLabel('No').check()
  await page.locator('#did-http-apis').check()
  await page.getByRole('button', { name: 'See which roles suit me' }).click()
}

/** Rates a few skills on their pages; with script, a choice is sent by itself. */
async function rateSome(page: Page, scripted: boolean): Promise<void> {
  for (const skill of ['sql', 'testing', 'server-side-programming', 'python']) {
    await page.goto(`/skills/${skill}`)
    await page.locator(`#${skill}-2`).check()
    if (!scripted) await page.getByRole('button', { name: 'Save my level' }).click()
    await expect(page.locator(`#status-${skill}`)).toContainText('Saved.')
  }
}

async function readsResult(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/which-role\/questions\?likes=[ybn-]{16}&did=http-apis$/)
  const first = suggestions(page).locator('ol > li').first()
  await expect(first).toContainText(
    /You like telling a computer exactly what to do: that (fills much|is part) of the day here\./,
  )
  await expect(first).toContainText(/: that is HTTP and APIs, a must-have here\./)
  await expect(suggestions(page)).toContainText('The day also holds what you do not like: finding out why something')
  await expect(suggestions(page)).not.toContainText('%')
  await expect(first.getByRole('link', { name: /^Assess yourself/ })).toBeVisible()
}

test('the questions lead to roles with reasons, Back keeps what was ticked, and the ticks go into a profile', async ({
  page,
}) => {
  test.slow()
  await answers(page)
  await readsResult(page)
  await page.goBack()
  await expect(page).toHaveURL(questions)
  await expect(page.locator('#like-coding-yes')).toBeChecked()
  await expect(page.locator('#did-http-apis')).toBeChecked()
  await page.goForward()
  // The answers stand below the result as well, to be changed.
  await page.getByText('Change some of them and look again').click()
  await expect(page.locator('#like-fault-finding-no')).toBeChecked()
  await page.locator('#like-fault-finding-yes').check()
  await page.getByRole('button', { name: 'Look again with these answers' }).click()
  await expect(suggestions(page)).not.toContainText('what you do not like')

  const order = await suggestions(page).getByRole('heading', { level: 2 }).allTextContents()
  await page.getByRole('button', { name: 'Keep what I have done in my profile' }).click()
  // One tick is too little to measure roles by: they stand in the order of the answers, and without a number.
  await expect(page).toHaveURL(/\/which-role\?kept=yes&likes=[ybn-]{16}&did=http-apis$/)
  await expect(page.getByRole('status')).toContainText('What you ticked is in your profile')
  expect(await suggestions(page).getByRole('heading', { level: 3 }).allTextContents()).toEqual(order)
  await expect(page.getByRole('main')).not.toContainText('%')
  await accessible(page)
  await page.goto('/me')
  await expect(page.getByRole('region', { name: 'Your skills' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'What to do next' })).toContainText('you have not rated it yet')

  await rateSome(page, true)
  await page.goto('/me')
  const next = await page.getByRole('region', { name: 'What to do next' }).getByText('First step:').textContent()
  const role = await page.getByRole('region', { name: 'Where am I' }).getByRole('link').textContent()
  await page.getByRole('link', { name: 'Every role, with what is missing' }).click()
  await accessible(page)
  const way = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: role ?? '', exact: true }) })
  const step = way.locator('ol a').first()
  expect(`First step: ${await step.textContent()}`).toBe(next)
  await way.getByText(/^Then \w+ more/).click()
  await expect(way.locator('details ol a').first()).toBeVisible()
  const target = new URL((await step.getAttribute('href')) ?? '', page.url())
  await step.click()
  await expect(page.locator(target.hash)).toBeInViewport()
  await page
    .locator(target.hash)
    .getByRole('link', { name: /^Done it\? Rate the skill/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Four levels' })).toBeInViewport()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the questions lead to roles, and the ticks into a profile', async ({ page }) => {
    await answers(page)
    await readsResult(page)
    await page.goBack()
    await expect(page.locator('#did-http-apis')).toBeChecked()
    await page.goForward()
    await page.getByRole('button', { name: 'Keep what I have done in my profile' }).click()
    await expect(page.getByRole('region', { name: 'Roles to look at first' })).toBeVisible()
    await rateSome(page, false)
    await page.goto('/which-role')
    await expect(page.getByRole('region', { name: 'Nearest to you' })).toContainText('%')
    const further = page.getByRole('region', { name: 'Further away' })
    if ((await further.count()) > 0) {
      await further.locator('summary').first().click()
      await expect(further.getByText('Begin with:').first()).toBeVisible()
    }
  })

  test('nothing ticked, and dislikes alone, say what to do', async ({ page }) => {
    await page.goto(questions)
    await page.getByRole('button', { name: 'See which roles suit me' }).click()
    await expect(page.getByText('Say “Yes” or “A bit” to at least three things')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Keep what I have done' })).toHaveCount(0)
    await page.getByRole('group', { name: 'Telling a computer exactly what to do' }).getByLabel('No').check()
    await page.getByRole('button', { name: 'Look again with these answers' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to go by yet')
    await expect(page.locator('#like-coding-no')).toBeChecked()
  })
})

test('the questions can be answered by keyboard', async ({ page }) => {
  await page.goto(questions)
  await tabTo(page, '#like-coding-yes')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('#like-coding-bit')).toBeChecked()
  await tabTo(page, '#did-http-apis')
  await page.keyboard.press('Space')
  await tabTo(page, 'main button[type=submit]')
  await page.keyboard.press('Enter')
  await expect(suggestions(page)).toContainText('You like some of this as well: telling a computer exactly what to do.')
  await tabTo(page, 'main form button')
  await expectVisibleFocus(page)
})

test('answers are kept by nobody but their address', async () => {
  const path = `${questions}?likes=${'y'.repeat(16)}&did=http-apis`
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.text).toMatch(/<meta name="robots" content="noindex/)
  // What nobody would send is tidied away, and not a fault.
  const odd = await ask(`${questions}?likes=%00%F0%9F%98%80${'y'.repeat(900)}&did=..%2F..%2Fx.sql&did=%3Cb%3E`)
  expect(odd.status).toBe(307)
  expect(odd.headers.location).toBe(`${questions}?likes=${'-'.repeat(3)}${'y'.repeat(13)}&did=sql`)
})

test('what is kept makes a guest, lowers nothing, and is refused where there is nothing', async () => {
  const returnTo = questions
  const kept = await post('/which-role/keep', { did: 'http-apis.sql', returnTo })
  expect([kept.status, kept.headers.location]).toEqual([303, '/which-role?kept=yes'])
  expect(cookieOf(kept, 'guest')).toMatch(/^guest=./)
  const cookie = await newGuest('sql', '3')
  await post('/which-role/keep', { did: 'http-apis.sql', returnTo }, { Cookie: cookie })
  const profile = await ask('/me', { headers: { Cookie: cookie } })
  expect(profile.text).toMatch(/Databases and SQL[\s\S]{0,900}Practitioner/)
  expect(profile.text).toContain('HTTP and APIs')
  expect((await post('/which-role/keep', { did: '', returnTo })).status).toBe(400)
  expect((await post('/which-role/keep', { did: 'nothing-such', returnTo })).status).toBe(410)
  expect(
    (await post('/which-role/keep', { did: 'sql', returnTo }, { Origin: 'https://elsewhere.example' })).status,
  ).toBe(403)
})

for (const [name, path] of [
  ['before a profile', '/which-role'],
  ['the questions', questions],
  ['nothing ticked', `${questions}?likes=${'-'.repeat(16)}`],
  ['roles to look at first', `${questions}?likes=ybn${'-'.repeat(13)}&did=http-apis`],
] as const) {
  test(`axe: which role suits me, ${name}`, async ({ page }) => {
    // Every answer is looked at, in both themes and widths.
    test.slow()
    await page.goto(path)
    // A button in what is folded away never comes to the end of its transition.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await accessible(page)
  })
}
