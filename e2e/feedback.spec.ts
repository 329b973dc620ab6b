import { read } from '#db/client.ts'
import { blockUses, sectionFeedback } from '#db/schema/index.ts'
import { expect, flagship, type Page, test } from './fixtures.ts'
import { ask, post } from './http.ts'

const section = 'how-to-show-backend-skills-in-a-cv'
const line = (page: Page) => page.getByRole('group', { name: 'Was “How to show backend skills in a CV” useful?' })

const commentsWith = async (word: string) =>
  (
    await read.select({ comment: sectionFeedback.comment, useful: sectionFeedback.useful }).from(sectionFeedback)
  ).filter(({ comment }) => comment.includes(word))

test('a section is called useful in place, with a line for the editors, and no cookie is set', async ({
  page,
  context,
}) => {
  await page.goto(flagship)
  await line(page).getByRole('button', { name: 'No' }).click()
  await expect(line(page).getByRole('status')).toHaveText('Thank you.')
  await expect(line(page)).toBeFocused()
  await line(page).getByLabel('What was missing?').fill('Marigold examples, ask me at ada@example.org')
  // A rating meanwhile brings the page's live parts anew, and must leave what is being typed alone.
  await page.locator('#sql-2').check()
  await expect(page.locator('#status-sql')).toContainText('Saved')
  await expect(line(page).getByLabel('What was missing?')).toHaveValue(/Marigold/)
  await line(page).getByRole('button', { name: 'Send' }).click()
  await expect(line(page)).toContainText('The editors will read it.')
  await expect(page).toHaveURL(flagship)
  expect(await commentsWith('Marigold')).toEqual([
    { comment: 'Marigold examples, ask me at [email address]', useful: false },
  ])
  // The rating made a guest; the answers before it and after it needed none.
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['guest'])
})

test('an answer that cannot be sent says so and can be given again', async ({ page, watch }) => {
  watch.expect(/feedback/)
  await page.goto(flagship)
  await page.route('**/feedback', (route) => route.abort('internetdisconnected'))
  await line(page).getByRole('button', { name: 'Yes' }).click()
  await expect(line(page).getByRole('status')).toContainText('there is no connection')
  await page.unroute('**/feedback')
  await line(page).getByRole('button', { name: 'Yes' }).click()
  await expect(line(page).getByLabel('Anything to add?')).toBeVisible()
})

test('what is copied and opened is counted for the guide', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(flagship)
  const told = (action: string) =>
    page.waitForRequest((request) => request.postData()?.includes(`action=${action}`) ?? false)
  const [copied] = await Promise.all([
    told('copied'),
    page.getByRole('button', { name: 'Copy this line' }).first().click(),
  ])
  expect((await copied.response())?.status()).toBe(204)
  await Promise.all([told('opened'), page.getByText('Answer it out loud').first().click()])
  await expect
    .poll(async () => (await read.select({ action: blockUses.action }).from(blockUses)).map(({ action }) => action))
    .toEqual(expect.arrayContaining(['copied', 'opened']))
  expect(await context.cookies()).toEqual([])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a small page says thank you, takes a line, and leads back to the section', async ({ page, context }) => {
    await page.goto(flagship)
    await line(page).getByRole('button', { name: 'Yes' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await page.getByLabel('Anything to add?').fill('Periwinkle')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByText('The editors will read it.')).toBeVisible()
    expect(await commentsWith('Periwinkle')).toEqual([{ comment: 'Periwinkle', useful: true }])
    await page.getByRole('link', { name: 'Back to the guide' }).click()
    await expect(page).toHaveURL(`${flagship}#${section}`)
    expect(await context.cookies()).toEqual([])
  })
})

test('strangers go on sharing one copy, and what is no answer is refused', async () => {
  const before = (await ask(flagship)).headers.etag
  const answered = await post('/feedback', { useful: 'yes', returnTo: `${flagship}#${section}` })
  expect([answered.status, answered.headers['set-cookie']]).toEqual([303, undefined])
  expect((await ask(flagship)).headers.etag).toBe(before)
  expect((await post('/feedback', { useful: 'maybe', returnTo: `${flagship}#${section}` })).status).toBe(400)
  expect((await post('/feedback', { useful: 'yes', returnTo: `${flagship}#no-such-section` })).status).toBe(410)
  expect((await post('/uses', { guide: 'a', block: 'b', action: 'rated' })).status).toBe(400)
  expect((await post('/uses', { guide: 'a', block: 'b', action: 'copied' })).status).toBe(204)
  expect(
    (await post('/uses', { guide: 'a', block: 'b', action: 'copied' }, { Origin: 'https://evil.example' })).status,
  ).toBe(403)
  expect((await ask('/feedback')).status).toBe(404)
})
