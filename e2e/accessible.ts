import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from './fixtures.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// What the dark theme can do wrong that the light one does right.
const ofColours = ['color-contrast', 'link-in-text-block']

/** No violation in light and dark, wide and narrow, and nothing that has to be scrolled sideways. */
export async function accessible(page: Page): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // A button on its way from one colour to the other has neither's contrast. What hangs on scrolling never ends, nor
      // does what is not shown begin.
      await page.evaluate(async () => {
        const running = document.getAnimations().filter(({ timeline }) => timeline === document.timeline)
        const late = new Promise((resolve) => setTimeout(resolve, 1000))
        await Promise.race([late, Promise.all(running.map(({ finished }) => finished))])
      })
      // Legacy mode needs no second page to gather the results of frames. The one frame that there is, of a preview, holds a
      // page of its own, which is looked at as such.
      const axe = new AxeBuilder({ page }).setLegacyMode().exclude('iframe')
      const rules = colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(ofColours)
      const { violations } = await rules.analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)
      expect.soft(found, `${page.url()} in ${colorScheme} at ${width}`).toEqual([])
    }
  }
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect.soft(over, `${page.url()} is too wide for ${width}`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
}
