import { accessible } from './accessible.ts'
import { expectVisibleFocus, tabTo } from './by-keyboard.ts'
import {
  draftOf,
  expectSaved,
  goToEnd,
  newGuide,
  openEditor,
  passages,
  signInEditor,
  textOf,
  tool,
  workflow,
  writeAfter,
} from './editors.ts'
import { expect, flagship, type Page, test } from './fixtures.ts'

test.use({ actionTimeout: 15_000 })

/** What a word processor puts on the clipboard, into the place of everything. */
async function paste(page: Page, html: string): Promise<void> {
  await textOf(page).click()
  await page.keyboard.press('Control+A')
  await textOf(page).evaluate((element, clip) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', clip)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

const wordItem = (level: number, sign: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}pt;mso-list:l0 level${level} lfo1'>` +
  `<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}` +
  `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal {margin:0cm; font-size:11.0pt}</style></head><body lang=EN-GB><!--StartFragment-->
<h1 style='color:#2F5496'>The trade<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8pt'>It is <b style='mso-bidi-font-weight:normal'>hard</b> and
<span style='color:red'>well paid</span>.<o:p></o:p></p>
${wordItem(1, '·', 'Cut the wood')}${wordItem(2, 'o', 'Along the grain')}${wordItem(1, '·', 'Sand it')}
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<script>alert(1)</script><img src="https://example.org/spy.gif" onerror="alert(2)">
<!--EndFragment--></body></html>`

const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"
style="line-height:1.38"><span style="font-size:16pt;font-weight:400">The trade</span></h2><p dir="ltr"
style="line-height:1.38"><span style="font-size:11pt">It is </span><span style="font-weight:700">hard</span><span
style="font-size:11pt"> and </span><a href="https://example.org/pay" style="text-decoration:none"><span
style="color:#1155cc;text-decoration:underline">well paid</span></a><span>.</span></p><ol><li dir="ltr"
style="list-style-type:decimal" aria-level="1"><p dir="ltr" role="presentation"><span>Cut the wood</span></p></li><li
dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Sand it</span></p></li></ol></b><br>`

for (const [from, html, expected] of [
  ['Word', word, '## The trade\n\nIt is **hard** and well paid.\n\n- Cut the wood\n  - Along the grain\n- Sand it\n'],
  [
    'Google Docs',
    docs,
    '## The trade\n\nIt is **hard** and [well paid](https://example.org/pay).\n\n1. Cut the wood\n2. Sand it\n',
  ],
] as const) {
  test(`a paste from ${from} comes out clean`, async ({ page }) => {
    const { id: me } = await signInEditor(page)
    const { id } = await newGuide(me)
    await openEditor(page, id)
    await paste(page, html)
    await expect.poll(async () => (await draftOf(id)).body, { timeout: 15_000 }).toBe(expected)
    await page.getByRole('button', { name: 'Source', exact: true }).click()
    await expect(page.getByRole('textbox', { name: /Markdown/ })).toHaveValue(expected)
  })
}

test('by keyboard alone: from the list into a guide, a paragraph and a skill block, and out again', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const { id: me } = await signInEditor(page)
  const { id, slug } = await newGuide(me)
  await page.goto(`/admin/guides?q=${slug}`)
  await tabTo(page, `a[href="/admin/guides/${id}"]`)
  await page.keyboard.press('Enter')
  await page.waitForURL(`/admin/guides/${id}`)
  await expect(textOf(page)).toBeVisible({ timeout: 20_000 })

  await tabTo(page, '[contenteditable=true]')
  await goToEnd(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('A paragraph that no mouse has touched.')
  await tabTo(page, '[role=toolbar] button', 'Shift+Tab', 3)
  for (
    let count = 0;
    count < 40 && !(await tool(page, 'Skill').evaluate((it) => it === document.activeElement));
    count++
  )
    await page.keyboard.press('ArrowRight')
  await expect(tool(page, 'Skill')).toBeFocused()
  await expectVisibleFocus(page)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(textOf(page)).toBeFocused()

  await tabTo(page, '[data-tool=skill]', 'Shift+Tab', 3)
  await page.keyboard.press('Enter')
  await page.keyboard.type('sql')
  await expect(dialog.getByRole('option', { name: /\bSQL\b/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Heading')).not.toHaveValue('')
  await tabTo(page, 'dialog[open] button', 'Tab', 5)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type('Words in the block.')
  await expectSaved(
    id,
    'A paragraph that no mouse has touched.\n\n:::skill[Databases and SQL]{ref="sql"}\nWords in the block.\n:::',
  )

  // The buttons of the blocks, the panels beside the text, and out at the end of the page.
  await tabTo(page, 'footer a')
  await tabTo(page, '[contenteditable=true]', 'Shift+Tab')
  await tabTo(page, 'main a[href="/admin/guides"]', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('/admin/guides')
  expect((await draftOf(id)).body).toContain('Words in the block.')
})

interface Script {
  bytes: number
  holdsEditor: boolean
}

test('the script of the editor is loaded on its own page alone', async ({ page }, { annotations }) => {
  test.setTimeout(90_000)
  const { id: me } = await signInEditor(page)
  const { id, slug } = await newGuide(me, {}, true)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const names = new Map<string, string>()
  let scripts = new Map<string, Script>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') names.set(requestId, response.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const name = names.get(requestId)
    if (name) scripts.set(name, { bytes: encodedDataLength, holdsEditor: false })
  })
  const load = async (path: string, whole: () => Promise<void> = async () => {}) => {
    scripts = new Map()
    await page.goto(path, { waitUntil: 'networkidle' })
    await whole()
    for (const [name, script] of scripts) {
      script.holdsEditor = (await (await page.request.get(name)).text()).includes('ProseMirror')
    }
    const all = [...scripts.values()]
    const sum = (some: Script[]) => some.reduce((total, { bytes }) => total + bytes, 0)
    const kilobytes = (some: Script[]) => `${(sum(some) / 1024).toFixed(1)} kB`
    const editor = all.filter(({ holdsEditor }) => holdsEditor)
    const description = `${path.replace(id, '[id]').replace(slug, '[slug]')}: ${kilobytes(all)} of script, compressed; ${kilobytes(editor)} of it in the chunks with ProseMirror`
    annotations.push({ type: 'script', description })
    return { editor: editor.length, all: sum(all), names: new Set(scripts.keys()) }
  }

  const own = await load(`/admin/guides/${id}`, () => expect(textOf(page)).toBeVisible({ timeout: 20_000 }))
  expect(own.editor).toBeGreaterThan(0)
  const elsewhere = ['/admin', '/admin/guides', '/admin/guides/new', `/admin/guides/${id}/revisions`]
  elsewhere.push(`/admin/guides/${id}/preview`, '/admin/pictures', '/admin/skills', '/sign-in')
  for (const path of elsewhere) expect((await load(path)).editor, path).toBe(0)
  for (const path of ['/', `/guides/${slug}`, flagship, `/preview/guide/${id}`]) {
    const { editor, all } = await load(path)
    expect(editor, path).toBe(0)
    expect(all, path).toBeLessThanOrEqual(5 * 1024)
  }
})

test('axe: the list of guides, a new one, and what can be done with several', async ({ page }) => {
  test.slow()
  const { id: me } = await signInEditor(page)
  const { slug, title } = await newGuide(me)
  await page.goto('/admin/guides/new')
  await page.getByRole('button', { name: 'Begin the guide' }).click()
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/title/i)
  await accessible(page)
  await page.goto('/admin/guides')
  await accessible(page)
  await page.goto(`/admin/guides?q=${slug}`)
  await page.getByRole('checkbox', { name: title }).check()
  await accessible(page)
  await page.getByRole('button', { name: /^Archive/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await accessible(page)
})

test('axe: the editor, with errors, with a dialog, as source', async ({ page }) => {
  test.setTimeout(180_000)
  const { id: me } = await signInEditor(page)
  const { id } = await newGuide(me)
  await openEditor(page, id)
  await accessible(page)
  await page.getByLabel('Standfirst').fill('')
  await page.getByLabel('Search description').fill('')
  await page.getByRole('button', { name: 'Add a source' }).click()
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('Must be put right')
  await accessible(page)
  await tool(page, 'Step').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Put it in' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Skills that it is about' }).fill('s')
  await expect(page.getByRole('dialog').getByRole('listbox').getByRole('option').first()).toBeVisible()
  await accessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Keep this version', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true })).toBeVisible()
  await accessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Source', exact: true }).click()
  await accessible(page)
})

test('axe: two versions side by side, of a collision and of the past, and the preview', async ({
  page,
  visitor,
  watch,
}) => {
  test.setTimeout(180_000)
  watch.expect(/status of 409/)
  const { id: me } = await signInEditor(page)
  const { id } = await newGuide(me, {}, true)
  const other = await visitor({ reducedMotion: 'reduce' })
  await signInEditor(other, 'Grace Second')
  await openEditor(page, id)
  await openEditor(other, id)
  await writeAfter(page, passages[0], ' Ada wrote here.')
  await expectSaved(id, 'Ada wrote here.')
  await writeAfter(other, passages[0], ' Grace wrote here.')
  await expect(other.getByRole('button', { name: 'Go on with this' })).toBeVisible()
  await accessible(other)

  await workflow(page, 'Keep this version', 'Keep')
  await page.goto(`/admin/guides/${id}/revisions?from=1&to=2`)
  await expect(page.locator('main ins').filter({ hasText: 'Ada wrote here.' })).toBeVisible()
  await accessible(page)
  await page.goto(`/admin/guides/${id}/preview`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByRole('button', { name: 'End this link' })).toBeVisible()
  await accessible(page)
  await page.goto(`/preview/guide/${id}`)
  await accessible(page)
})

test('a text that takes too long to read is kept and said so, and others are answered meanwhile', async ({ page }) => {
  const { id: me } = await signInEditor(page)
  const { id } = await newGuide(me)
  await page.goto('/admin')
  const { content, version } = await page.evaluate(async (path) => (await fetch(path)).json(), draftPath(id))
  // Within every limit of the format, and minutes of work for the parser.
  const slow = { ...content, body: 'a\n:::'.repeat(6000) }
  const seen = await page.evaluate(
    async ({ path, body }) => {
      let status = 0
      const saved = fetch(path, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body })
      const answered = saved.then((response) => {
        status = response.status
      })
      const waits: number[] = []
      while (status === 0) {
        const start = performance.now()
        await fetch(`/search/suggest?q=${waits.length}`)
        waits.push(performance.now() - start)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      await answered
      return { status, waits }
    },
    { path: draftPath(id), body: JSON.stringify({ baseVersion: version, content: slow }) },
  )
  expect(seen.status).toBe(200)
  expect(seen.waits.length).toBeGreaterThan(10)
  expect(Math.max(...seen.waits)).toBeLessThan(1000)
  expect((await draftOf(id)).body).toBe(slow.body)
  await page.goto(`/preview/guide/${id}`)
  await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('takes too long to read')
})

const draftPath = (id: string) => `/admin/guides/${id}/draft`
