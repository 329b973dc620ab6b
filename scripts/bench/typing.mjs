import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { installedChromium } from '../chromium.mjs'
import { root, Stop, stop } from '../run.mjs'

// How long a key takes until its frame is on the screen, in a body of 20,000 words. The page of any guide will do, as
// nothing is saved: EDITOR_URL is its address, STORAGE_STATE a file with the cookies of an editor (Playwright's format).
const words = 20_000
const keys = 300

try {
  const { EDITOR_URL: url, STORAGE_STATE: storageState } = process.env
  if (!url || !storageState) throw new Stop('Set EDITOR_URL and STORAGE_STATE, see the top of this file.')
  const executablePath = installedChromium()
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
  try {
    const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.route('**/draft', (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()))
    await page.goto(url)
    await page.locator('.editor-text').waitFor()
    await page.getByRole('button', { name: 'Source', exact: true }).click()
    const { text, count } = longBody()
    await page.locator('textarea.editor-source').evaluate((field, value) => {
      // As a paste does it, in one go.
      if (!(field instanceof HTMLTextAreaElement)) return
      field.select()
      document.execCommand('insertText', false, value)
    }, text)
    const opened = Date.now()
    await page.getByRole('button', { name: 'Rich text', exact: true }).click()
    await page.locator('.editor-text .editor-block').nth(30).waitFor()
    console.log(`${count} words shown after ${Date.now() - opened} ms`)
    const paragraphs = page.locator('.editor-text > p')
    await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
    await page.keyboard.press('End')
    await page.evaluate(() => {
      /** @type {number[]} */
      const times = []
      Object.assign(globalThis, { keyTimes: times })
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - timeStamp)
          requestAnimationFrame(() => port2.postMessage(0))
        },
        { capture: true },
      )
    })
    // With pauses now and then, in which the Markdown is written.
    for (let key = 0; key < keys; key++) {
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'x')
      await page.waitForTimeout(key % 25 === 24 ? 450 : 40)
    }
    const times = await page.evaluate(() => /** @type {{ keyTimes?: number[] }} */ (globalThis).keyTimes ?? [])
    times.sort((a, b) => a - b)
    const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)] ?? Number.NaN
    console.log(
      `${times.length} keys: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, most ${at(0.999).toFixed(1)} ms`,
    )
    process.exitCode = at(0.95) < 50 ? 0 : 1
  } finally {
    await browser.close()
  }
} catch (error) {
  stop(error)
}

/** The flagship guide again and again, each time with ids of its own. */
function longBody() {
  const file = readFileSync(join(root, 'db/content/guides/backend-developer-skills.md'), 'utf8')
  const body = file.replace(/^---\n[\s\S]*?\n---\n+/, '')
  const each = body.split(/\s+/).length
  const parts = Array.from({ length: Math.ceil(words / each) }, (_, part) => body.replace(/id="/g, `id="part-${part}-`))
  return { text: parts.join('\n'), count: each * parts.length }
}
