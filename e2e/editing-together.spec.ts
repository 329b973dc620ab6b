import { eq } from 'drizzle-orm'
import { read, write } from '#db/client.ts'
import { sessions } from '#db/schema/account.ts'
import { guideRevisions } from '#db/schema/guide.ts'
import { draftOf, expectSaved, newGuide, openEditor, passages, signInEditor, textOf, writeAfter } from './editors.ts'
import { expect, type Page, test } from './fixtures.ts'

test.use({ actionTimeout: 15_000 })

const saveLine = (page: Page) => page.getByText(/^Saved, /)

test('two editors on one guide: each sees the other, and whoever saves second chooses for each passage', async ({
  page,
  visitor,
  watch,
}) => {
  test.setTimeout(120_000)
  // The answer to a save of what is not the newest any more.
  watch.expect(/status of 409/)
  const ada = await signInEditor(page, 'Ada First')
  const { id } = await newGuide(ada.id)
  await openEditor(page, id)
  const other = await visitor()
  await signInEditor(other, 'Grace Second')
  await openEditor(other, id)

  await test.step('each sees that the other is there', async () => {
    await expect(other.getByText('Ada First has this guide open, too.')).toBeVisible()
    await expect(page.getByText('Grace Second has this guide open, too.')).toBeVisible({ timeout: 20_000 })
  })

  await test.step('both write; the first one is saved', async () => {
    await writeAfter(page, passages[0], ' Ada wrote here.')
    await writeAfter(page, passages[1], ' Ada says by the front door.')
    await expectSaved(id, 'Ada wrote here.', 'Ada says by the front door.')
    await expect(other.getByText('Somebody saved a newer version.')).toBeVisible({ timeout: 20_000 })
  })

  await test.step('the second gets both versions side by side, and nothing is overwritten', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    // No save comes between the words of one who types fast.
    await other.route('**/draft', async (route) => {
      await held
      await route.continue()
    })
    await other.getByLabel('Standfirst').fill('Grace changed the standfirst.')
    await writeAfter(other, passages[1], ' Grace says by the back door.')
    await writeAfter(other, passages[2], ' Grace wrote here.')
    letGo()
    const title = 'Ada First saved this guide while you were writing'
    await expect(other.getByRole('heading', { name: title })).toBeVisible()
    expect((await draftOf(id)).body).not.toContain('Grace')
  })

  await test.step('what only one changed is taken already; what both did is chosen', async () => {
    const passage = (words: string) => other.getByRole('group').filter({ hasText: words })
    await expect(passage('Ada wrote here.').getByRole('radio', { name: /^Ada First/ })).toBeChecked()
    await expect(passage('Grace wrote here.').getByRole('radio', { name: /^Yours/ })).toBeChecked()
    await expect(passage('Grace changed the standfirst.').getByRole('radio', { name: /^Yours/ })).toBeChecked()
    const both = passage('by the back door')
    await expect(both).toContainText('by the front door')
    await expect(both.getByRole('radio', { checked: true })).toHaveCount(0)
    const goOn = other.getByRole('button', { name: 'Go on with this' })
    await expect(goOn).toBeDisabled()
    await both.getByRole('radio', { name: /^Both/ }).check()
    await goOn.click()
  })

  await test.step('nothing of either is lost', async () => {
    const all = ['Ada wrote here.', 'Ada says by the front door.', 'Grace says by the back door.', 'Grace wrote here.']
    await expectSaved(id, ...all)
    expect((await draftOf(id)).standfirst).toBe('Grace changed the standfirst.')
    for (const each of all) await expect(textOf(other)).toContainText(each)
    // What Ada saved is a version of its own.
    const kept = await read.select().from(guideRevisions).where(eq(guideRevisions.guideId, id))
    const hers = kept.filter(({ body }) => body.includes('Ada says') && !body.includes('Grace'))
    expect(hers).toMatchObject([{ byId: ada.id }])
    await page.getByRole('button', { name: 'Show it' }).click({ timeout: 20_000 })
    for (const each of all) await expect(textOf(page)).toContainText(each)
  })
})

