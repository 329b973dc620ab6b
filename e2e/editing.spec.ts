import { draftOf, expectSaved, goToEnd, openEditor, signInEditor, textOf, tool, unique, workflow } from './editors.ts'
import { expect, type Page, test } from './fixtures.ts'
import { ask } from './http.ts'
import { assess, mixedAnswers } from './paths.ts'

test.use({ actionTimeout: 15_000 })

const dialogOf = (page: Page) => page.getByRole('dialog')

/** Chooses in a field that finds while one types. */
async function choose(page: Page, field: string, words: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).fill(words)
  await page.getByRole('listbox', { name: field }).getByRole('option', { name: option }).first().click()
}

/** Puts a block in through its form, after the one with the cursor. */
async function insert(page: Page, block: string, fill: () => Promise<void>): Promise<void> {
  await tool(page, block).click()
  await expect(dialogOf(page)).toBeVisible()
  await fill()
  await dialogOf(page).getByRole('button', { name: 'Put it in' }).click()
  await expect(dialogOf(page)).toBeHidden()
  await expect(textOf(page)).toBeFocused()
}

async function insertStep(page: Page, heading: string, chooseSkill: () => Promise<void>): Promise<void> {
  await insert(page, 'Step', async () => {
    await dialogOf(page).getByLabel('Heading').fill(heading)
    await chooseSkill()
    await dialogOf(page).getByLabel('Hours').fill('2')
    await dialogOf(page).getByLabel('Done means').fill('somebody else finds the entry')
  })
  await page.keyboard.type('Write it down while you still know it.')
}

async function section(page: Page, heading: string, words: string): Promise<void> {
  await goToEnd(page)
  await page.keyboard.press('Control+Alt+2')
  await page.keyboard.type(heading)
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
}

/** `2026-11-22T09:00:05` in the zone of a browser. */
const typedMoment = (page: Page, at: number) =>
  page.evaluate((time) => new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 19), at)

const checks = (page: Page) => page.getByRole('region', { name: 'Checks' })

async function writeHowTo(page: Page, newSkill: string): Promise<void> {
  const sql = () => choose(page, 'Skills that it is about', 'sql', /\bSQL\b/)
  await textOf(page).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await section(page, 'Before you begin', 'At the end you will have a logbook.')
  await insert(page, 'Skill', () => choose(page, 'Skill', 'sql', /\bSQL\b/))
  await page.keyboard.type('A logbook is asked with it.')

  await section(page, 'The steps, and the time for them', 'They are done in their order.')
  await insertStep(page, 'Begin a page', async () => {
    await choose(page, 'Skills that it is about', newSkill, /^Make the new skill/)
    await dialogOf(page)
      .getByLabel(/^What it is, in one sentence/)
      .fill('Writing down what was done.')
    await dialogOf(page).getByRole('button', { name: 'Make the skill' }).click()
    await expect(dialogOf(page).getByRole('button', { name: `Take out ${newSkill}` })).toBeVisible()
  })
  for (const heading of ['Write the day', 'Write the work', 'Read it again']) await insertStep(page, heading, sql)

  await section(page, 'What goes wrong on your CV', 'It is left out.')
  await insert(page, 'CV lines', sql)
  await page.keyboard.type('Kept a logbook of every change for a team of four')
  await insert(page, 'Summary', async () => {
    await dialogOf(page)
      .getByLabel(/^Heading/)
      .fill('For a beginner')
    await sql()
  })
  await page.keyboard.type('I write down what I do, so that others can go on with it.')

  await section(page, 'In the interview', 'This is asked.')
  await insert(page, 'Question', async () => {
    await choose(page, 'Skill', 'sql', /\bSQL\b/)
    await dialogOf(page).getByRole('radio').first().check()
  })
  await section(page, 'Read on', 'Related: ')
  await insert(page, 'Related guide', () => choose(page, 'Guide', 'backend developer skills', /backend developer/i))
}

async function fillDetails(page: Page): Promise<void> {
  await page.getByLabel('Standfirst').fill('What to write down, and when.')
  await page.getByLabel('Search description').fill('How to keep a logbook that others can read.')
  await page.getByRole('button', { name: 'I reviewed it today' }).click()
  await page.getByLabel('Add a role').selectOption('backend-developer')
  await choose(page, 'Add a guide', 'problem', /problem/i)
  await page.getByRole('button', { name: 'Add a source' }).click()
  await page.getByLabel('Title (source 1)').fill('The logbook')
  await page.getByLabel('Publisher (source 1)').fill('Somebody')
  await page.getByLabel('Web address (source 1)').fill('https://example.org/logbook')
}

