import { eq } from 'drizzle-orm'
import { read } from '#db/client.ts'
import { guideRevisions } from '#db/schema/guide.ts'
import {
  draftOf,
  expectSaved,
  newGuide,
  openEditor,
  passages,
  signInEditor,
  textOf,
  workflow,
  writeAfter,
} from './editors.ts'
import { expect, type Page, test } from './fixtures.ts'
import { ask } from './http.ts'

test.use({ actionTimeout: 15_000 })

const dialogOf = (page: Page) => page.getByRole('dialog')

/** Asks until a stranger is told something. @returns how long that took, until the question with that answer was put */
async function toldAfter(path: string, told: string): Promise<number> {
  const start = Date.now()
  for (;;) {
    const asked = Date.now()
    const { text } = await ask(path)
    if (text.includes(told) || asked - start > 5000) return asked - start
  }
}

/** Publishes what there is. @returns once the site has answered */
async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish now', exact: true }).click()
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && !!response.request().headers()['next-action'],
  )
  await dialogOf(page).getByRole('button', { name: 'Publish', exact: true }).click()
  expect((await answer).status()).toBe(200)
}

test('a public guide is edited, published, moved, taken back to an old version and off the site', async ({ page }) => {
  test.setTimeout(120_000)
  const { id: me } = await signInEditor(page)
  const { id, slug } = await newGuide(me, {}, true)
  const moved = `${slug}-moved`
  const old = await ask(`/guides/${slug}`)
  expect(old.text).toContain(passages[0])

  await test.step('what is typed is public only when it is published, and then within a second', async () => {
    await openEditor(page, id)
    await writeAfter(page, passages[0], ' It changed today.')
    await expectSaved(id, 'It changed today.')
    await expect(page.getByText('with changes that readers don’t see yet')).toBeVisible()
    expect((await ask(`/guides/${slug}`)).text).not.toContain('It changed today.')
    await publish(page)
    expect(await toldAfter(`/guides/${slug}`, 'It changed today.')).toBeLessThan(1000)
    const again = await ask(`/guides/${slug}`, { headers: { 'If-None-Match': old.headers.etag ?? '' } })
    expect(again.status).toBe(200)
    await expect(page.getByText('Readers see all of it.')).toBeVisible()
  })

  await test.step('a new address takes the readers of the old one along', async () => {
    await page.getByLabel('Address', { exact: true }).fill(moved)
    await expect.poll(async () => (await draftOf(id)).slug).toBe(moved)
    expect((await ask(`/guides/${moved}`)).status).toBe(404)
    await publish(page)
    await expect.poll(async () => (await ask(`/guides/${moved}`)).status).toBe(200)
    const { status, headers } = await ask(`/guides/${slug}`)
    expect({ status, location: headers.location }).toEqual({ status: 308, location: `/guides/${moved}` })
  })

  await test.step('an old version comes back, and what it replaces is kept', async () => {
    await page.getByRole('link', { name: 'Versions' }).click()
    await page.getByRole('link', { name: /^Against now ?: version 1$/ }).click()
    await expect(page.locator('main ins')).toContainText(['It changed today.'])
    await page.getByRole('button', { name: 'Restore version 1', exact: true }).click()
    await dialogOf(page).getByRole('button', { name: 'Restore version 1', exact: true }).click()
    await expect.poll(async () => (await draftOf(id)).body).not.toContain('It changed today.')
    const kept = await read.select().from(guideRevisions).where(eq(guideRevisions.guideId, id))
    expect(kept.filter(({ body }) => body.includes('It changed today.'))).not.toEqual([])
    expect((await ask(`/guides/${moved}`)).text).toContain('It changed today.')
    await openEditor(page, id)
    await expect(textOf(page)).not.toContainText('It changed today.')
    await publish(page)
    await expect.poll(async () => (await ask(`/guides/${moved}`)).text).not.toContain('It changed today.')
  })

  await test.step('off the site, nobody finds it', async () => {
    await workflow(page, 'Take off the site', 'Take it off')
    await expect(page.getByText('Not public yet')).toBeVisible()
    expect((await ask(`/guides/${moved}`)).status).toBe(404)
    expect((await draftOf(id)).body).toContain(passages[0])
  })
})
