import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newGuide, passages, signInEditor, unique } from './editors.ts'
import { expect, origin, type Page, test } from './fixtures.ts'
import { ask } from './http.ts'

test.use({ actionTimeout: 15_000 })

/** How light the letters of the page in a frame are, from 0 to 255. */
const lightness = (page: Page) =>
  page
    .frameLocator('main iframe')
    .getByRole('heading', { level: 1 })
    .evaluate((heading) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')
      if (!canvas) return Number.NaN
      canvas.fillStyle = getComputedStyle(heading).color
      canvas.fillRect(0, 0, 1, 1)
      return canvas.getImageData(0, 0, 1, 1).data[1]
    })

test('a preview is the real page with the draft in it, at the width of a phone and of a desk, light and dark', async ({
  page,
}) => {
  const { id: me } = await signInEditor(page)
  const { id, title } = await newGuide(me)
  await page.goto(`/admin/guides/${id}`)
  await page.getByRole('link', { name: 'Preview' }).click()
  const frame = page.frameLocator('main iframe')
  await expect(page.getByTitle(`Preview: ${title}`)).toBeVisible()
  const width = () => frame.locator('html').evaluate((html) => html.clientWidth)
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(frame.getByText(passages[2])).toBeVisible()
  expect(await width()).toBeLessThanOrEqual(390)
  expect(await width()).toBeGreaterThan(360)
  expect(await lightness(page)).toBeLessThan(80)
  await page.getByRole('link', { name: 'Dark', exact: true }).click()
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(title)
  expect(await lightness(page)).toBeGreaterThan(180)
  await page.getByRole('link', { name: 'Desktop', exact: true }).click()
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect.poll(width).toBeGreaterThan(1400)
  expect(await lightness(page)).toBeGreaterThan(180)
})

test('a link shows the draft to a stranger until it is ended', async ({ page, visitor, watch }) => {
  watch.expect(/status of 404/)
  const { id: me } = await signInEditor(page)
  const { id, title, slug } = await newGuide(me)
  await page.goto(`/admin/guides/${id}/preview`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const field = page.getByLabel('The new link. It is shown only now.')
  const address = await field.inputValue()
  const path = new URL(address).pathname
  expect(path).toMatch(/^\/preview\/shared\/[\w-]{40,}$/)

  const stranger = await visitor()
  await stranger.goto(path)
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(stranger.getByText(passages[0])).toBeVisible()
  expect(await stranger.locator('script[src*="/_next/"]').count()).toBe(0)
  expect((await ask(`/guides/${slug}`)).status).toBe(404)
  expect((await ask(`/preview/guide/${id}`)).status).toBe(307)

  await page.getByRole('button', { name: 'End this link' }).click()
  await expect(page.getByText('No link is open.')).toBeVisible()
  expect((await stranger.goto(path))?.status()).toBe(404)
  await expect(stranger.getByText(passages[0])).toHaveCount(0)
  await page.reload()
  expect(await page.content()).not.toContain(path)
})

test('no other site can frame a preview', async ({ page, visitor, watch }) => {
  watch.expect(/127\.0\.0\.1/, /frame-ancestors/, /ERR_BLOCKED_BY_RESPONSE/)
  const { id: me } = await signInEditor(page)
  const { id } = await newGuide(me)
  await page.goto(`/admin/guides/${id}/preview`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const path = new URL(await page.getByLabel('The new link. It is shown only now.').inputValue()).pathname
  const { headers } = await ask(path)
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
    'x-frame-options': 'SAMEORIGIN',
    'x-robots-tag': 'noindex',
    'cache-control': 'private, no-store',
  })

  const elsewhere = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html')
    answer.end(`<link rel="icon" href="data:,"><h1>Elsewhere</h1><iframe src="${origin}${path}"></iframe>`)
  })
  try {
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening))
    const { port } = elsewhere.address() as AddressInfo
    const other = await visitor()
    const answered = other.waitForResponse(`${origin}${path}`)
    await other.goto(`http://127.0.0.1:${port}/`)
    expect((await answered).status()).toBe(200)
    await expect(other.getByRole('heading', { name: 'Elsewhere' })).toBeVisible()
    await expect(other.frameLocator('iframe').getByText(passages[0])).toHaveCount(0)
  } finally {
    elsewhere.close()
  }
})

const tick = (page: Page, title: string) => page.getByRole('checkbox', { name: title }).check()

async function bulk(page: Page, button: RegExp, answer: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('dialog').getByRole('button', { name: answer, exact: true }).click()
}

test('a guide is archived from the list, and the archiving undone, with what readers saw of it', async ({ page }) => {
  const { id: me } = await signInEditor(page)
  const { slug, title } = await newGuide(me, {}, true)
  await page.goto(`/admin/guides?q=${slug}`)
  await tick(page, title)
  await bulk(page, /^Archive/, 'Archive')
  await expect(page.getByText('One guide archived.')).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  expect((await ask(`/guides/${slug}`)).status).toBe(404)
  await page.getByRole('button', { name: 'Undo the archiving' }).click()
  await expect(page.getByText('Everything is as it was.')).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  expect((await ask(`/guides/${slug}`)).status).toBe(200)
})

test('several guides are published at once, and one with errors is left as it is', async ({ page }) => {
  const { id: me } = await signInEditor(page)
  const word = unique()
  const made = (name: string) => ({ title: `${name} ${word}`, slug: `${name.toLowerCase()}-${word}` })
  const good = await newGuide(me, made('Sound'))
  const alsoGood = await newGuide(me, made('Solid'))
  const bad = await newGuide(me, { ...made('Broken'), body: '## Nothing\n\n:::question{ref="sql/nothing"}\n:::\n' })
  await page.goto(`/admin/guides?q=${word}`)
  for (const { title } of [good, alsoGood, bad]) await tick(page, title)
  await page.getByRole('button', { name: /^Publish/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toHaveText('Two guides will be published')
  await expect(dialog.getByRole('listitem')).toHaveText([new RegExp(`^${bad.title}\\. .*errors? must be put right`)])
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Two guides published.')).toBeVisible()
  for (const [{ slug }, status] of [
    [good, 200],
    [alsoGood, 200],
    [bad, 404],
  ] as const) {
    expect((await ask(`/guides/${slug}`)).status, slug).toBe(status)
  }
})