test('a guide from nothing: written with every block, reviewed, scheduled, read, rated, assessed on', async ({
  page,
  visitor,
}) => {
  test.setTimeout(240_000)
  const word = unique()
  const title = `How to keep a logbook ${word}`
  const path = `/guides/how-to-keep-a-logbook-${word}`
  await signInEditor(page, 'Ada Writer')
  let id = ''

  await test.step('it begins with what its kind must have, and with errors', async () => {
    await page.goto('/admin/guides')
    await page.getByRole('link', { name: 'New guide' }).click()
    await page.getByRole('button', { name: 'Begin the guide' }).click()
    await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/title/i)
    await page.getByLabel('Title').fill(title)
    await page.getByRole('radio', { name: /^How-to/ }).check()
    await page.getByRole('button', { name: 'Begin the guide' }).click()
    await page.waitForURL(/\/admin\/guides\/(?!new)[\w-]+$/)
    id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await expect(textOf(page)).toBeVisible({ timeout: 20_000 })
    await expect(checks(page).getByRole('status')).toContainText('error', { timeout: 20_000 })
    expect((await draftOf(id)).body).toContain(':::step[')
  })

  await test.step('a check leads to its place', async () => {
    await checks(page)
      .getByRole('button', { name: /^Search text/ })
      .first()
      .click()
    await expect(page.getByLabel('Search description')).toBeFocused()
    await checks(page)
      .getByRole('button', { name: /\bstep\b/i })
      .first()
      .click()
    await expect(textOf(page)).toBeFocused()
    const place = () => getSelection()?.anchorNode?.parentElement?.closest('[data-block]')?.getAttribute('aria-label')
    expect(await page.evaluate(place)).toBe('Step')
    await expect(page.getByRole('button', { name: 'Publish now' })).toHaveCount(0)
  })

  await test.step('every block is put in through its form', async () => {
    await writeHowTo(page, `Logbook keeping ${word}`)
    await fillDetails(page)
    await expect(checks(page).getByRole('status')).not.toContainText('error', { timeout: 20_000 })
    await expectSaved(
      id,
      '## Before you begin',
      ':::skill[Databases and SQL]{ref="sql"}',
      `skills="logbook-keeping-${word}"`,
      ':::step[Read it again]{id="read-it-again" skills="sql" hours="2" done="somebody else finds the entry"}',
      '- Kept a logbook of every change for a team of four',
      ':::summary[For a beginner]{id="for-a-beginner" skills="sql"}',
      ':::question{ref="sql/',
      ':related[backend-developer-skills]',
    )
    const { body } = await draftOf(id)
    expect(body.match(/^:::step\[/gm)).toHaveLength(4)
    expect(body).toMatch(/^:::cv-lines\{id="[\w-]+" skills="sql"\}$/m)
  })

  await test.step('what was written is there after a reload, as it was', async () => {
    const { body, version } = await draftOf(id)
    await page.reload()
    await expect(textOf(page)).toContainText('A logbook is asked with it.')
    await expect(page.getByLabel('Standfirst')).toHaveValue('What to write down, and when.')
    expect(await draftOf(id)).toMatchObject({ body, version })
  })

  const second = await visitor({ timezoneId: 'Asia/Kolkata' })
  let at = 0
  await test.step('a second editor approves it, and sets the moment', async () => {
    await workflow(page, 'Submit for review', 'Submit')
    await expect(page.getByText('Ada Writer asks for a review')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0)
    await signInEditor(second, 'Grace Reader')
    await openEditor(second, id)
    await workflow(second, 'Approve')
    await expect(second.getByText('Approved by Grace Reader')).toBeVisible()
    await second.getByRole('button', { name: 'Schedule', exact: true }).click()
    at = Math.ceil(Date.now() / 1000 + 10) * 1000
    await dialogOf(second)
      .getByLabel('Day and time')
      .fill(await typedMoment(second, at))
    await dialogOf(second).getByRole('button', { name: 'Schedule', exact: true }).click()
    await expect(second.getByText('Scheduled for')).toBeVisible()
    expect((await draftOf(id)).scheduledFor?.getTime()).toBe(at)
  })

  await test.step('it is public at its time, and not before', async () => {
    while (Date.now() < at - 500) {
      expect((await ask(path)).status).toBe(404)
      await page.waitForTimeout(500)
    }
    await expect.poll(async () => (await ask(path)).status, { timeout: 10_000 }).toBe(200)
    expect(Date.now()).toBeGreaterThanOrEqual(at)
  })

  await test.step('a stranger reads it, rates the skill and assesses a role on it', async () => {
    const stranger = await visitor()
    await stranger.goto(path)
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title)
    const scripts = stranger.locator('script:not([type="application/ld+json"])')
    expect(await scripts.evaluateAll((all) => all.map((each) => each.getAttribute('src')))).toEqual([
      expect.stringMatching(/^\/enhance\.js\?/),
    ])
    await stranger.locator('#sql-2').check()
    await expect(stranger.locator('#status-sql')).toContainText('Saved.')
    await stranger
      .getByRole('link', { name: /assess/i })
      .and(stranger.locator('main a'))
      .first()
      .click()
    await stranger.waitForURL('/assess/backend-developer')
    await assess(stranger, 'backend-developer', mixedAnswers)
  })
})
