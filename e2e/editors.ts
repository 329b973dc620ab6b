import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { read, write } from '#db/client.ts'
import type { UserRole } from '#db/schema/account.ts'
import { guideDrafts } from '#db/schema/guide.ts'
import { createUser } from '#features/account/account-writes.ts'
import { hashPassword } from '#features/account/password.ts'
import { type DraftContent, lintDraft, readDraft } from '#features/draft/draft-content.ts'
import { createDraft, publishDraft } from '#features/draft/draft-writes.ts'
import { knownOf } from '#features/draft/known-queries.ts'
import { countIssues } from '#features/draft/lint-counts.ts'
import { expect, type Page } from './fixtures.ts'
import { type Account, newAccount, signIn } from './paths.ts'

/** A word that no other test has. */
export const unique = (): string => randomUUID().slice(0, 8)

export interface Known extends Account {
  id: string
}

/** Makes an account with a role, straight in the database. */
export async function accountOf(role: UserRole, name = 'Ada Example'): Promise<Known> {
  const made = { ...newAccount(), name }
  const passwordHash = await hashPassword(made.password)
  const id = await write((tx) => createUser(tx, { name, email: made.email, passwordHash, role }, new Date()))
  return { ...made, id: id ?? '' }
}

/** Signs a new editor in. */
export async function signInEditor(page: Page, name?: string): Promise<Known> {
  const editor = await accountOf('editor', name)
  await signIn(page, editor)
  return editor
}

export const passages = [
  'The first passage says what the job is.',
  'The second passage says how people come in.',
  'The third passage says where to go on.',
] as const

const body = `## What the job is

${passages[0]}

## Where to begin

${passages[1]}

:::step[Read a query plan]{id="read-a-plan" skills="sql" hours="2" done="you can say what the database does first"}
Take a slow query, and ask the database how it answers it.
:::

## Read on

${passages[2]}

Related: :related[backend-developer-skills]
`

export interface Begun {
  id: string
  slug: string
  title: string
}

/** Makes a guide without an error, by an editor, straight in the database. */
export async function newGuide(byId: string, changes: Partial<DraftContent> = {}, publish = false): Promise<Begun> {
  const word = unique()
  const content: DraftContent = {
    ...{ slug: `a-guide-${word}`, kind: 'career', title: `A guide ${word}`, standfirst: 'What a reader gets from it.' },
    ...{ description: 'A guide of the tests.', author: 'guidepost-editors', reviewedOn: '2026-01-12', body },
    ...{ roles: [], skill: null, explore: [] },
    sources: [{ title: 'A source', publisher: 'A publisher', url: 'https://example.org/source', date: '2025' }],
    ...changes,
  }
  const draft = readDraft(content)
  const counts = countIssues(lintDraft(draft, await knownOf(read, draft.references)))
  const id = await write(async (tx) => {
    const made = await createDraft(tx, draft, counts, byId)
    if (publish) await publishDraft(tx, made, draft, { note: 'The first one', byId })
    return made
  })
  return { id, slug: content.slug, title: content.title }
}

/** The working copy as the site has it. */
export async function draftOf(id: string): Promise<typeof guideDrafts.$inferSelect> {
  const [row] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, id))
  if (!row) throw new Error(`There is no guide ${id}`)
  return row
}

/** Waits until the site has a text. */
export async function expectSaved(id: string, ...texts: string[]): Promise<void> {
  for (const text of texts) await expect.poll(async () => (await draftOf(id)).body, { timeout: 15_000 }).toContain(text)
}

/** The text of a guide in its editor. */
export const textOf = (page: Page) => page.getByRole('textbox', { name: 'The text of the guide', exact: true })

/** Opens the page of one guide, and waits until one can write. */
export async function openEditor(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/guides/${id}`)
  await expect(textOf(page)).toBeVisible({ timeout: 20_000 })
}

/** Goes to the end of a paragraph, and writes on there. */
export async function writeAfter(page: Page, paragraph: string, words: string): Promise<void> {
  await textOf(page).getByText(paragraph).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

/** Goes to the end of the text. The editor hears of it a moment after the browser has done it. */
export async function goToEnd(page: Page): Promise<void> {
  await page.keyboard.press('Control+End')
  await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => setTimeout(heard, 50))))
}

export const tool = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true })

/** Does something with a guide as a whole: its button, what is asked, and the answer. */
export async function workflow(page: Page, button: string, answer: string | RegExp = button): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: answer, exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 15_000 })
}
