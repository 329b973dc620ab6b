import { expect, flagship, test } from './fixtures.ts'

test('a first visit is light', async ({ page }) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const types = new Map<string, string>()
  const sizes = { all: 0, Script: 0, Font: 0 } as Record<string, number>
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? ''
    sizes.all = (sizes.all ?? 0) + encodedDataLength
    sizes[type] = (sizes[type] ?? 0) + encodedDataLength
  })
  await page.goto(flagship, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  expect(sizes.Script).toBeGreaterThan(0)
  expect(sizes.Script).toBeLessThanOrEqual(5 * 1024)
  expect(sizes.Font).toBeGreaterThan(0)
  expect(sizes.Font).toBeLessThanOrEqual(110 * 1024)
  expect(sizes.all).toBeLessThanOrEqual(200 * 1024)
})
