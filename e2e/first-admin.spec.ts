import { eq } from 'drizzle-orm'
import { read, write } from '#db/client.ts'
import { users } from '#db/schema/account.ts'
import { renewFirstAdminInvitation } from '#features/account/invitation-writes.ts'
import { accessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'
import { fillSignUp, newAccount } from './paths.ts'

test('there is no default account: the first admin is made with a link that works once', async ({
  page,
  visitor,
  watch,
}) => {
  watch.expect(/status of 404/)
  // A second run of this test starts over.
  await write(async (tx) => {
    await tx.update(users).set({ role: 'member' }).where(eq(users.role, 'admin'))
  })
  expect(await read.select().from(users).where(eq(users.role, 'editor'))).toEqual([])
  const replaced = await write((tx) => renewFirstAdminInvitation(tx, new Date()))
  const token = await write((tx) => renewFirstAdminInvitation(tx, new Date()))
  expect(token).toBeTruthy()

  for (const wrong of [replaced, 'x'.repeat(43), `${token}x`, 'a']) {
    await page.goto(`/setup/${wrong}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
  }

  // Open in two browsers at once; only one of them gets it.
  const late = await visitor()
  await late.goto(`/setup/${token}`)
  await page.goto(`/setup/${token}`)
  await accessible(page)
  await fillSignUp(page, { ...newAccount(), password: 'short' })
  await page.getByRole('button', { name: 'Make the first admin' }).click()
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Use at least 8 characters/)
  const admin = newAccount()
  await fillSignUp(page, admin)
  await page.getByRole('button', { name: 'Make the first admin' }).click()
  await page.waitForURL('/account')
  await expect(page.getByText(`${admin.email}, with the rights of an admin.`)).toBeVisible()

  await fillSignUp(late, newAccount())
  await late.getByRole('button', { name: 'Make the first admin' }).click()
  await expect(late.locator('form').getByRole('alert')).toContainText('This link was used already or has run out.')
  await late.reload()
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
  expect((await read.select().from(users).where(eq(users.role, 'admin'))).map(({ email }) => email)).toEqual([
    admin.email,
  ])
  expect(await write((tx) => renewFirstAdminInvitation(tx, new Date()))).toBeNull()
})
