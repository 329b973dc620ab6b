import { newId } from '#lib/ids.ts'
import { accessible } from './accessible.ts'
import { accountOf } from './editors.ts'
import { expect, type Page, test } from './fixtures.ts'
import { ask } from './http.ts'
import { cookieHeader, fillSignUp, formMessage, newAccount, signIn } from './paths.ts'

const confirm = async (page: Page, button: string, answer: string) => {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('dialog').getByRole('button', { name: answer }).click()
}

test('an admin invites somebody, who joins, is given more, is suspended, and is let in again', async ({
  page,
  visitor,
  watch,
}) => {
  test.slow()
  watch.expect(/status of 404/)
  await signIn(page, await accountOf('admin'))
  await page.goto('/admin/people/invitations')
  // Others invite people too, and are called Grace.
  const whom = `Colleague ${newId()}`
  await page.getByLabel('For whom').fill(whom)
  await page.getByLabel('Role', { exact: true }).selectOption('editor')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel(`The link for ${whom}`).inputValue()
  expect(link).toMatch(/\/join\/[\w-]{43}$/)
  await expect(page.getByRole('listitem').filter({ hasText: whom })).toContainText('as an editor')
  await page.reload()
  // It was shown once.
  expect(await page.content()).not.toContain(new URL(link).pathname)

  const grace = await visitor()
  const joined = newAccount()
  await grace.goto(new URL(link).pathname)
  await fillSignUp(grace, joined)
  await grace.getByRole('button', { name: 'Make my account' }).click()
  await grace.waitForURL('/account')
  await expect(grace.getByText('with the rights of an editor')).toBeVisible()
  await grace.getByRole('link', { name: 'Keep the site' }).click()
  await grace.waitForURL('/admin')
  const late = await visitor()
  await late.goto(new URL(link).pathname)
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing')

  await page.goto(`/admin/people?q=${encodeURIComponent(joined.email)}`)
  await page.getByRole('row', { name: joined.email }).getByRole('link').click()
  await page.waitForURL(/\/admin\/people\/[\w-]+$/)
  await confirm(page, 'Make this account an admin', 'Yes')
  await expect(page.getByText('This account is an admin now.')).toBeVisible()
  await grace.goto('/admin/people')
  await expect(grace.getByRole('heading', { level: 1 })).toHaveText('People')

  await confirm(page, 'Suspend this account', 'Yes')
  await expect(page.getByText('it opens nothing and keeps everything.')).toBeVisible()
  await grace.goto('/admin/people')
  await grace.waitForURL(/\/sign-in\?/)
  await grace.getByLabel('Email address').fill(joined.email)
  await grace.getByLabel('Password').fill('not it at all')
  await grace.getByRole('button', { name: 'Sign in' }).click()
  await expect(formMessage(grace)).toContainText('do not go together')
  await grace.getByLabel('Password').fill(joined.password)
  await grace.getByRole('button', { name: 'Sign in' }).click()
  await expect(formMessage(grace)).toContainText('This account is suspended. Ask whoever runs this site.')

  await confirm(page, 'Let this account in again', 'Yes')
  await expect(page.getByRole('button', { name: 'Suspend this account' })).toBeVisible()
  await signIn(grace, joined)
  await page.reload()
  await confirm(page, 'End all sessions', 'Yes')
  await expect(page.getByText('Signed in nowhere.')).toBeVisible()
  await grace.goto('/account')
  await grace.waitForURL('/sign-in?next=%2Faccount')

  await page.getByRole('link', { name: 'What was done with it' }).click()
  const entries = page.getByRole('list').filter({ hasText: 'suspended an account' }).getByRole('listitem')
  await expect(entries).toHaveText([
    /ended the sessions of an account: /,
    /let a suspended account in again: /,
    /suspended an account: /,
    /changed the role of an account: /,
    /joined by an invitation/,
  ])
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^guidepost-log-\d{4}-\d{2}-\d{2}\.csv$/)
})

test('whoever has an account takes the role for it, and keeps the link if it gives nothing new', async ({
  page,
  visitor,
}) => {
  await signIn(page, await accountOf('admin'))
  await page.goto('/admin/people/invitations')
  await page.getByLabel('For whom').fill('Hedy')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const path = new URL(await page.getByLabel('The link for Hedy').inputValue()).pathname
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have this already')

  const hedy = await visitor()
  const { email, password } = await accountOf('member')
  await hedy.goto(path)
  await hedy.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await hedy.getByLabel('Email address').fill(email)
  await hedy.getByLabel('Password').fill(password)
  await hedy.getByRole('button', { name: 'Sign in' }).click()
  await hedy.waitForURL(path)
  await hedy.getByRole('button', { name: 'Make me an editor' }).click()
  await hedy.waitForURL('/account')
  await expect(hedy.getByText('with the rights of an editor')).toBeVisible()
})

test('the log as a file: an attachment that is what it says, and only what was asked for', async ({ page }) => {
  await signIn(page, await accountOf('admin'))
  const headers = { Cookie: await cookieHeader(page) }
  for (const [format, type] of [
    ['csv', 'text/csv'],
    ['jsonl', 'application/x-ndjson'],
  ] as const) {
    const answer = await ask(`/admin/log/export?format=${format}&what=site.audit-exported`, { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining(type),
      'content-disposition': expect.stringMatching(/^attachment; filename="guidepost-log-[\d-]{10}\.(csv|jsonl)"$/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    const lines = answer.text
      .trimEnd()
      .split(/\r?\n/)
      .slice(format === 'csv' ? 1 : 0)
    // The export itself is the newest entry.
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toContain('site.audit-exported')
  }
  expect((await ask('/admin/log/export?format=xml', { headers })).status).toBe(400)
})

test('axe: people, an account, invitations and the log', async ({ page }) => {
  test.slow()
  const member = await accountOf('member')
  await signIn(page, await accountOf('admin'))
  for (const path of ['/admin/people', `/admin/people/${member.id}`, '/admin/people/invitations', '/admin/log']) {
    await page.goto(path)
    await accessible(page)
  }
  await page.goto(`/admin/people/${member.id}`)
  await page.getByRole('button', { name: 'Suspend this account' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await accessible(page)
})