test('what is typed without a connection is kept, and saved when there is one again', async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(60_000)
  watch.expect(/ERR_INTERNET_DISCONNECTED/)
  const { id: me } = await signInEditor(page)
  const { id } = await newGuide(me)
  await openEditor(page, id)
  await context.setOffline(true)
  await writeAfter(page, passages[0], ' Written on a train.')
  await expect(page.getByText('The site does not answer.')).toBeVisible()
  await expect(page.getByText('What you typed is kept in this browser meanwhile.')).toBeVisible()
  await writeAfter(page, passages[1], ' And in a tunnel.')
  expect((await draftOf(id)).body).not.toContain('train')
  await context.setOffline(false)
  await expectSaved(id, 'Written on a train.', 'And in a tunnel.')
  await expect(saveLine(page)).toBeVisible()
  await page.reload()
  await expect(textOf(page)).toContainText('And in a tunnel.')
  await expect(page.getByText('Brought back')).toHaveCount(0)
})

test('what was not saved when the window went comes back in the next one', async ({ page, context, watch }) => {
  test.setTimeout(60_000)
  watch.expect(/ERR_INTERNET_DISCONNECTED/)
  const { id: me } = await signInEditor(page)
  const { id } = await newGuide(me)
  await openEditor(page, id)
  await context.setOffline(true)
  await writeAfter(page, passages[0], ' Then the battery was empty.')
  await page.getByLabel('Standfirst').fill('A standfirst that nobody saved.')
  await expect(page.getByText('The site does not answer.')).toBeVisible()
  await page.close()
  await context.setOffline(false)
  expect((await draftOf(id)).body).not.toContain('battery')

  const next = await context.newPage()
  await openEditor(next, id)
  await expect(next.getByText('Brought back what was not saved yet')).toBeVisible()
  await expect(textOf(next)).toContainText('Then the battery was empty.')
  await expect(next.getByLabel('Standfirst')).toHaveValue('A standfirst that nobody saved.')
  await expectSaved(id, 'Then the battery was empty.')
  expect((await draftOf(id)).standfirst).toBe('A standfirst that nobody saved.')
})

test('whoever leaves in the middle of a sentence has it saved', async ({ page }) => {
  const { id: me } = await signInEditor(page)
  const { id } = await newGuide(me)
  await openEditor(page, id)
  await writeAfter(page, passages[0], ' In the middle of')
  await page.goto('/admin/guides')
  await expectSaved(id, 'In the middle of')
  await openEditor(page, id)
  await expect(textOf(page)).toContainText('In the middle of')
})

test('a session that ends while somebody writes costs nothing', async ({ page, context, watch }) => {
  test.setTimeout(60_000)
  watch.expect(/status of 401/)
  const { id: me, email, password } = await signInEditor(page)
  const { id } = await newGuide(me)
  await openEditor(page, id)
  await write((tx) => tx.delete(sessions).where(eq(sessions.userId, me)))
  await writeAfter(page, passages[0], ' The session was over.')
  const link = page.getByRole('link', { name: 'Sign in, in a new tab' })
  await expect(link).toBeVisible()
  await expect(page.getByText('What you typed is kept in this browser meanwhile.')).toBeVisible()
  expect((await draftOf(id)).body).not.toContain('The session was over.')

  const opened = context.waitForEvent('page')
  await link.click()
  const door = await opened
  await door.getByLabel('Email address').fill(email)
  await door.getByLabel('Password').fill(password)
  await door.getByRole('button', { name: 'Sign in' }).click()
  await door.waitForURL('/me')
  await door.close()
  await expectSaved(id, 'The session was over.')
  await expect(saveLine(page)).toBeVisible()
  await expect(textOf(page)).toContainText('The session was over.')
})
