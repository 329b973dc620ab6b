import { randomInt } from 'node:crypto'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'

export { expect, type Page } from '@playwright/test'

/** The site under test. */
export const origin = `http://localhost:${process.env.E2E_PORT}`

export const flagship = '/guides/backend-developer-skills'

/** An address that no other test has, so that the limits by address count for this one alone. */
export const newAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`

/** Everything a browser complains about; a test that does not expect it fails. */
export class Watch {
  readonly problems: string[] = []
  readonly #expected: RegExp[] = []

  /** Lets through what a test brings about on purpose, such as the line about a page that answers 404. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns)
  }

  async attach(context: BrowserContext): Promise<void> {
    // Told through the console, where everything else that is wrong is told too.
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        // biome-ignore lint/suspicious/noConsole: the page's own console, which is read below
        console.error(`policy violated: ${violatedDirective} ${blockedURI}`)
      })
    })
    context.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      this.#add(`console: ${message.text()} at ${message.location().url}`)
    })
    context.on('weberror', (error) => this.#add(`page error: ${error.error().message}`))
    context.on('dialog', (dialog) => {
      this.#add(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    context.on('request', (request) => {
      const { protocol, origin: to } = new URL(request.url())
      if (protocol !== 'data:' && to !== origin) this.#add(`a request left the site: ${request.url()}`)
    })
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? ''
      // A navigation gives up what was still on its way; a browser without script calls each script "csp", while what
      // the policy truly forbids is told above.
      if (reason !== 'net::ERR_ABORTED' && reason !== 'csp')
        this.#add(`failed: ${request.method()} ${request.url()} ${reason}`)
    })
    context.on('response', (response) => {
      if (response.status() >= 500) this.#add(`answered ${response.status()}: ${response.url()}`)
    })
  }

  #add(problem: string): void {
    if (!this.#expected.some((pattern) => pattern.test(problem))) this.problems.push(problem)
  }
}

interface Fixtures {
  watch: Watch
  /** Opens a browser of somebody else: no cookie, another address. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  // Without smooth scrolling a test need not wait for it; the test of a rating in a guide sets it back.
  contextOptions: { reducedMotion: 'reduce' },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
  extraHTTPHeaders: async ({}, use) => {
    await use({ 'X-Forwarded-For': newAddress() })
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  watch: async ({}, use) => {
    const watch = new Watch()
    await use(watch)
    expect(watch.problems, 'what the browser complained about').toEqual([])
  },
  context: async ({ context, watch }, use) => {
    await watch.attach(context)
    await use(context)
  },
  visitor: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ extraHTTPHeaders: { 'X-Forwarded-For': newAddress() }, ...options })
      contexts.push(context)
      await watch.attach(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})
