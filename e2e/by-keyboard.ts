import { expect, type Page } from './fixtures.ts'

interface Focus {
  what: string
  /** Whether a line is drawn around the control, or around the choice, the frame or the sheet of paper that it stands in. */
  outlined: boolean
  /** How much of the control's height can be seen: in the window, and not under the bar at its foot. */
  uncovered: number
}

/** What has the focus, and whether somebody who looks would find it. Null at the end of the page. */
export function focused(page: Page): Promise<Focus | null> {
  return page.evaluate(() => {
    const control = document.activeElement
    if (!control || control === document.body) return null
    const drawn = (element: Element | null) => {
      if (!element) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    // Of a text that is longer than the window, the place of the cursor counts.
    const cursor = getSelection()?.anchorNode
    const line = cursor instanceof Text ? cursor.parentElement : cursor instanceof Element ? cursor : null
    const isText = control instanceof HTMLElement && control.isContentEditable
    const { top, bottom, height } = ((isText && line) || control).getBoundingClientRect()
    const bar = document.querySelector('.toolkit-bar')
    const own = bar?.contains(control) ?? true
    const barTop = bar?.getBoundingClientRect().top ?? 0
    const foot = own || barTop === 0 ? innerHeight : barTop
    return {
      what: `${control.tagName} ${control.id} ${control.textContent?.trim().slice(0, 40)}`,
      // Of a date, the browser marks the part that has the focus.
      outlined:
        control.matches('[type=date]') ||
        [control, ...['label', '.scroll-region', '.editor-paper'].map((frame) => control.closest(frame))].some(drawn),
      uncovered: (Math.min(bottom, foot) - Math.max(top, 0)) / Math.max(1, Math.min(height, innerHeight)),
    }
  })
}

export async function expectVisibleFocus(page: Page): Promise<void> {
  const focus = await focused(page)
  expect(focus, 'the focus is on the page').not.toBeNull()
  expect(focus?.outlined, `the focus is drawn: ${focus?.what}`).toBe(true)
  expect(focus?.uncovered, `the focus is not covered: ${focus?.what}`).toBeGreaterThan(0.95)
}

/** Goes on with Tab, as somebody without a mouse would, until a control has the focus. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 150): Promise<void> {
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(key)
    await expectVisibleFocus(page)
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`${most} times ${key} did not lead to ${selector}`)
}
